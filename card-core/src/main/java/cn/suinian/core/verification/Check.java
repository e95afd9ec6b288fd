package cn.suinian.core.verification;

import java.util.List;

/**
 * What is true of the database at any time.
 *
 * @param sentence what must hold, as it reads in a table; also the name of the check
 * @param weight whether a row speaks against the database or is only worth a look
 * @param tables those it speaks of; it is skipped while one of them does not exist
 * @param breaches a query whose rows are the breaches; no rows, no breach
 * @param remedy what an operator does about a breach
 */
public record Check(String sentence, Weight weight, List<String> tables, String breaches, String remedy) {

    /** What a row means. */
    public enum Weight {
        /** The database is wrong. */
        BREACH,
        /** The database is right, and somebody should look at what it says. */
        NOTICE
    }

    /** A check whose rows are breaches. */
    public static Check that(String sentence, List<String> tables, String breaches, String remedy) {
        return new Check(sentence, Weight.BREACH, tables, breaches, remedy);
    }

    /** A check whose rows are worth a look. */
    public static Check notice(String sentence, List<String> tables, String rows, String remedy) {
        return new Check(sentence, Weight.NOTICE, tables, rows, remedy);
    }
}
