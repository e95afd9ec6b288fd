package cn.suinian.settlement.lens;

import static cn.suinian.settlement.lens.LensCity.AUDITOR;
import static cn.suinian.settlement.lens.LensCity.CLERK;
import static cn.suinian.settlement.lens.LensCity.DAY;
import static cn.suinian.settlement.lens.LensCity.FUTIAN;
import static cn.suinian.settlement.lens.LensCity.OTHER_CLERK;
import static cn.suinian.settlement.lens.LensCity.OTHER_SUPERVISOR;
import static cn.suinian.settlement.lens.LensCity.SUPERVISOR;
import static cn.suinian.settlement.lens.LensCity.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldBlocker;
import cn.suinian.settlement.lens.hold.HoldFilter;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.hold.HoldView;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.item.Answer;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.Verdict;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class HoldsTest {
    private static final Actor CLERK_AND_SUPERVISOR =
            LensCity.staff(9, "both", Role.SETTLEMENT_CLERK, Role.SETTLEMENT_SUPERVISOR);

    private LensCity city;
    private int holder;

    @BeforeEach
    void open(Database database) throws Exception {
        city = LensCity.open(database);
        holder = city.meals(1, "12:00", 3, 500, FUTIAN);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aClerkHoldsAVendorAtOnceAndTwoPeopleReleaseIt() throws Exception {
        long hold = place(CLERK, HeldDays.ALL);
        assertThat(blockers(1, DAY)).extracting(HoldBlocker::reference).containsExactly("hold:" + hold);
        assertThat(blockers(2, DAY)).isEmpty();
        long request = city.holds.askRelease(CLERK, hold, "已核实");
        assertThat(blockers(1, DAY)).hasSize(1);
        assertThat(city.holds.count(AUDITOR, new HoldFilter(null, true, true))).isEqualTo(1);
        city.holds.approveRelease(SUPERVISOR, request, 0);
        assertThat(blockers(1, DAY)).isEmpty();
        HoldView view = city.holds.find(AUDITOR, hold).orElseThrow();
        assertThat(view.hold().inForce()).isFalse();
        assertThat(view.signatures()).hasSize(1).allMatch(each -> "supervisor-1".equals(each.decidedAs()));
        assertThat(city.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"))
                .isEqualTo("PAYMENT_HOLD_PLACED PAYMENT_HOLD_RELEASE_ASKED PAYMENT_HOLD_RELEASED");
    }

    @Test
    void aHoldOfSomeDaysDoesNotHoldWhatWasOwedBefore() throws Exception {
        place(CLERK, new HeldDays(DAY, DAY.plusDays(2)));
        assertThat(blockers(1, DAY.minusDays(1))).isEmpty();
        assertThat(blockers(1, DAY)).hasSize(1);
        assertThat(blockers(1, DAY.plusDays(9))).hasSize(1);
    }

    @Test
    void nobodyReleasesTheirOwnHoldNotEvenWithTwoRoles() throws Exception {
        long hold = place(CLERK_AND_SUPERVISOR, HeldDays.ALL);
        long own = city.holds.askRelease(CLERK_AND_SUPERVISOR, hold, "已核实");
        assertThat(refusal(() -> city.holds.approveRelease(CLERK_AND_SUPERVISOR, own, 0)))
                .isEqualTo("SAME_PERSON");
        city.holds.rejectRelease(SUPERVISOR, own, "请另行核实");
        long taken = city.holds.askRelease(CLERK, hold, "已核实");
        assertThat(refusal(() -> city.holds.withdrawRelease(OTHER_CLERK, taken, "写错了")))
                .isEqualTo("NOT_YOURS");
        city.holds.withdrawRelease(CLERK, taken, "写错了");
        assertThat(city.holds.find(CLERK, hold).orElseThrow().signatures())
                .extracting(HoldView.Signature::outcome)
                .contains("WITHDRAWN");
        long asked = city.holds.askRelease(CLERK, hold, "已核实");
        assertThat(refusal(() -> city.holds.approveRelease(CLERK_AND_SUPERVISOR, asked, 0)))
                .isEqualTo("OWN_HOLD");
        assertThat(refusal(() -> city.holds.approveRelease(OTHER_CLERK, asked, 0)))
                .isEqualTo("NOT_PERMITTED");
        assertThat(blockers(1, DAY)).hasSize(1);
    }

    @Test
    void aReplayReleasesNothing() throws Exception {
        long first = place(CLERK, HeldDays.ALL);
        long request = city.holds.askRelease(CLERK, first, "已核实");
        city.holds.approveRelease(SUPERVISOR, request, 0);
        long second = place(CLERK, HeldDays.ALL);
        assertThat(second).isNotEqualTo(first);
        assertThat(refusal(() -> city.holds.approveRelease(SUPERVISOR, request, 0)))
                .isEqualTo("ALREADY_DECIDED");
        assertThat(refusal(() -> city.holds.approveRelease(SUPERVISOR, request + 99, 0)))
                .isEqualTo("NO_SUCH_REQUEST");
        assertThat(refusal(() -> city.holds.askRelease(CLERK, first, "已核实"))).isEqualTo("ALREADY_RELEASED");
        assertThat(blockers(1, DAY)).extracting(HoldBlocker::holdNo).containsExactly(second);
        assertThatThrownBy(() -> city.ask("UPDATE payment_hold SET released_at = now(), release_request = " + request
                        + " WHERE hold_no = " + second))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void twoSupervisorsAtOnceReleaseItOnce() throws Exception {
        long hold = place(CLERK, HeldDays.ALL);
        long request = city.holds.askRelease(CLERK, hold, "已核实");
        List<String> outcomes = Stream.of(SUPERVISOR, OTHER_SUPERVISOR)
                .map(actor -> CompletableFuture.supplyAsync(
                        () -> refusal(() -> city.holds.approveRelease(actor, request, 0))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).containsExactlyInAnyOrder("done", "ALREADY_DECIDED");
    }

    @Test
    void aReleaseIsJudgedWhenItIsApprovedAndNotWhenItWasAsked() throws Exception {
        ItemRef flag = ItemRef.flag(city.flag("TERMINAL_BURST", 90, holder));
        long hold = city.holds.place(CLERK, new HoldRequest(1, HeldDays.of(DAY), "刷卡过快", List.of(flag)));
        assertThat(refusal(() -> city.holds.askRelease(CLERK, hold, "已核实"))).isEqualTo("GROUNDS_OPEN");
        long explained = answer(flag, 0, Verdict.EXPLAINED);
        long request = city.holds.askRelease(CLERK, hold, "已核实");
        long reopened = answer(flag, explained, Verdict.REOPENED);
        assertThat(refusal(() -> city.holds.approveRelease(SUPERVISOR, request, 1)))
                .isEqualTo("GROUNDS_OPEN");
        answer(flag, reopened, Verdict.CONFIRMED);
        city.flag("TERMINAL_BURST", 90, holder + 1);
        assertThat(refusal(() -> city.holds.approveRelease(SUPERVISOR, request, 1)))
                .isEqualTo("SEEN_OLD");
        assertThat(blockers(1, DAY)).hasSize(1);
        city.holds.approveRelease(SUPERVISOR, request, 2);
        assertThat(blockers(1, DAY)).isEmpty();
    }

    @Test
    void staffOfADistrictSeeHoldsAndFlagsAndTouchNone() throws Exception {
        Actor futian = new Actor(8L, "futian", SUPERVISOR.permissions(), new Scope(District.FUTIAN, null), "192.0.2.1");
        ItemRef flag = ItemRef.flag(city.flag("TERMINAL_BURST", 90, holder));
        long hold = place(SUPERVISOR, HeldDays.ALL);
        assertThat(city.holds.find(futian, hold)).isPresent();
        assertThat(refusal(() -> place(futian, HeldDays.of(DAY)))).isEqualTo("CITY_ONLY");
        assertThat(refusal(() -> city.holds.askRelease(futian, hold, "x"))).isEqualTo("CITY_ONLY");
        long request = city.holds.askRelease(CLERK, hold, "已核实");
        assertThat(refusal(() -> city.holds.approveRelease(futian, request, 0))).isEqualTo("CITY_ONLY");
        assertThat(refusal(() -> city.holds.rejectRelease(futian, request, "x")))
                .isEqualTo("CITY_ONLY");
        assertThat(refusal(() -> city.items.answer(futian, List.of(new Items.Seen(flag, 0)), Verdict.EXPLAINED, "x")))
                .isEqualTo("CITY_ONLY");
        assertThat(blockers(1, DAY)).hasSize(1);
    }

    @Test
    void aHoldNeedsAVendorDaysAReasonAndGroundsOfItsOwn() throws Exception {
        ItemRef flag = ItemRef.flag(city.flag("TERMINAL_BURST", 90, holder));
        assertThat(refusal(() -> place(AUDITOR, HeldDays.ALL))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> place(Actor.house("job"), HeldDays.ALL))).isEqualTo("NOT_A_PERSON");
        assertThat(refusal(() -> city.holds.place(CLERK, new HoldRequest(77, HeldDays.ALL, "x", List.of()))))
                .isEqualTo("VENDOR_UNKNOWN");
        assertThat(refusal(() -> city.holds.place(CLERK, new HoldRequest(1, HeldDays.ALL, " ", List.of()))))
                .isEqualTo("REASON_INVALID");
        assertThat(refusal(() -> new HeldDays(DAY, DAY.minusDays(1)))).isEqualTo("DAYS_INVALID");
        assertThat(refusal(() -> city.holds.place(CLERK, new HoldRequest(2, HeldDays.ALL, "x", List.of(flag)))))
                .isEqualTo("GROUND_ELSEWHERE");
        assertThat(refusal(() ->
                        city.holds.place(CLERK, new HoldRequest(1, HeldDays.of(DAY.plusDays(1)), "x", List.of(flag)))))
                .isEqualTo("GROUND_ELSEWHERE");
        assertThat(blockers(1, DAY)).isEmpty();
        place(CLERK, HeldDays.ALL);
        assertThat(refusal(() -> place(OTHER_CLERK, HeldDays.ALL))).isEqualTo("ALREADY_HELD");
        assertThat(place(OTHER_CLERK, HeldDays.of(DAY))).isPositive();
    }

    @Test
    void whatWasSaidOfAFlagIsKeptAndNobodyAnswersWhatTheyHaveNotSeen() throws Exception {
        ItemRef flag = ItemRef.flag(city.flag("TERMINAL_BURST", 90, holder));
        assertThat(refusal(() -> answer(flag, 0, Verdict.REOPENED))).isEqualTo("NOTHING_TO_REOPEN");
        long explained = answer(flag, 0, Verdict.EXPLAINED);
        assertThat(refusal(() -> answer(flag, 0, Verdict.CONFIRMED))).isEqualTo("CHANGED_MEANWHILE");
        assertThat(refusal(() ->
                        city.items.answer(AUDITOR, List.of(new Items.Seen(flag, explained)), Verdict.CONFIRMED, "x")))
                .isEqualTo("NOT_PERMITTED");
        answer(flag, explained, Verdict.CONFIRMED);
        assertThat(city.items.timeline(AUDITOR, flag))
                .extracting(Answer::verdict)
                .containsExactly(Verdict.EXPLAINED, Verdict.CONFIRMED);
        assertThat(city.items.find(AUDITOR, flag).orElseThrow().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThatThrownBy(() -> city.ask("UPDATE lens_disposition SET verdict = 'EXPLAINED'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void ofTwoAnswersAtOnceOneIsRefused() throws Exception {
        ItemRef flag = ItemRef.flag(city.flag("TERMINAL_BURST", 90, holder));
        List<String> outcomes = Stream.of(Verdict.EXPLAINED, Verdict.CONFIRMED)
                .map(verdict -> CompletableFuture.supplyAsync(() -> refusal(() -> answer(flag, 0, verdict))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).containsExactlyInAnyOrder("done", "CHANGED_MEANWHILE");
    }

    private long place(Actor actor, HeldDays days) throws SQLException {
        return city.holds.place(actor, new HoldRequest(1, days, "夜间刷卡待查", List.of()));
    }

    private long answer(ItemRef item, long seen, Verdict verdict) throws SQLException {
        city.items.answer(CLERK, List.of(new Items.Seen(item, seen)), verdict, "已电话核实");
        return city.items.find(CLERK, item).orElseThrow().answers();
    }

    private List<HoldBlocker> blockers(int vendor, LocalDate throughDay) throws SQLException {
        return city.transactions
                .run(transaction -> Holds.blockers(transaction, List.of(vendor), throughDay))
                .getOrDefault(vendor, List.of());
    }
}
