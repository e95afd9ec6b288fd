package cn.suinian.settlement.allowance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random lives, of which a house learns late and in pieces, through two years of monthly runs; against a reference that
 * shares nothing with the policy: it walks day by day and keeps switches, as a clerk would.
 */
class MonthlyRunPropertyTest {
    private static final YearMonth FIRST = YearMonth.parse("2026-01");
    private static final int MONTHS = 24;
    private static final List<District> DISTRICTS = List.of(District.FUTIAN, District.LUOHU, District.NANSHAN);

    @Test
    void whateverIsLearntWhenEveryoneHasInTheEndWhatIsTheirs() {
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Life life = Life.of(random);
            List<Ordered> ordered = new ArrayList<>();
            for (int m = 0; m < MONTHS; m++) {
                YearMonth month = FIRST.plusMonths(m);
                Beneficiary known = life.knownOn(month.atDay(10));
                runAll(month, known, ordered, random);
                runAgain(month, known, ordered, seed);
                returnLate(ordered, random);
            }
            // A last month in which everything is known: nothing is open any more, and no money is returned by it.
            YearMonth last = FIRST.plusMonths(MONTHS);
            Beneficiary known = life.knownOn(LocalDate.MAX);
            runAll(last, known, ordered, new Random(0) {
                @Override
                public int nextInt(int bound) {
                    return 1;
                }
            });
            for (YearMonth month = FIRST; !month.isAfter(last); month = month.plusMonths(1)) {
                assertThat(held(ordered, month))
                        .as("seed %d, %s of %s", seed, month, life)
                        .isEqualTo(Reference.fen(life, month));
            }
        }
    }

    /** Every district runs; one payment in eight is returned by the bank. */
    private static void runAll(YearMonth month, Beneficiary known, List<Ordered> ordered, Random random) {
        for (District district : DISTRICTS) {
            for (RunLine line : run(district, month).lines(known, List.copyOf(ordered))) {
                boolean returned = line.kind().isPaid() && random.nextInt(8) == 0;
                ordered.add(new Ordered(
                        line.month(),
                        district,
                        line.kind(),
                        line.fen(),
                        returned ? Ordered.State.RETURNED : Ordered.State.STANDS));
            }
        }
    }

    /** The bank returns what it was ordered some time ago; it may have been claimed back since. */
    private static void returnLate(List<Ordered> ordered, Random random) {
        ordered.replaceAll(
                line -> line.kind().isPaid() && line.state() == Ordered.State.STANDS && random.nextInt(60) == 0
                        ? new Ordered(line.month(), line.payer(), line.kind(), line.fen(), Ordered.State.RETURNED)
                        : line);
    }

    /** The same month once more, with the same knowledge: only what the bank returned is open. */
    private static void runAgain(YearMonth month, Beneficiary known, List<Ordered> ordered, long seed) {
        for (District district : DISTRICTS) {
            for (RunLine line : run(district, month).lines(known, ordered)) {
                assertThat(ordered)
                        .as("seed %d, %s", seed, line)
                        .anyMatch(each -> each.month().equals(line.month()) && each.state() == Ordered.State.RETURNED);
            }
        }
    }

    private static MonthlyRun run(District district, YearMonth month) {
        return new MonthlyRun(district, month, FIRST, EntitlementTest.TIERS);
    }

    private static long held(List<Ordered> ordered, YearMonth month) {
        return ordered.stream()
                .filter(line -> line.month().equals(month) && line.state() != Ordered.State.RETURNED)
                .mapToLong(Ordered::fen)
                .sum();
    }

    /** What happened to somebody, and how many days later the house heard of it. */
    private record Life(
            LocalDate born,
            @Nullable LocalDate died,
            int deathKnownAfter,
            @Nullable LocalDate moved,
            @Nullable District to,
            int moveKnownAfter,
            District from,
            @Nullable LocalDate applied,
            List<LocalDate> checks) {

        static Life of(Random random) {
            LocalDate start = LocalDate.parse("2025-10-01");
            List<LocalDate> checks = new ArrayList<>();
            for (LocalDate day = start.plusDays(random.nextInt(200)); day.isBefore(LocalDate.parse("2028-03-01")); ) {
                checks.add(day);
                day = day.plusDays(20 + random.nextInt(300));
            }
            return new Life(
                    LocalDate.of(1926 + 10 * random.nextInt(4), 1, 1).plusDays(random.nextInt(1500) - 700),
                    random.nextInt(3) == 0 ? start.plusDays(random.nextInt(700)) : null,
                    random.nextInt(120),
                    random.nextInt(2) == 0 ? start.plusDays(random.nextInt(700)) : null,
                    random.nextInt(2) == 0 ? DISTRICTS.get(1 + random.nextInt(2)) : null,
                    random.nextInt(120),
                    District.FUTIAN,
                    random.nextInt(8) == 0 ? null : start.minusDays(200).plusDays(random.nextInt(700)),
                    checks);
        }

        Beneficiary knownOn(LocalDate day) {
            boolean all = day.equals(LocalDate.MAX);
            boolean death =
                    died != null && (all || !died.plusDays(deathKnownAfter).isAfter(day));
            boolean move =
                    moved != null && (all || !moved.plusDays(moveKnownAfter).isAfter(day));
            LocalDate since = LocalDate.parse("2000-01-01");
            List<Period<District>> hukou = new ArrayList<>();
            hukou.add(new Period<>(from, since, move ? moved : null));
            if (move && to != null) {
                hukou.add(new Period<>(to, moved, null));
            }
            LocalDate limit = all ? LocalDate.parse("2028-01-10") : day;
            LocalDate checked = checks.stream()
                    .filter(each -> !each.isAfter(limit) && (died == null || !each.isAfter(died)))
                    .max(LocalDate::compareTo)
                    .orElse(null);
            boolean hasApplied = applied != null && !applied.isAfter(limit);
            return new Beneficiary(born, death ? died : null, hukou, hasApplied ? applied : null, checked);
        }
    }

    /** Day by day, with switches; knows nothing of the policy's classes. */
    private static final class Reference {

        static long fen(Life life, YearMonth wanted) {
            if (life.applied() == null || life.applied().isAfter(LocalDate.parse("2028-01-10"))) {
                return 0;
            }
            if (life.died() != null && life.died().isBefore(wanted.atDay(1))) {
                return 0;
            }
            boolean hasHukou =
                    life.moved() == null || life.to() != null || !life.moved().isBefore(wanted.atDay(1));
            if (!hasHukou || life.applied().isAfter(wanted.atEndOfMonth())) {
                return 0;
            }
            int age = 0;
            for (LocalDate day = life.born().plusDays(1);
                    !day.isAfter(lastLived(life, wanted));
                    day = day.plusDays(1)) {
                boolean birthday = day.getMonthValue() == life.born().getMonthValue()
                        && day.getDayOfMonth() == life.born().getDayOfMonth();
                boolean leaplings = life.born().getMonthValue() == 2
                        && life.born().getDayOfMonth() == 29
                        && day.getMonthValue() == 3
                        && day.getDayOfMonth() == 1
                        && !day.isLeapYear();
                age += birthday || leaplings ? 1 : 0;
            }
            return age < 70 || !checked(life, wanted)
                    ? 0
                    : age < 80 ? 20_000 : age < 90 ? 30_000 : age < 100 ? 50_000 : 100_000;
        }

        private static LocalDate lastLived(Life life, YearMonth wanted) {
            LocalDate last = wanted.atEndOfMonth();
            return life.died() != null && life.died().isBefore(last) ? life.died() : last;
        }

        /** Walks from the start of the allowance: each passed May and November needs a check in it or later. */
        private static boolean checked(Life life, YearMonth wanted) {
            YearMonth begins = YearMonth.from(life.applied());
            YearMonth seventy =
                    YearMonth.of(life.born().getYear() + 70, life.born().getMonthValue());
            if (life.born().getMonthValue() == 2 && life.born().getDayOfMonth() == 29) {
                seventy = seventy.plusMonths(1);
            }
            begins = seventy.isAfter(begins) ? seventy : begins;
            YearMonth due = null;
            for (YearMonth month = begins.plusMonths(1); month.isBefore(wanted); month = month.plusMonths(1)) {
                if (month.getMonthValue() == 5 || month.getMonthValue() == 11) {
                    due = month;
                }
            }
            if (due == null) {
                return true;
            }
            LocalDate from = due.atDay(1);
            return life.checks().stream()
                    .anyMatch(check -> !check.isBefore(from)
                            && !check.isAfter(LocalDate.parse("2028-01-10"))
                            && (life.died() == null || !check.isAfter(life.died())));
        }
    }
}
