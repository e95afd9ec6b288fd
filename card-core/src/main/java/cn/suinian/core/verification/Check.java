package cn.suinian.core.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of the database at any time.
 *
 * @param sentence what must hold, as it reads in a table; also the name of the check
 * @param weight whether a row speaks against the database or is only worth a look
 * @param tables those it speaks of; it is skipped while one of them does not exist
 * @param breaches a query whose rows are the breaches; no rows, no breach
 * @param remedy what an operator does about a breach
 * @param inspection instead of the query, where SQL cannot tell
 */
public record Check(
        String sentence,
        Weight weight,
        List<String> tables,
        String breaches,
        String remedy,
        @Nullable Inspection inspection) {

    /** Looks for breaches by itself. */
    @FunctionalInterface
    public interface Inspection {
        /** Each breach as a line; it reads on the snapshot of the audit, with memory that does not grow. */
        List<String> breaches(Connection snapshot) throws SQLException;
    }

    /** What a row means. */
    public enum Weight {
        /** The database is wrong. */
        BREACH,
        /** The database is right, and somebody should look at what it says. */
        NOTICE
    }

    /** A check whose rows are breaches. */
    public static Check that(String sentence, List<String> tables, String breaches, String remedy) {
        return new Check(sentence, Weight.BREACH, tables, breaches, remedy, null);
    }

    /** A check that Java makes. */
    public static Check inspected(String sentence, List<String> tables, String remedy, Inspection inspection) {
        return new Check(sentence, Weight.BREACH, tables, "", remedy, inspection);
    }

    /** A check whose rows are worth a look. */
    public static Check notice(String sentence, List<String> tables, String rows, String remedy) {
        return new Check(sentence, Weight.NOTICE, tables, rows, remedy, null);
    }
}
