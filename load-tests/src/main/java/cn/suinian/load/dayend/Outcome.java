package cn.suinian.load.dayend;

import cn.suinian.load.reference.Payer;
import cn.suinian.load.statement.Difference;
import cn.suinian.load.statement.FoundBreak;
import cn.suinian.load.statement.VendorStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a day end, as it went; money in fen. */
final class Outcome {
    /** The four vendors' statements and what the console said of each. */
    final Map<VendorStatement, StatementDesk.Taken> statements = new LinkedHashMap<>();

    /** How many statements of others were taken in, and their rows. */
    int otherStatements;

    long otherRows;

    /** Each planted difference as it was found at first, and as it ended. */
    final Map<Difference, FoundBreak> found = new LinkedHashMap<>();

    final Map<Difference, FoundBreak> ended = new LinkedHashMap<>();

    /** What people were told who approved their own work. */
    final List<String> refusals = new ArrayList<>();

    final Map<Payer, Paid> paid = new EnumMap<>(Payer.class);

    /** Vendors whose money was held before payment, with the flags that were explained; -1: it stays held. */
    final Map<String, Integer> held = new TreeMap<>();

    final List<Sealed> sealed = new ArrayList<>();
    final List<String> audits = new ArrayList<>();
    int requests;
    double seconds;

    /**
     * What a payer's batches came to.
     *
     * @param carriedFen below zero: what vendors owe back, taken off what they are paid
     */
    record Paid(
            int payments,
            long dueFen,
            long orderedFen,
            long returnedFen,
            long paidAgainFen,
            long adjustedFen,
            long adjustmentsPaidFen,
            long carriedFen) {
        Paid(int payments, long dueFen, long orderedFen) {
            this(payments, dueFen, orderedFen, 0, 0, 0, 0, 0);
        }

        Paid cameBack(long fen, long againFen) {
            return new Paid(payments, dueFen, orderedFen, fen, againFen, adjustedFen, adjustmentsPaidFen, carriedFen);
        }

        Paid adjusted(long fen, long paidFen, long carried) {
            return new Paid(payments, dueFen, orderedFen, returnedFen, paidAgainFen, fen, paidFen, carried);
        }
    }

    /** A day's last state as it was published. */
    record Sealed(LocalDate day, long sealNo, String hash, long taps, long subsidyFen) {}
}
