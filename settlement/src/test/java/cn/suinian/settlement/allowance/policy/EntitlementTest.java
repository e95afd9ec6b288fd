package cn.suinian.settlement.allowance.policy;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of 2020, No. 3, one by one (DOMAIN A2; F 7, 8, 13, 14). */
class EntitlementTest {
    private static final LocalDate LONG_AGO = LocalDate.parse("2019-01-01");

    static final Tiers TIERS = new Tiers(
            List.of(tier(70, 79, 20_000), tier(80, 89, 30_000), tier(90, 99, 50_000), tier(100, 200, 100_000)));

    @ParameterizedTest
    @CsvSource({
        "1956-07-31, 2026-06, 0",
        "1956-07-31, 2026-07, 200",
        "1956-07-01, 2026-07, 200",
        "1956-08-01, 2026-07, 0",
        "1946-07-31, 2026-06, 200",
        "1946-07-31, 2026-07, 300",
        "1936-07-15, 2026-07, 500",
        "1926-07-31, 2026-06, 500",
        "1926-07-31, 2026-07, 1000",
        "1916-01-01, 2026-07, 1000"
    })
    void aBirthdayRaisesTheAmountOfItsWholeMonth(LocalDate born, YearMonth month, long yuan) {
        assertThat(judge(born, month).fen()).isEqualTo(yuan * 100);
    }

    @Test
    void whoWasBornOn29FebruaryTurnsSeventyInMarch() {
        LocalDate born = LocalDate.parse("1956-02-29");
        assertThat(judge(born, YearMonth.parse("2026-02")).why()).isEqualTo(NotDue.TOO_YOUNG);
        assertThat(judge(born, YearMonth.parse("2026-03")).fen()).isEqualTo(20_000);
        assertThat(Entitlement.turns(born)).isEqualTo(YearMonth.parse("2026-03"));
        // Eighty in 2036, which has the day.
        Beneficiary eighty = new Beneficiary(born, null, hukou(FUTIAN), LONG_AGO, LocalDate.parse("2035-11-02"));
        assertThat(Entitlement.judge(eighty, YearMonth.parse("2036-02"), TIERS).fen())
                .isEqualTo(30_000);
    }

    @Test
    void withoutAHukouOrAnApplicationNothingIsPaid() {
        assertThat(why(person(List.of(), LONG_AGO, "2026-05-10"), "2026-07")).isEqualTo(NotDue.NO_HUKOU);
        assertThat(why(person(hukou(FUTIAN), null, "2026-05-10"), "2026-07")).isEqualTo(NotDue.NOT_APPLIED);
    }

