package cn.suinian.settlement.lens.policy;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LONGGANG;
import static cn.suinian.settlement.lens.policy.FindingKind.SUBSIDISED_SHARE;
import static cn.suinian.settlement.lens.policy.FindingKind.SUBSIDY_PER_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PeerComparisonTest {
    private static final PeerComparison COMPARISON = new PeerComparison(LensLimits.DEFAULT);
    private static final int CHEAT = 99;

    @Test
    void aCanteenFarAboveItsDistrictIsFoundWithTheNumbersToCheckIt() {
        List<CanteenDay> city = like(FUTIAN, 6, 100, 40, 500);
        city.add(canteen(CHEAT, FUTIAN, 100, 98, 500));
        Finding share = only(city, SUBSIDISED_SHARE);
        assertThat(share.vendorId()).isEqualTo(CHEAT);
        assertThat(share.score()).isBetween(80, 95);
        assertThat(share.evidence().json())
                .isEqualTo("{\"district\":\"FUTIAN\",\"meals\":100,\"herePermille\":980,\"medianPermille\":400,"
                        + "\"spreadPermille\":50,\"canteens\":7}");
    }

    @Test
    void aCanteenThatOnlyServesTheDearestCategoryIsFoundByItsSubsidyAHead() {
        List<CanteenDay> city = like(FUTIAN, 6, 100, 40, 500);
        city.add(canteen(CHEAT, FUTIAN, 100, 40, 1500));
        assertThat(found(city)).containsExactly(CHEAT + " " + SUBSIDY_PER_HEAD);
    }

    @Test
    void aBusyButHonestCanteenIsNotSuspicious() {
        List<CanteenDay> city = like(FUTIAN, 6, 60, 24, 500);
        city.add(canteen(CHEAT, FUTIAN, 3000, 1260, 500));
        assertThat(found(city)).isEmpty();
    }

    @Test
    void canteensOfADistrictWithManyPoorHoldersAreComparedWithEachOther() {
        List<CanteenDay> city = like(FUTIAN, 9, 100, 30, 500);
        city.addAll(like(LONGGANG, 5, 100, 80, 1500));
        assertThat(found(city)).isEmpty();
    }

    @Test
    void threeCanteensAreNotCompared() {
        List<CanteenDay> city = like(FUTIAN, 2, 100, 10, 500);
        city.add(canteen(CHEAT, FUTIAN, 100, 100, 1500));
        assertThat(found(city)).isEmpty();
    }

    @Test
    void aSmallCanteenIsNotComparedAndDoesNotCount() {
        List<CanteenDay> city = like(FUTIAN, 4, 100, 10, 500);
        city.add(canteen(CHEAT, FUTIAN, 29, 29, 1500));
        assertThat(found(city)).isEmpty();
        city.add(canteen(CHEAT + 1, FUTIAN, 30, 30, 1500));
        assertThat(found(city))
                .allMatch(each -> each.startsWith(CHEAT + 1 + " "))
                .hasSize(2);
    }

    @Test
    void aCanteenFarBelowItsDistrictCostsNobodyAnything() {
        List<CanteenDay> city = like(FUTIAN, 6, 100, 90, 500);
        city.add(canteen(CHEAT, FUTIAN, 100, 0, 0));
        assertThat(found(city)).isEmpty();
    }

    @RepeatedTest(100)
    void chanceAccusesNobody(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        double share = 0.1 + 0.8 * random.nextDouble();
        assertThat(found(honest(random, share))).isEmpty();
    }

    @RepeatedTest(100)
    void oneCheatAmongHonestCanteensIsFoundAndNobodyElse(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<CanteenDay> city = honest(random, 0.1 + 0.3 * random.nextDouble());
        int meals = 60 + random.nextInt(300);
        city.add(canteen(CHEAT, FUTIAN, meals, meals, 500));
        assertThat(found(city)).contains(CHEAT + " " + SUBSIDISED_SHARE).allMatch(each -> each.startsWith(CHEAT + " "));
    }

    private static List<CanteenDay> honest(Random random, double share) {
        List<CanteenDay> city = new ArrayList<>();
        int canteens = 5 + random.nextInt(30);
        for (int vendor = 1; vendor <= canteens; vendor++) {
            int meals = 30 + random.nextInt(500);
            int subsidised = (int) IntStream.range(0, meals)
                    .filter(meal -> random.nextDouble() < share)
                    .count();
            city.add(canteen(vendor, FUTIAN, meals, subsidised, 500));
        }
        return city;
    }

    private static List<CanteenDay> like(District district, int count, int meals, int subsidised, int fen) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> canteen(n, district, meals, subsidised, fen))
                .collect(Collectors.toList());
    }

    private static CanteenDay canteen(int vendor, District district, long meals, long subsidised, long fen) {
        return new CanteenDay(
                vendor,
                district,
                Sample.ofShare(meals, subsidised),
                new Sample(meals, subsidised * fen, subsidised * fen * fen));
    }

    private static List<String> found(List<CanteenDay> city) {
        return COMPARISON.judge(city).stream()
                .map(finding -> finding.vendorId() + " " + finding.kind())
                .toList();
    }

    private static Finding only(List<CanteenDay> city, FindingKind kind) {
        List<Finding> findings = COMPARISON.judge(city).stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
