package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.authorization.explanation.KeptTap;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Stored taps, read back as the answers they were given. */
final class TapRows {

    private static final String TAP = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.vendor_id, t.service, t.direction,
                   t.card_serial, t.amount, t.tapped_at, t.received_at, t.settle_date, t.tac, t.reason, t.subsidy,
                   t.operator_subsidy, t.delivery_subsidy, t.rule_id, t.payer, t.balance_left, t.journey,
                   t.pair_terminal, t.pair_seq, t.account_version, t.seen, t.denylist_version,
                   (SELECT benefit FROM benefit_rule b WHERE b.rule_id = t.rule_id) AS benefit,
                   r.cause, r.received_at AS reversed_at, r.balance_left AS left_after_reversal
            """;

    static final String LOOK_UP = TAP + """
            FROM unnest($1::date[], $2::int8[], $3::int8[], $4::int8[])
                 AS k (tap_date, terminal_id, terminal_seq, holder_id)
            JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            LEFT JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)
            """;

    /** Two holders may have one number; that they have half a TAC in common as well is as good as ruled out. */
    static final String BY_ID = TAP + """
            FROM tap t
            LEFT JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)
            WHERE t.tap_date = $1 AND t.terminal_id = $2 AND t.terminal_seq = $3
              AND (t.tac >> 32) & 4294967295 = $4
            ORDER BY t.holder_id
            LIMIT 1
            """;

    private TapRows() {}

    static Tuple keys(Collection<TapKey> keys) {
        return Tuple.of(
                keys.stream().map(TapKey::tapDate).toArray(LocalDate[]::new),
                keys.stream().map(TapKey::terminalId).toArray(Long[]::new),
                keys.stream().map(TapKey::terminalSeq).toArray(Long[]::new),
                keys.stream().map(TapKey::holderId).toArray(Long[]::new));
    }

    static Tuple id(TapId id) {
        return Tuple.of(id.tapDate(), id.terminalId(), id.terminalSeq(), id.tacHead());
    }

    static KeptTap kept(Row row) {
        return new KeptTap(stored(row), row.getLong("denylist_version"));
    }

    static StoredTap stored(Row row) {
        Long seen = row.getLong("seen");
        Short direction = row.getShort("direction");
        return new StoredTap(
                key(row),
                row.getInteger("vendor_id"),
                Service.ofCode(row.getShort("service")),
                direction == null ? null : Direction.ofCode(direction),
                row.getInteger("card_serial"),
                row.getInteger("amount"),
                row.getOffsetDateTime("tapped_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getLocalDate("settle_date"),
                row.getLong("tac"),
                answer(row),
                row.getLong("account_version"),
                seen == null ? null : FactsSeen.unpacked(seen),
                reversal(row));
    }

    private static TapKey key(Row row) {
        return new TapKey(
                row.getLocalDate("tap_date"),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getLong("holder_id"));
    }

    private static Answer answer(Row row) {
        int reason = row.getShort("reason");
        return new Answer(
                reason == 0 ? null : DeclineReason.ofNumber(reason),
                row.getInteger("subsidy"),
                grant(row),
                row.getInteger("balance_left"),
                journey(row));
    }

    private static @Nullable Grant grant(Row row) {
        Integer ruleId = row.getInteger("rule_id");
        if (ruleId == null) {
            return null;
        }
        return new Grant(
                ruleId,
                row.getString("benefit"),
                new Payer(row.getShort("payer")),
                row.getInteger("operator_subsidy"),
                row.getInteger("delivery_subsidy"));
    }

    private static @Nullable Journey journey(Row row) {
        int code = row.getShort("journey");
        if (code == 0) {
            return null;
        }
        Long terminal = row.getLong("pair_terminal");
        Long seq = row.getLong("pair_seq");
        return new Journey(Outcome.ofCode(code), terminal == null ? 0 : terminal, seq == null ? 0 : seq);
    }

    private static @Nullable Reversal reversal(Row row) {
        String cause = row.getString("cause");
        if (cause == null) {
            return null;
        }
        Grant grant = grant(row);
        return new Reversal(
                key(row),
                Reversal.Cause.valueOf(cause),
                row.getOffsetDateTime("reversed_at").toInstant(),
                row.getInteger("vendor_id"),
                Service.ofCode(row.getShort("service")),
                grant == null ? null : grant.payer(),
                row.getInteger("amount"),
                row.getInteger("subsidy"),
                row.getInteger("operator_subsidy"),
                row.getInteger("delivery_subsidy"),
                row.getInteger("left_after_reversal"));
    }
}