    @Test
    void aLateApplicationPaysFromItsMonthOnAndNothingBefore() {
        Beneficiary late = person(hukou(FUTIAN), LocalDate.parse("2026-07-31"), null);
        assertThat(why(late, "2026-06")).isEqualTo(NotDue.NOT_APPLIED);
        assertThat(fen(late, "2026-07")).isEqualTo(20_000);
        // The application was a check: the next one is due in November.
        assertThat(fen(late, "2026-11")).isEqualTo(20_000);
        assertThat(why(late, "2026-12")).isEqualTo(NotDue.CHECK_MISSED);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, 2026-11", "2026-04-30, 2026-05", "2026-08-15, 2026-11", "2026-11-01, 2027-05"})
    void aCheckPaysUntilTheNextOneIsDue(LocalDate checked, YearMonth last) {
        Beneficiary person = new Beneficiary(LocalDate.parse("1950-03-01"), null, hukou(FUTIAN), LONG_AGO, checked);
        assertThat(Entitlement.judge(person, last, TIERS).isDue()).isTrue();
        assertThat(Entitlement.judge(person, last.plusMonths(1), TIERS).why()).isEqualTo(NotDue.CHECK_MISSED);
    }

    @Test
    void f14AMissedCheckStopsTheNextMonthAndALateOnePaysTheGap() {
        Beneficiary missed = person(hukou(FUTIAN), LONG_AGO, "2025-11-20");
        MonthlyRun june = run("2026-06");
        assertThat(fen(missed, "2026-05")).isEqualTo(20_000);
        assertThat(june.lines(missed, regular("2026-05"))).isEmpty();
        MonthlyRun august = new MonthlyRun(FUTIAN, YearMonth.parse("2026-08"), YearMonth.parse("2026-05"), TIERS);
        Beneficiary checkedLate = person(hukou(FUTIAN), LONG_AGO, "2026-08-03");
        assertThat(august.lines(checkedLate, regular("2026-05")))
                .extracting(line -> line.month() + " " + line.kind() + " " + line.fen() + " " + line.reason())
                .containsExactly(
                        "2026-06 ARREARS 20000 CHECK_LATE",
                        "2026-07 ARREARS 20000 CHECK_LATE",
                        "2026-08 REGULAR 20000 TIER");
    }

    @Test
    void f13ADeathStopsTheFollowingMonthAndWhatWasPaidAfterItIsClaimedBack() {
        Beneficiary dead = new Beneficiary(
                LocalDate.parse("1950-03-01"),
                LocalDate.parse("2026-05-31"),
                hukou(FUTIAN),
                LONG_AGO,
                LocalDate.parse("2026-05-02"));
        assertThat(fen(dead, "2026-05")).isEqualTo(20_000);
        assertThat(why(dead, "2026-06")).isEqualTo(NotDue.DECEASED);
        assertThat(run("2026-07").lines(dead, regular("2026-05", "2026-06")))
                .containsExactly(
                        new RunLine(YearMonth.parse("2026-06"), Ordered.Kind.RECOVERY, -20_000, 0, "DECEASED"));
    }

    @Test
    void whoDiedBeforeTheBirthdayNeverReachedIt() {
        Beneficiary dead = new Beneficiary(
                LocalDate.parse("1956-07-20"), LocalDate.parse("2026-07-10"), hukou(FUTIAN), LONG_AGO, null);
        assertThat(why(dead, "2026-07")).isEqualTo(NotDue.TOO_YOUNG);
    }

    @Test
    void aWrongDeathTakesTheClaimBackWithoutPayingTwice() {
        Beneficiary alive = person(hukou(FUTIAN), LONG_AGO, "2026-05-02");
        List<Ordered> claimed = List.of(
                ordered("2026-05", Ordered.Kind.REGULAR, 20_000, Ordered.State.STANDS),
                ordered("2026-06", Ordered.Kind.REGULAR, 20_000, Ordered.State.STANDS),
                ordered("2026-06", Ordered.Kind.RECOVERY, -20_000, Ordered.State.STANDS));
        assertThat(run("2026-07").lines(alive, claimed))
                .extracting(line -> line.month() + " " + line.kind() + " " + line.fen())
                .containsExactly("2026-06 WITHDRAWN 20000", "2026-07 REGULAR 20000");
        List<Ordered> collected = List.of(
                ordered("2026-05", Ordered.Kind.REGULAR, 20_000, Ordered.State.STANDS),
                ordered("2026-06", Ordered.Kind.REGULAR, 20_000, Ordered.State.STANDS),
                ordered("2026-06", Ordered.Kind.RECOVERY, -20_000, Ordered.State.COLLECTED));
        assertThat(run("2026-07").lines(alive, collected))
                .extracting(line -> line.month() + " " + line.kind() + " " + line.fen())
                .containsExactly("2026-06 ARREARS 20000", "2026-07 REGULAR 20000");
    }

    @Test
    void aPaymentThatTheBankReturnedIsOwedAgain() {
        Beneficiary person = person(hukou(FUTIAN), LONG_AGO, "2026-05-02");
        List<Ordered> returned = List.of(
                ordered("2026-05", Ordered.Kind.REGULAR, 20_000, Ordered.State.STANDS),
                ordered("2026-06", Ordered.Kind.REGULAR, 20_000, Ordered.State.RETURNED));
        assertThat(run("2026-07").lines(person, returned))
                .extracting(line -> line.month() + " " + line.kind() + " " + line.reason())
                .containsExactly("2026-06 ARREARS RETURNED", "2026-07 REGULAR TIER");
    }

    @Test
    void aHukouThatLeftTheCityStopsTheNextMonth() {
        Period<District> until = new Period<>(FUTIAN, LONG_AGO, LocalDate.parse("2026-06-15"));
        Beneficiary gone = person(List.of(until), LONG_AGO, "2026-05-10");
        assertThat(fen(gone, "2026-06")).isEqualTo(20_000);
        assertThat(why(gone, "2026-07")).isEqualTo(NotDue.NO_HUKOU);
    }

    @Test
    void f7AMoveBetweenDistrictsChangesThePayerFromTheNextMonth() {
        List<Period<District>> moved = List.of(
                new Period<>(FUTIAN, LONG_AGO, LocalDate.parse("2026-06-15")),
                new Period<>(LUOHU, LocalDate.parse("2026-06-15"), null));
        Beneficiary person = person(moved, LONG_AGO, "2026-05-10");
        assertThat(Entitlement.judge(person, YearMonth.parse("2026-06"), TIERS).payer())
                .isEqualTo(FUTIAN);
        assertThat(Entitlement.judge(person, YearMonth.parse("2026-07"), TIERS).payer())
                .isEqualTo(LUOHU);
        assertThat(run("2026-07").lines(person, regular("2026-05", "2026-06"))).isEmpty();
        MonthlyRun luohu = new MonthlyRun(LUOHU, YearMonth.parse("2026-07"), YearMonth.parse("2026-06"), TIERS);
        assertThat(luohu.lines(person, regular("2026-06")))
                .extracting(RunLine::month)
                .containsExactly(YearMonth.parse("2026-07"));
    }

    @Test
    void amountsAreThoseInForceInTheirMonth() {
        Tiers raised = new Tiers(List.of(
                new Tiers.Tier(70, 79, 20_000, LONG_AGO, LocalDate.parse("2026-07-01")),
                new Tiers.Tier(70, 79, 25_000, LocalDate.parse("2026-07-01"), null)));
        Beneficiary person = person(hukou(FUTIAN), LONG_AGO, "2026-05-10");
        assertThat(Entitlement.judge(person, YearMonth.parse("2026-06"), raised).fen())
                .isEqualTo(20_000);
        assertThat(Entitlement.judge(person, YearMonth.parse("2026-07"), raised).fen())
                .isEqualTo(25_000);
    }

    /** One row a reason, in order of precedence: everything after it is wrong with the person too. */
    @Test
    void theFirstReasonOfSeveralIsTold() {
        Set<NotDue> told = EnumSet.noneOf(NotDue.class);
        LocalDate dead = LocalDate.parse("2026-01-01");
        LocalDate old = LocalDate.parse("1950-03-01");
        YearMonth month = YearMonth.parse("2026-07");
        for (Beneficiary person : List.of(
                new Beneficiary(LocalDate.parse("1960-01-01"), dead, List.of(), null, null),
                new Beneficiary(old, dead, List.of(), null, null),
                new Beneficiary(old, null, List.of(), null, null),
                new Beneficiary(old, null, hukou(FUTIAN), null, null),
                new Beneficiary(old, null, hukou(FUTIAN), LONG_AGO, null))) {
            NotDue why = Entitlement.judge(person, month, TIERS).why();
            assertThat(why).isEqualTo(List.of(NotDue.values()).get(told.size()));
            told.add(why);
        }
        assertThat(told).containsExactly(NotDue.values());
    }

    private static Tiers.Tier tier(int from, int to, long fen) {
        return new Tiers.Tier(from, to, fen, LONG_AGO, null);
    }

    private static List<Period<District>> hukou(District district) {
        return List.of(new Period<>(district, LONG_AGO, null));
    }

    private static Beneficiary person(
            List<Period<District>> hukou, @Nullable LocalDate applied, @Nullable String checked) {
        return new Beneficiary(
                LocalDate.parse("1950-03-01"), null, hukou, applied, checked == null ? null : LocalDate.parse(checked));
    }

    private static MonthDue judge(LocalDate born, YearMonth month) {
        LocalDate checked = month.atDay(1);
        return Entitlement.judge(new Beneficiary(born, null, hukou(FUTIAN), LONG_AGO, checked), month, TIERS);
    }

    private static long fen(Beneficiary person, String month) {
        return Entitlement.judge(person, YearMonth.parse(month), TIERS).fen();
    }

    private static @Nullable NotDue why(Beneficiary person, String month) {
        return Entitlement.judge(person, YearMonth.parse(month), TIERS).why();
    }

    private static MonthlyRun run(String month) {
        return new MonthlyRun(FUTIAN, YearMonth.parse(month), YearMonth.parse("2026-05"), TIERS);
    }

    private static List<Ordered> regular(String... months) {
        return List.of(months).stream()
                .map(month -> ordered(month, Ordered.Kind.REGULAR, 20_000, Ordered.State.STANDS))
                .toList();
    }

    private static Ordered ordered(String month, Ordered.Kind kind, long fen, Ordered.State state) {
        return new Ordered(YearMonth.parse(month), FUTIAN, kind, fen, state);
    }
}
