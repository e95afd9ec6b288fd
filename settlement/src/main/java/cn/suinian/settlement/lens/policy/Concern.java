package cn.suinian.settlement.lens.policy;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The money that the flags and findings of a vendor are about, by payer: what payers were to pay for those taps. A tap
 * that several of them are about counts once.
 */
public final class Concern {

    /** A payer's part of one service on one day. */
    private record Part(LocalDate day, Payer payer, Service service) {}

    private final Map<Part, Long> whole = new HashMap<>();
    private final Set<LocalDate> comparedDays = new HashSet<>();
    private final Map<LocalDate, OpeningHours> hours = new HashMap<>();
    private final Map<Payer, Long> single = new HashMap<>();

    /** What a finding is about; call it for all findings first. Of findings about the same taps the larger counts. */
    public void finding(LocalDate day, @Nullable OpeningHours judgedBy) {
        if (judgedBy == null) {
            comparedDays.add(day);
        } else {
            hours.put(day, judgedBy);
        }
    }

    /** A payer's part of the money of a finding. */
    public void findingMoney(LocalDate day, Payer payer, Service service, long fen) {
        whole.merge(new Part(day, payer, service), fen, Math::max);
    }

    /** A tap that at least one flag is about, once. */
    public void flaggedTap(LocalDate day, LocalTime tappedAt, Service service, Payer payer, long fen) {
        OpeningHours judgedBy = hours.get(day);
        boolean outside = judgedBy != null && !judgedBy.cover(tappedAt);
        boolean compared = service == Service.MEAL && comparedDays.contains(day);
        if (!outside && !compared) {
            single.merge(payer, fen, Math::addExact);
        }
    }

    /** Fen by payer, in order of their codes. */
    public Map<Payer, Long> perPayer() {
        Map<Payer, Long> sums = new TreeMap<>(Comparator.comparingInt(Payer::code));
        sums.putAll(single);
        whole.forEach((part, fen) -> sums.merge(part.payer(), fen, Math::addExact));
        return sums;
    }
}
