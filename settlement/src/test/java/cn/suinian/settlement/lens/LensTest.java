package cn.suinian.settlement.lens;

import static cn.suinian.settlement.lens.LensCity.AUDITOR;
import static cn.suinian.settlement.lens.LensCity.CLERK;
import static cn.suinian.settlement.lens.LensCity.DAY;
import static cn.suinian.settlement.lens.LensCity.FUTIAN;
import static cn.suinian.settlement.lens.LensCity.LUOHU;
import static cn.suinian.settlement.lens.LensCity.METRO;
import static cn.suinian.settlement.lens.LensCity.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.LimitMoves;
import cn.suinian.settlement.lens.hold.Hold;
import cn.suinian.settlement.lens.hold.HoldFilter;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.lens.work.EvidenceRow;
import cn.suinian.settlement.lens.work.VendorCase;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.risk.RiskRound;
import cn.suinian.settlement.risk.policy.FlagKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class LensTest {
    private LensCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        city = LensCity.open(database);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void mealsInTheNightAreFoundWithTheirTapsAndTheirMoney() throws Exception {
        city.meals(1, "12:00", 5, 500, FUTIAN);
        city.meals(1, "03:00", 3, 500, FUTIAN);
        city.meals(1, "03:20", 1, 1500, LUOHU);
        city.meals(2, "05:00", 2, 500, FUTIAN);
        city.finish();
        assertThat(findings()).isEqualTo("1 OUTSIDE_HOURS 66");
        LensItem finding = items(1).get(0);
        List<EvidenceRow> taps = city.cases.evidence(AUDITOR, finding.ref(), 200);
        assertThat(taps).hasSize(4).allMatch(tap -> tap.approved() && !tap.takenBack());
        assertThat(taps.get(3).payerFen()).isEqualTo(1700);
        assertThat(concern(1)).isEqualTo(Map.of(new Payer(FUTIAN), 2100L, new Payer(LUOHU), 1700L));
    }

    @Test
    void aTapIsJudgedByWhenItWasMadeAndNotByWhenItCame() throws Exception {
        city.meals(1, "12:00", 4, 500, FUTIAN);
        LimitMoves.set(city.transactions, LensCity.CLOCK, Limit.OPENING_HOURS, "CANTEEN", "11:00-14:00");
        city.clear();
        assertThat(city.lens.lookAt(DAY).findings()).isZero();
    }

    @Test
    void lateTapsCountInTheDayTheySettleIn() throws Exception {
        city.taps(1, DAY.minusDays(1), "02:00", 3, 500, FUTIAN, 2);
        city.finish();
        assertThat(findings()).isEqualTo("1 OUTSIDE_HOURS 50");
        assertThat(city.cases.evidence(AUDITOR, items(1).get(0).ref(), 200)).hasSize(3);
    }

    @Test
    void whatWasTakenBackIsNotLookedAt() throws Exception {
        int first = city.meals(1, "03:00", 3, 500, FUTIAN);
        city.ask("INSERT INTO tap_reversal SELECT tap_date, settle_date, vendor_id, terminal_id, terminal_seq,"
                + " holder_id, received_at, amount, subsidy, operator_subsidy, delivery_subsidy, service, payer,"
                + " balance_left, 'TILL_ERROR' FROM tap WHERE holder_id = " + first);
        city.finish();
        assertThat(findings()).isNull();
    }

    @Test
    void aVendorOfAKindWithoutHoursIsOpenAtAnyTime() throws Exception {
        LimitMoves.set(city.transactions, LensCity.CLOCK, Limit.OPENING_HOURS, "CANTEEN", "");
        city.meals(1, "03:00", 9, 500, FUTIAN);
        city.finish();
        assertThat(findings()).isNull();
    }

    @Test
    void aCanteenWhoseMealsAreAllSubsidisedStandsOutAmongItsPeers() throws Exception {
        for (int vendor = 1; vendor <= 5; vendor++) {
            city.lunch(vendor, 40, 10, 500, FUTIAN);
        }
        city.lunch(6, 40, 40, 500, FUTIAN);
        city.finish();
        assertThat(findings())
                .startsWith("6 SUBSIDISED_SHARE")
                .doesNotContain("1 ")
                .doesNotContain("5 SUB");
        assertThat(concern(6)).isEqualTo(Map.of(new Payer(FUTIAN), 40 * 700L));
    }

    @Test
    void aDistrictWithManyPoorHoldersABusyCanteenAndThreeCanteensAloneAreNotSuspicious() throws Exception {
        for (int vendor = 1; vendor <= 4; vendor++) {
            city.lunch(vendor, 40, 12, 500, FUTIAN);
        }
        city.lunch(5, 300, 90, 500, FUTIAN);
        city.lunch(6, 40, 40, 1500, LUOHU);
        city.lunch(7, 40, 38, 1500, LUOHU);
        city.lunch(8, 40, 5, 1500, LUOHU);
        city.finish();
        assertThat(findings()).isNull();
        assertThat(city.ask("SELECT count(*) FROM payment_hold")).isEqualTo("0");
    }

    @Test
    void aDayIsLookedAtWhenItIsClearedAndScanned() throws Exception {
        city.meals(1, "12:00", 1, 500, FUTIAN);
        assertThatIllegalStateException().isThrownBy(() -> city.lens.lookAt(DAY));
        assertThat(city.lens.lookAtOldest()).isEmpty();
        city.clear();
        assertThat(city.lens.lookAtOldest().orElseThrow().day()).isEqualTo(DAY);
        assertThat(city.lens.lookAtOldest()).isEmpty();
    }

    @Test
    void lookingAgainFindsNothingTwiceAndHoldsNothingTwice() throws Exception {
        nightMealsThatAreHeld();
        assertThat(city.lens.lookAt(DAY)).matches(round -> round.findings() == 0 && round.holds() == 0);
        assertThat(city.ask("SELECT count(*) FROM vendor_finding")).isEqualTo("1");
        assertThat(holds()).hasSize(1).allMatch(Hold::inForce);
    }

    @Test
    void theHouseHoldsADayWhoseScoreIsAboveTheLimitAndSaysSo() throws Exception {
        nightMealsThatAreHeld();
        Hold hold = holds().get(0);
        assertThat(hold.madeByTheHouse()).isTrue();
        assertThat(hold.placedAs()).isEqualTo("lens");
        assertThat(hold.vendorId()).isEqualTo(1);
        assertThat(hold.days().include(DAY)).isTrue();
        assertThat(hold.days().include(DAY.plusDays(1))).isFalse();
        assertThat(hold.grounds()).isEqualTo(3);
        assertThat(city.ask("SELECT act || ' ' || actor FROM audit_log ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("PAYMENT_HOLD_PLACED lens");
    }

    @Test
    void whatPeopleReleasedIsHeldAgainOnlyForSomethingNew() throws Exception {
        int first = nightMealsThatAreHeld();
        release(holds().get(0).holdNo());
        assertThat(city.lens.lookAt(DAY).holds()).isZero();
        for (int holder = first + 2; holder < first + 5; holder++) {
            city.flag("TERMINAL_BURST", 90, holder);
        }
        assertThat(city.lens.lookAt(DAY).holds()).isEqualTo(1);
        assertThat(holds()).extracting(Hold::inForce).containsExactly(true, false);
        assertThat(holds().get(0).grounds()).isEqualTo(3);
    }

    @Test
    void whatWasExplainedAndWhatSpeaksOnlyOfAHolderHoldsNothing() throws Exception {
        int first = city.meals(1, "12:00", 9, 500, FUTIAN);
        for (int holder = first; holder < first + 5; holder++) {
            city.flag("IMPOSSIBLE_TRAVEL", 95, holder);
        }
        for (int holder = first; holder < first + 3; holder++) {
            long flag = city.flag("TERMINAL_BURST", 90, holder);
            city.items.answer(CLERK, List.of(new Items.Seen(ItemRef.flag(flag), 0)), Verdict.EXPLAINED, "两台机共用");
        }
        city.finish();
        assertThat(holds()).isEmpty();
    }

    @Test
    @Breaks("a day's history leads step by step to where the day is")
    void whatIsFlaggedAfterADayWasLookedAtHoldsItsMoneyAsLongAsItIsNotPaid() throws Exception {
        int first = city.meals(1, "12:00", 6, 500, FUTIAN);
        city.finish();
        assertThat(holds()).isEmpty();
        assertThat(notLookedAt()).isEmpty();
        city.ask("UPDATE holder SET deceased_on = '2026-10-27' WHERE holder_id BETWEEN %d AND %d"
                .formatted(first, first + 2));
        RiskRound heard = city.scan().hearOfDeaths().orElseThrow();
        assertThat(heard.flags()).isEqualTo(Map.of(FlagKind.TAP_AFTER_DEATH, 3));
        assertThat(notLookedAt()).as("nothing of it is paid meanwhile").containsExactly(DAY);
        assertThat(city.lens.lookAtOldest().orElseThrow().holds()).isEqualTo(1);
        assertThat(holds()).hasSize(1).allMatch(hold -> hold.vendorId() == 1 && hold.grounds() == 3);
        assertThat(city.lens.lookAtOldest()).isEmpty();
        assertThat(city.scan().hearOfDeaths().orElseThrow().newFlags())
                .as("each death is heard of once")
                .isZero();
        city.ask("UPDATE holder SET deceased_on = '2026-10-27' WHERE holder_id = %d".formatted(first + 3));
        for (String state : List.of("RECONCILED", "APPROVED", "PAID")) {
            city.ask("UPDATE business_day SET state = '%s' WHERE day = '%s'".formatted(state, DAY));
        }
        assertThat(city.scan().hearOfDeaths().orElseThrow().newFlags()).isEqualTo(1);
        assertThat(city.lens.lookAtOldest()).isEmpty();
        city.ask("UPDATE holder SET deceased_on = NULL WHERE holder_id = %d".formatted(first + 3));
        city.scan().hearOfDeaths();
        city.ask("SET session_replication_role = replica; DELETE FROM risk_flag WHERE holder_id = %d"
                .formatted(first + 3));
        city.ask("UPDATE holder SET deceased_on = '2026-10-27' WHERE holder_id = %d".formatted(first + 3));
        assertThat(city.scan().hearOfDeaths().orElseThrow().newFlags())
                .as("a death that was undone and recorded again, even for the same day, is another one")
                .isEqualTo(1);
    }

    private List<LocalDate> notLookedAt() throws SQLException {
        return city.transactions.run(transaction -> Lens.listNotLookedAt(transaction, DAY));
    }

    @Test
    void mealsOfTheDeadHoldACanteenAndRidesOfTheDeadDoNotHoldTheMetro() throws Exception {
        int first = city.meals(1, "12:00", 3, 500, FUTIAN);
        int rider = city.taps(METRO, DAY, "09:00", 4, 250, 1, 1);
        city.ask("UPDATE holder SET deceased_on = '2026-11-01' WHERE holder_id BETWEEN %d AND %d OR holder_id >= %d"
                .formatted(first, first + 2, rider));
        city.finish();
        assertThat(city.ask("SELECT string_agg(vendor_id || ' ' || kind || ' ' || score, ', ' ORDER BY flag_id)"
                        + " FROM risk_flag WHERE vendor_id = 1"))
                .isEqualTo("1 TAP_AFTER_DEATH 90, 1 TAP_AFTER_DEATH 90, 1 TAP_AFTER_DEATH 90");
        assertThat(holds()).hasSize(1).allMatch(hold -> hold.vendorId() == 1 && hold.grounds() == 3);
        assertThat(concern(METRO)).isEqualTo(Map.of(Payer.CITY, 1000L));
    }

    @Test
    void aFindingIsNeverChangedOrTakenAway() throws Exception {
        nightMealsThatAreHeld();
        for (String tampering : List.of(
                "UPDATE vendor_finding SET score = 1",
                "DELETE FROM vendor_finding",
                "DELETE FROM vendor_finding_money",
                "DELETE FROM payment_hold",
                "UPDATE payment_hold SET reason = 'x'",
                "UPDATE payment_hold SET released_at = now(), release_request = NULL",
                "TRUNCATE payment_hold_ground")) {
            assertThatThrownBy(() -> city.ask(tampering)).as(tampering).isInstanceOf(SQLException.class);
        }
    }

    /** One finding of 95 and two flags of 90: more than 250. The first of their holders. */
    private int nightMealsThatAreHeld() throws SQLException {
        int first = city.meals(1, "03:00", 8, 500, FUTIAN);
        city.flag("TERMINAL_BURST", 90, first);
        city.flag("TERMINAL_BURST", 90, first + 1);
        city.finish();
        return first;
    }

    private void release(long holdNo) throws SQLException {
        List<Items.Seen> waiting = items(1).stream()
                .map(item -> new Items.Seen(item.ref(), item.answers()))
                .toList();
        city.items.answer(CLERK, waiting, Verdict.EXPLAINED, "夜间送餐");
        long request = city.holds.askRelease(CLERK, holdNo, "已核实");
        city.holds.approveRelease(
                SUPERVISOR,
                request,
                city.holds.find(SUPERVISOR, holdNo).orElseThrow().items());
    }

    private List<LensItem> items(int vendor) throws SQLException {
        return city.items.list(AUDITOR, new Items.Of(vendor, DAY, DAY, false), null, 200);
    }

    private List<Hold> holds() throws SQLException {
        return city.holds.list(AUDITOR, HoldFilter.ALL, null, 200);
    }

    private Map<Payer, Long> concern(int vendor) throws SQLException {
        VendorCase found = city.cases.get(AUDITOR, vendor, DAY, DAY);
        return found.concernedFen();
    }

    private String findings() throws SQLException {
        return city.ask("SELECT string_agg(vendor_id || ' ' || kind || ' ' || score, ', ' ORDER BY vendor_id, kind)"
                + " FROM vendor_finding");
    }
}
