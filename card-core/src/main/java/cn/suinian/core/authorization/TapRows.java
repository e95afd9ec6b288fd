package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.RuleBook;
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

    private static final String COLUMNS = """
            t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.tac, t.service, t.amount, t.reason, t.subsidy,
            t.operator_subsidy, t.rule_id, t.payer, t.balance_left, t.journey, t.pair_terminal, t.pair_seq
            """;

    static final String LOOK_UP = """
            SELECT %s
            FROM unnest($1::date[], $2::int8[], $3::int8[], $4::int8[])
                 AS k (tap_date, terminal_id, terminal_seq, holder_id)
            JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            """.formatted(COLUMNS);

    private TapRows() {}

    static Tuple keys(Collection<TapKey> keys) {
        return Tuple.of(
                keys.stream().map(TapKey::tapDate).toArray(LocalDate[]::new),
                keys.stream().map(TapKey::terminalId).toArray(Long[]::new),
                keys.stream().map(TapKey::terminalSeq).toArray(Long[]::new),
                keys.stream().map(TapKey::holderId).toArray(Long[]::new));
    }

    static TapKey key(Row row) {
        return new TapKey(
                row.getLocalDate("tap_date"),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getLong("holder_id"));
    }

    static Prior prior(Row row, RuleBook rules) {
        return Prior.present(row.getLong("tac"), answer(row, rules));
    }

    static StoredTap stored(Row row, RuleBook rules) {
        return new StoredTap(
                row.getLong("tac"),
                Service.ofCode(row.getShort("service")),
                row.getInteger("amount"),
                answer(row, rules));
    }

    private static Answer answer(Row row, RuleBook rules) {
        int reason = row.getShort("reason");
        return new Answer(
                reason == 0 ? null : DeclineReason.ofNumber(reason),
                row.getInteger("subsidy"),
                grant(row, rules),
                row.getInteger("balance_left"),
                journey(row));
    }

    private static @Nullable Grant grant(Row row, RuleBook rules) {
        Integer ruleId = row.getInteger("rule_id");
        if (ruleId == null) {
            return null;
        }
        String benefit = rules.find(ruleId).map(BenefitRule::benefit).orElseThrow();
        return new Grant(ruleId, benefit, new Payer(row.getShort("payer")), row.getInteger("operator_subsidy"));
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
}
