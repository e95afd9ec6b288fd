package cn.suinian.settlement.payout.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Of which business days the money is that a vendor was not paid. A payment pays the oldest days first; one that came
 * back gives the days that it had paid back, whatever was paid since.
 */
public final class UnpaidDays {

    /**
     * A payment, or one that came back.
     *
     * @param reference the same for a payment and its return
     * @param fen above zero: paid to the vendor; below: it came back
     */
    public record Move(String reference, long fen) {}

    private final TreeMap<LocalDate, Long> left = new TreeMap<>();
    private final Map<String, TreeMap<LocalDate, Long>> paidBy = new HashMap<>();

    private UnpaidDays() {}

    /**
     * The days with money that was not paid, with how much in fen; empty: all was paid, or more than that.
     *
     * @param owed what each day moved; below zero: it took more back than it owed, which is money of the days before
     *     it, and of the next ones where those have none
     * @param moves in the order in which they were made
     */
    public static NavigableMap<LocalDate, Long> of(NavigableMap<LocalDate, Long> owed, List<Move> moves) {
        UnpaidDays days = new UnpaidDays();
        days.owe(owed);
        for (Move move : moves) {
            if (move.fen() > 0) {
                days.pay(move);
            } else {
                days.giveBack(move);
            }
        }
        return days.left;
    }

    private void owe(NavigableMap<LocalDate, Long> owed) {
        long over = 0;
        for (Map.Entry<LocalDate, Long> day : owed.entrySet()) {
            long fen = Math.addExact(day.getValue(), over);
            over = 0;
            if (fen > 0) {
                left.put(day.getKey(), fen);
                continue;
            }
            over = fen;
            while (over < 0 && !left.isEmpty()) {
                LocalDate last = left.lastKey();
                long both = left.remove(last) + over;
                over = Math.min(both, 0);
                if (both > 0) {
                    left.put(last, both);
                }
            }
        }
    }

    private void pay(Move move) {
        TreeMap<LocalDate, Long> paid = paidBy.computeIfAbsent(move.reference(), each -> new TreeMap<>());
        long rest = move.fen();
        while (rest > 0 && !left.isEmpty()) {
            LocalDate first = left.firstKey();
            long of = left.remove(first);
            long part = Math.min(of, rest);
            paid.merge(first, part, Long::sum);
            rest -= part;
            if (of > part) {
                left.put(first, of - part);
            }
        }
    }

    private void giveBack(Move move) {
        TreeMap<LocalDate, Long> paid = paidBy.getOrDefault(move.reference(), new TreeMap<>());
        long rest = -move.fen();
        while (rest > 0 && !paid.isEmpty()) {
            LocalDate first = paid.firstKey();
            long of = paid.remove(first);
            long part = Math.min(of, rest);
            left.merge(first, part, Long::sum);
            rest -= part;
            if (of > part) {
                paid.put(first, of - part);
            }
        }
    }
}
