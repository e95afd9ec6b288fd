package cn.suinian.settlement.edgecases;

import static cn.suinian.settlement.edgecases.EdgeTown.NOON;
import static cn.suinian.settlement.edgecases.EdgeTown.TODAY;
import static cn.suinian.settlement.edgecases.EdgeTown.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.DayMoves;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge cases 5, 6, 7 and 8 at the reader: rules and facts by the moment of the tap. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RuleAndBirthdayCasesTest {
    private static final String SEVENTY_SIX = "1950-05-01";
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private EdgeTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new EdgeTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void case5ACategoryIsThatOfTheDayOfTheTapAndNotOfItsArrival() throws Exception {
        town.person(1, SEVENTY_SIX);
        town.ask("INSERT INTO holder_category (holder_id, category, valid_from, valid_to)"
                + " VALUES (1, 'LOW_INCOME', '2020-01-01', '" + TODAY + "')");

        assertThat(town.tap(late(1, 1)).subsidyFen()).as("its last day").isEqualTo(1_500);
        assertThat(town.tap(town.lunch(1, 2)).subsidyFen()).as("the day after").isEqualTo(500);
    }

    @Test
    void case5ARuleHoldsFromMidnightInShenzhenOfItsFirstDay() throws Exception {
        town.person(1, SEVENTY_SIX);
        town.ask("UPDATE benefit_rule SET valid_to = '" + TODAY + "' WHERE benefit = 'TRANSIT';"
                + "INSERT INTO benefit_rule SELECT (jsonb_populate_record(r, jsonb_build_object('rule_id', 900,"
                + " 'valid_from', '" + TODAY + "', 'valid_to', null, 'cap_fen', 100))).* FROM benefit_rule r"
                + " WHERE benefit = 'TRANSIT'");

        assertThat(town.tap(town.bus(1, 1).at(YESTERDAY.atTime(LAST_SECOND)).arrivingAfter(Duration.ofMinutes(1)))
                        .subsidyFen())
                .as("a second before; it is afternoon in Greenwich either way")
                .isEqualTo(200);
        assertThat(town.tap(town.bus(1, 2).at(TODAY.atStartOfDay())).subsidyFen())
                .isEqualTo(100);
    }

    @Test
    void case6TheSubsidyIsThePriceUpToTheCap() throws Exception {
        for (long holder = 1; holder <= 4; holder++) {
            town.person(holder, SEVENTY_SIX);
        }
        int[] prices = {400, 500, 501, 1_800};
        int[] subsidies = {400, 500, 500, 500};
        for (int i = 0; i < prices.length; i++) {
            assertThat(town.tap(town.lunch(i + 1, 1).meal(prices[i])).subsidyFen())
                    .as("a lunch for %d fen", prices[i])
                    .isEqualTo(subsidies[i]);
        }
    }

    @Test
    void case7TheDistrictOfTheHukouAtTheTapPaysAlsoWhenItMovesInTheMiddleOfAMonth() throws Exception {
        town.person(1, SEVENTY_SIX);
        town.register.recordMoveDistrict(DayMoves.MAKER, 1, District.LUOHU, TODAY, true, "户口簿");

        town.tap(late(1, 1));
        town.tap(town.lunch(1, 2));

        assertThat(town.ask("SELECT string_agg(tap_date || ' ' || payer, ', ' ORDER BY tap_date) FROM tap"))
                .isEqualTo(YESTERDAY + " " + District.FUTIAN.code() + ", " + TODAY + " " + District.LUOHU.code());
    }

    @Test
    void case8SixtyBeginsAtMidnightOfTheBirthday() throws Exception {
        town.person(1, TODAY.minusYears(60).toString());

        assertThat(town.tap(town.bus(1, 1).at(YESTERDAY.atTime(LAST_SECOND)).arrivingAfter(Duration.ofMinutes(1)))
                        .reason())
                .isEqualTo(DeclineReason.HOLDER_UNDER_AGE);
        assertThat(town.tap(town.bus(1, 2).at(TODAY.atStartOfDay())).approved()).isTrue();
    }

    @Test
    void case8SixtyNineBecomesSeventyAndHasItsLunchOnTheBirthday() throws Exception {
        town.person(1, TODAY.minusYears(70).toString());

        assertThat(town.tap(late(1, 1)).subsidyFen()).as("the eve").isZero();
        assertThat(town.tap(town.lunch(1, 2)).subsidyFen()).isEqualTo(500);
    }

    @Test
    void case8NinetyNineBecomesAHundredAndHasTheHigherCapOnTheBirthday() throws Exception {
        town.person(1, TODAY.minusYears(100).toString());

        assertThat(town.tap(late(1, 1)).subsidyFen()).as("the eve").isEqualTo(500);
        assertThat(town.tap(town.lunch(1, 2)).subsidyFen()).isEqualTo(1_500);
    }

    @Test
    void case8ABirthdayOn29FebruaryIsOnTheFirstOfMarchOfAPlainYear() throws Exception {
        town.person(1, "1956-02-29");
        // Both days are free ones, so a lunch on any day stands in for the working days that they are not.
        town.ask("UPDATE benefit_rule SET workdays_only = false WHERE benefit = 'MEAL'");
        LocalDate eve = LocalDate.parse("2026-02-28");
        town.ask("DELETE FROM open_business_day; INSERT INTO open_business_day (day) VALUES ('" + eve + "')");

        assertThat(town.tap(town.lunch(1, 1).at(eve.atTime(12, 0))).subsidyFen())
                .as("69 on 28 February 2026")
                .isZero();
        assertThat(town.tap(town.lunch(1, 2).at(eve.plusDays(1).atTime(12, 0))).subsidyFen())
                .as("70 on 1 March 2026")
                .isEqualTo(500);
    }

    /** Yesterday's lunch, which arrives today. */
    private TapBuilder late(long holder, long number) {
        return town.lunch(holder, number).at(NOON.minusDays(1)).arrivingAfter(Duration.ofHours(23));
    }
}
