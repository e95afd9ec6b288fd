package cn.suinian.settlement.verification;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_3;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.City;
import cn.suinian.settlement.LimitMoves;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.reconciliation.Stand;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule.Act;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever writes by hand what two people are to sign is named. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SignedChecksTest {
    private static final String RELEASED =
            "a hold ends only when two people signed, and neither of the last is who placed it";
    private static final String PLACED =
            "every hold that was placed is there, for the vendor and the days that it was placed for";
    private static final String LIMIT = "a limit in force is what two people signed, or what the house began with";
    private static final String RULE = "a rule in force is what two people signed, and one that was ended has ended";

    private Stand stand;
    private long held;
    private long released;

    @BeforeEach
    void oneOfEach(Database database) throws Exception {
        stand = new Stand(City.open(database));
        Clock clock = Clock.fixed(DAY_3.atTime(2, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Holds holds = new Holds(stand.transactions, new AuditLog(clock), clock);
        held = holds.place(MAKER, new HoldRequest(METRO, HeldDays.of(DAY_1), "looked into", List.of()));
        released = holds.place(MAKER, new HoldRequest(CANTEEN_A, HeldDays.ALL, "looked into", List.of()));
        holds.approveRelease(CHECKER, holds.askRelease(MAKER, released, "explained"), 0);
        LimitMoves.set(stand.transactions, clock, Limit.PAYOUT_FEN, "", "100");
        LimitMoves.set(stand.transactions, clock, Limit.AUTO_HOLD_SCORE, "CANTEEN", "");
        LimitMoves.set(stand.transactions, clock, Limit.RECONCILE_FEN, Integer.toString(METRO), "5");
        stand.rules.approve(CHECKER, stand.rules.ask(MAKER, rule(METRO)));
        stand.rules.approve(CHECKER, stand.rules.ask(MAKER, rule(null)));
        stand.rules.end(CHECKER, 2, "no more");
        assertThat(broken()).isEmpty();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    @Breaks(RELEASED)
    void aHoldThatNobodyReleased() throws Exception {
        tamper("UPDATE payment_hold SET released_at = now(), release_request = (SELECT max(request_no)"
                + " FROM approval_request) WHERE hold_no = " + held);
        assertThat(broken()).containsExactly(RELEASED);
        tamper("INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as, asked_at, decided_by,"
                + " decided_as, decided_at, outcome) VALUES ('PAYMENT_HOLD_RELEASE', " + held
                + ", 'r', 2, 'x', now(), 3, 'y', now(), 'APPROVED')");
        tamper("UPDATE payment_hold SET release_request = (SELECT max(request_no) FROM approval_request)"
                + " WHERE hold_no = " + held);
        assertThat(broken()).as("the trail knows nothing of it").containsExactly(RELEASED);
    }

    @Test
    @Breaks(PLACED)
    void aHoldThatIsGoneOrOfOtherDays() throws Exception {
        tamper("UPDATE payment_hold SET to_day = to_day + 1 WHERE hold_no = " + held);
        assertThat(broken()).containsExactly(PLACED);
        tamper("DELETE FROM payment_hold WHERE hold_no = " + held);
        assertThat(broken()).containsExactly(PLACED);
    }

    @Test
    @Breaks(LIMIT)
    void aLimitThatNobodyApproved() throws Exception {
        for (String how : List.of(
                "UPDATE settlement_limit SET value = '9999999' WHERE name = 'PAYOUT_FEN' AND request_no IS NOT NULL",
                "UPDATE settlement_limit SET value = '9999' WHERE name = 'RECONCILE_FEN' AND request_no IS NULL",
                "UPDATE settlement_limit SET holds_from = holds_from + 30 WHERE name = 'PAYOUT_FEN'"
                        + " AND request_no IS NOT NULL",
                "UPDATE settlement_limit SET decided_by = 3 WHERE name = 'AUTO_HOLD_SCORE' AND decided_by = 2",
                "DELETE FROM settlement_limit WHERE name = 'PAYOUT_FEN' AND request_no IS NOT NULL",
                "INSERT INTO settlement_limit (name, about, value, state, holds_from, asked_as, asked_at, decided_as,"
                        + " decided_at) VALUES ('RECONCILE_DAYS', '1', '60', 'CONFIRMED', '1970-01-01', 'set-up',"
                        + " now(), 'set-up', now())")) {
            keepAndTamper(how, LIMIT);
        }
        tamper("DELETE FROM settlement_limit WHERE name = 'PAYOUT_FEN' AND request_no IS NOT NULL");
        assertThat(broken()).containsExactly(LIMIT);
    }

    @Test
    @Breaks(RULE)
    void aRuleThatNobodyApprovedOrThatIsEndedNoMore() throws Exception {
        for (String how : List.of(
                "UPDATE resolution_rule SET most_day_fen = 100000 WHERE rule_id = 1",
                "UPDATE resolution_rule SET vendor_id = NULL WHERE rule_id = 1",
                "UPDATE resolution_rule SET ended_at = NULL WHERE rule_id = 2",
                "INSERT INTO resolution_rule (kind, act, most_fen, most_day_fen, basis, confirmed_at)"
                        + " VALUES ('AMOUNT_OVER', 'ACCEPT', 50, 60, 'x', now())")) {
            keepAndTamper(how, RULE);
        }
        tamper("UPDATE resolution_rule SET most_fen = 60 WHERE rule_id = 1");
        assertThat(broken()).containsExactly(RULE);
    }

    private static ResolutionRule rule(@Nullable Integer vendor) {
        return new ResolutionRule(0, vendor, BreakKind.AMOUNT_OVER, Act.REJECT, 50, 60, "letter 7 of 2026");
    }

    /** Tampers, looks, and puts everything back as it was. */
    private void keepAndTamper(String how, String sentence) throws Exception {
        tamper("CREATE TABLE kept_limit AS TABLE settlement_limit; CREATE TABLE kept_rule AS TABLE resolution_rule");
        tamper(how);
        assertThat(broken()).as(how).containsExactly(sentence);
        tamper("DELETE FROM settlement_limit; INSERT INTO settlement_limit OVERRIDING SYSTEM VALUE TABLE kept_limit;"
                + " DELETE FROM resolution_rule; INSERT INTO resolution_rule OVERRIDING SYSTEM VALUE TABLE kept_rule;"
                + " DROP TABLE kept_limit, kept_rule");
        assertThat(broken()).isEmpty();
    }

    private void tamper(String how) throws Exception {
        try (Connection owner = stand.city.database().dataSource().getConnection();
                Statement act = owner.createStatement()) {
            act.execute("SET session_replication_role = replica");
            act.execute(how);
        }
    }

    private List<String> broken() throws Exception {
        return Verification.run(
                        stand.city.database().dataSource(), Verification.allChecks(), Verification.Listener.SILENT)
                .stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }
}
