package cn.suinian.load.bench.rival;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes one tap: the account by compare and swap, and the row, the same columns as the gateway fills. */
final class RivalLedger {
    private static final String UPDATE = """
            UPDATE account SET version = version + 1, counter_high = $3, counter_window = $4, meal_last_day = $5,
                meal_days = $6, half_kind = $7, half_at = $8, half_terminal = $9, half_seq = $10, checked_on = $11,
                usage = nullif($12::bytea, '')
            WHERE holder_id = $1 AND version = $2""";

    private static final String COLUMNS = """
            INSERT INTO tap (settle_date, holder_id, tap_date, terminal_id, terminal_seq, vendor_id, service,
                card_serial, card_counter, amount, tapped_at, received_at, tac, direction, line, vehicle, reason,
                subsidy, operator_subsidy, delivery_subsidy, rule_id, payer, balance_left, journey, account_version,
                seen)
            """;

    private static final String INSERT = COLUMNS + """
            SELECT greatest(day, $2::date), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16,
                $17, $18, $19, $20, $21, 0, $22, $23
            FROM open_business_day""";

    private static final String BOTH = "WITH moved AS (" + UPDATE + " RETURNING holder_id) " + COLUMNS + """
            SELECT greatest(day, $13::date), holder_id, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
                $25, $26, 0, $27, $28, $29, $30, $31, $32, 0, $33, $34
            FROM open_business_day, moved""";

    private static final String LOAD = """
            SELECT a.holder_id, a.version, a.live_card, a.counter_high, a.counter_window, h.born_on, k.district,
                k.valid_from, c.expires_on
            FROM account a JOIN holder h USING (holder_id) JOIN card c ON c.card_serial = a.live_card
            LEFT JOIN holder_hukou k ON k.holder_id = a.holder_id
            WHERE a.holder_id > $1 ORDER BY a.holder_id LIMIT 10000""";

    private final Pool pool;
    private final boolean transaction;

    RivalLedger(Pool pool, boolean transaction) {
        this.pool = pool;
        this.transaction = transaction;
    }

    /** What the city of the bench holds about each person: one card, at most one hukou, nothing else. */
    static Future<Map<Long, KnownPerson>> everybody(Pool pool) {
        return more(pool, new HashMap<>(), 0);
    }

    private static Future<Map<Long, KnownPerson>> more(Pool pool, Map<Long, KnownPerson> known, long after) {
        return pool.preparedQuery(LOAD).execute(Tuple.of(after)).compose(rows -> {
            long last = after;
            for (Row row : rows) {
                Facts facts = facts(row);
                last = facts.account().holderId();
                known.put(last, new KnownPerson(facts));
            }
            return last == after ? Future.succeededFuture(known) : more(pool, known, last);
        });
    }

    Future<Void> post(Tap tap, Account before, Decided decided) {
        Tuple account = account(before, decided.next());
        Tuple row = row(tap, before, decided);
        if (!transaction) {
            for (int i = 1; i < row.size(); i++) {
                account.addValue(row.getValue(i));
            }
            return pool.preparedQuery(BOTH).execute(account).compose(RivalLedger::one);
        }
        return pool.withTransaction(connection -> connection
                .preparedQuery(UPDATE)
                .execute(account)
                .compose(RivalLedger::one)
                .compose(moved -> connection.preparedQuery(INSERT).execute(row).compose(RivalLedger::one)));
    }

    private static Future<Void> one(RowSet<Row> rows) {
        return rows.rowCount() == 1 ? Future.succeededFuture() : Future.failedFuture("the account was changed");
    }

    private static Tuple account(Account before, Account next) {
        return Tuple.tuple()
                .addLong(before.holderId())
                .addLong(before.version())
                .addLong(next.counters().high())
                .addLong(next.counters().bits())
                .addInteger(next.meals().lastDay())
                .addLong(next.meals().bits())
                .addShort((short) next.half().kind().code())
                .addLong(next.half().at())
                .addLong(next.half().terminalId())
                .addLong(next.half().terminalSeq())
                .addInteger(next.checkedOn())
                .addBuffer(Buffer.buffer(next.usage().bytes()));
    }

    private static Tuple row(Tap tap, Account before, Decided decided) {
        Answer answer = decided.answer();
        Grant grant = Objects.requireNonNull(answer.grant());
        return Tuple.tuple()
                .addLong(before.holderId())
                .addLocalDate(tap.key().tapDate())
                .addLong(tap.key().terminalId())
                .addLong(tap.key().terminalSeq())
                .addInteger(tap.vendorId())
                .addShort((short) tap.service().code())
                .addInteger(tap.cardSerial())
                .addLong(tap.cardCounter())
                .addInteger(tap.amountFen())
                .addOffsetDateTime(tap.tappedAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(tap.receivedAt().atOffset(ZoneOffset.UTC))
                .addLong(tap.tac())
                .addShort((short)
                        Objects.requireNonNull(tap.context().direction()).code())
                .addString(tap.context().line())
                .addString(tap.context().vehicle())
                .addInteger(answer.subsidyFen())
                .addInteger(grant.operatorSubsidyFen())
                .addInteger(grant.deliverySubsidyFen())
                .addInteger(grant.ruleId())
                .addShort((short) grant.payer().code())
                .addInteger(answer.balanceLeft())
                .addLong(before.version())
                .addLong(decided.seen().packed());
    }

    private static Facts facts(Row row) {
        Account account = new Account(
                row.getLong("holder_id"),
                row.getLong("version"),
                row.getInteger("live_card"),
                new ReplayWindow(row.getLong("counter_high"), row.getLong("counter_window")),
                MealDays.NONE,
                JourneyHalf.NONE,
                Usage.NONE,
                0);
        LocalDate from = row.getLocalDate("valid_from");
        List<Period<District>> hukou =
                from == null ? List.of() : List.of(new Period<>(District.ofCode(row.getShort("district")), from, null));
        Holder holder = new Holder(row.getLocalDate("born_on"), null, hukou, List.of());
        Stood stood = new Stood(CardStatus.ACTIVE, 0, false, 0, 0);
        Card card =
                new Card(account.liveCardSerial(), CardStatus.ACTIVE, List.of(stood), row.getLocalDate("expires_on"));
        return new Facts(account, holder, List.of(card));
    }
}
