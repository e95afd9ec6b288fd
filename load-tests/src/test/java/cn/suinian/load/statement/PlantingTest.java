package cn.suinian.load.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.fake.TwoSoldDays;
import cn.suinian.load.statement.Planting.Planted;
import cn.suinian.load.statement.Planting.TwoDays;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlantingTest {
    private final TwoDays days = TwoSoldDays.sold(4);
    private final Planted planted = TwoSoldDays.planted(days);

    @Test
    void plantsADifferenceOfEveryKind() {
        assertThat(planted.differences()).extracting(Difference::kind).contains(BreakKind.values());
        assertThat(planted.differences()).extracting(Difference::cure).contains(Difference.Cure.values());
    }

    @Test
    void eachDifferenceIsAboutATapOfItsOwn() {
        assertThat(planted.differences())
                .filteredOn(each -> each.kind() != BreakKind.LATE)
                .extracting(Difference::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void theRiskIsWhatTheSidesDifferByOrAllThatIsClaimed() {
        for (Difference each : planted.differences()) {
            Difference.Money money = each.money();
            long expected =
                    switch (each.kind()) {
                        case LATE -> 0;
                        case DUPLICATE -> money.theirsFen();
                        default -> Math.abs(money.theirsFen() - money.oursFen());
                    };
            assertThat(money.riskFen()).as("%s", each).isEqualTo(expected);
        }
    }

    @Test
    void onlyAdjustmentsMoveMoneyAndTheyMoveTheDifference() {
        for (Difference each : planted.differences()) {
            boolean moves = each.cure().status().equals("Adjusted");
            assertThat(each.movedFen())
                    .as("%s", each)
                    .isEqualTo(moves ? each.money().theirsFen() - each.money().oursFen() : 0);
            assertThat(each.payer() != null).isEqualTo(moves);
        }
    }

    @Test
    void fourVendorsWriteFourFormatsAndTheOthersStateWhatTheySold() {
        assertThat(planted.first().stream().limit(4))
                .extracting(VendorStatement::form)
                .containsExactlyInAnyOrder(Form.values());
        for (VendorStatement other : planted.first().subList(4, planted.first().size())) {
            long sold = days.firstSales().get(other.vendor()).stream()
                    .filter(sale -> sale.fate() == Sale.Fate.COUNTED)
                    .count();
            assertThat(other.rows()).isEqualTo((int) sold);
            assertThat(other.badRows() + other.repeatedRows()).isZero();
            assertThat(other.held()).isFalse();
        }
    }

    @Test
    void oneStatementIsHeldAndOneHasRowsThatCannotBeRead() {
        assertThat(planted.first()).filteredOn(VendorStatement::held).hasSize(1);
        assertThat(planted.first()).filteredOn(each -> each.badRows() == 3).hasSize(1);
        assertThat(planted.first()).filteredOn(each -> each.repeatedRows() == 1).hasSize(1);
    }

    @Test
    void everyFileHasAHeaderItsRowsAndATrailer() {
        for (VendorStatement each : all().toList()) {
            String text = new String(each.content(), charset(each.form()));
            List<String> lines = text.lines().toList();
            int heads = each.form() == Form.CSV_UTF_8 || each.form() == Form.CSV_GB18030 ? 2 : 1;
            assertThat(lines).hasSize(heads + each.rows() + each.badRows() + 1);
            assertThat(lines.get(0)).contains(each.vendor());
        }
    }

    @Test
    void aForgottenSaleIsMissingAfterTwoWorkdaysAndOnlyExpectedBefore() {
        assertThat(kindOfForgotten(planted)).containsOnly(BreakKind.MISSING_AT_VENDOR);
        Planted early =
                Planting.plant(days, TwoSoldDays.KINDS, WorkCalendar.ofWeekends(), TwoSoldDays.THURSDAY.plusDays(1));
        assertThat(kindOfForgotten(early)).containsOnly(BreakKind.EXPECTED);
    }

    @Test
    void whatIsOnlyExpectedComesAfterwardsAndNobodyDecidesAboutIt() {
        assertThat(planted.afterwards()).hasSize(2).allMatch(each -> each.rows() == 1 && !each.held());
        assertThat(planted.differences())
                .filteredOn(each -> each.kind() == BreakKind.EXPECTED)
                .extracting(Difference::cure)
                .containsOnly(Difference.Cure.HEAL);
    }

    @Test
    void theSameSalesGiveTheSameFiles() {
        Planted again = TwoSoldDays.planted(TwoSoldDays.sold(4));
        assertThat(again.differences()).isEqualTo(planted.differences());
        assertThat(Arrays.equals(
                        again.first().get(0).content(), planted.first().get(0).content()))
                .isTrue();
    }

    private static List<BreakKind> kindOfForgotten(Planted planted) {
        return planted.differences().stream()
                .filter(each ->
                        each.day().equals(TwoSoldDays.WEDNESDAY) && each.what().equals("forgotten"))
                .map(Difference::kind)
                .toList();
    }

    private Stream<VendorStatement> all() {
        return Stream.of(planted.first(), planted.second(), planted.afterwards())
                .flatMap(List::stream);
    }

    private static Charset charset(Form form) {
        return form == Form.CSV_GB18030 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }
}
