package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Attestation;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Facts in SQL: one row a holder, read in one snapshot, so that the version guards all of it. */
public final class FactsRows {

    private static final int OPEN_END = Integer.MAX_VALUE;

    static final String SELECT = """
            SELECT day AS open_day, facts.*
            FROM open_business_day
            LEFT JOIN LATERAL (
                SELECT a.holder_id, a.version, a.live_card, a.counter_high, a.counter_window,
                       a.meal_last_day, a.meal_days, a.half_kind, a.half_at, a.half_terminal, a.half_seq,
                       a.checked_on, a.usage, h.born_on, h.deceased_on, hukou.*, category.*, card.*, stood.*,
                       attested.*
                FROM account a
                JOIN holder h USING (holder_id)
                CROSS JOIN LATERAL (
                    SELECT array_agg(district ORDER BY valid_from DESC) AS districts,
                           array_agg(valid_from - date '1970-01-01' ORDER BY valid_from DESC) AS districts_from,
                           array_agg(coalesce(valid_to - date '1970-01-01', 2147483647) ORDER BY valid_from DESC)
                               AS districts_to
                    FROM holder_hukou WHERE holder_id = a.holder_id) AS hukou
                CROSS JOIN LATERAL (
                    SELECT array_agg(category) AS categories,
                           array_agg(valid_from - date '1970-01-01') AS categories_from,
                           array_agg(coalesce(valid_to - date '1970-01-01', 2147483647)) AS categories_to
                    FROM holder_category WHERE holder_id = a.holder_id) AS category
                CROSS JOIN LATERAL (
                    SELECT array_agg(card_serial) AS serials,
                           array_agg(status) AS statuses,
                           array_agg(expires_on - date '1970-01-01') AS expiries
                    FROM card WHERE holder_id = a.holder_id) AS card
                CROSS JOIN LATERAL (
                    SELECT array_agg(s.card_serial ORDER BY change_no) AS stood_serials,
                           array_agg(s.status ORDER BY change_no) AS stood_statuses,
                           array_agg(floor(extract(epoch FROM since))::int8 ORDER BY change_no) AS stood_since,
                           array_agg(listed ORDER BY change_no) AS stood_listed,
                           array_agg(coalesce(denylist_version, 0) ORDER BY change_no) AS stood_version,
                           array_agg(floor(extract(epoch FROM recorded_at))::int8 ORDER BY change_no) AS stood_recorded
                    FROM card c JOIN card_status s USING (card_serial) WHERE c.holder_id = a.holder_id) AS stood
                CROSS JOIN LATERAL (
                    SELECT array_agg(kind) AS attested_kinds,
                           array_agg(valid_from) AS attested_from,
                           array_agg(valid_until) AS attested_until
                    FROM attestation WHERE holder_id = a.holder_id) AS attested
                WHERE a.holder_id = ANY($1::int8[])
            ) AS facts ON true
            """;

    private FactsRows() {}

    /** What is known of a person now; empty when they never had a card, and so have no account. */
    public static Future<Optional<Facts>> find(SqlClient database, long holderId) {
        return database.preparedQuery(SELECT)
                .execute(Tuple.of(new Long[] {holderId}))
                .map(FactsRows::first);
    }

    private static Optional<Facts> first(Iterable<Row> rows) {
        for (Row row : rows) {
            if (row.getLong("holder_id") != null) {
                return Optional.of(read(row));
            }
        }
        return Optional.empty();
    }

    static Facts read(Row row) {
        return new Facts(account(row), holder(row), cards(row));
    }

    private static Account account(Row row) {
        return new Account(
                row.getLong("holder_id"),
                row.getLong("version"),
                row.getInteger("live_card"),
                new ReplayWindow(row.getLong("counter_high"), row.getLong("counter_window")),
                new MealDays(row.getInteger("meal_last_day"), row.getLong("meal_days")),
                new JourneyHalf(
                        JourneyHalf.Kind.ofCode(row.getShort("half_kind")),
                        row.getLong("half_at"),
                        row.getLong("half_terminal"),
                        row.getLong("half_seq")),
                usage(row.getBuffer("usage")),
                row.getInteger("checked_on"));
    }

    private static Holder holder(Row row) {
        Short[] districts = row.getArrayOfShorts("districts");
        String[] categories = row.getArrayOfStrings("categories");
        return new Holder(
                row.getLocalDate("born_on"),
                row.getLocalDate("deceased_on"),
                periods(row, "districts", districts == null ? 0 : districts.length, i -> District.ofCode(districts[i])),
                periods(
                        row,
                        "categories",
                        categories == null ? 0 : categories.length,
                        i -> Category.valueOf(categories[i])),
                attestations(row));
    }

    private static <T> List<Period<T>> periods(Row row, String name, int count, IntFunction<T> what) {
        List<Period<T>> periods = new ArrayList<>(count);
        if (count > 0) {
            Integer[] from = row.getArrayOfIntegers(name + "_from");
            Integer[] to = row.getArrayOfIntegers(name + "_to");
            for (int i = 0; i < count; i++) {
                periods.add(new Period<>(what.apply(i), LocalDate.ofEpochDay(from[i]), end(to[i])));
            }
        }
        return periods;
    }

    private static @Nullable LocalDate end(int epochDay) {
        return epochDay == OPEN_END ? null : LocalDate.ofEpochDay(epochDay);
    }

    private static Usage usage(@Nullable Buffer stored) {
        return stored == null ? Usage.NONE : Usage.of(stored.getBytes());
    }

    private static List<Attestation> attestations(Row row) {
        String[] kinds = row.getArrayOfStrings("attested_kinds");
        if (kinds == null) {
            return List.of();
        }
        OffsetDateTime[] from = row.getArrayOfOffsetDateTimes("attested_from");
        OffsetDateTime[] until = row.getArrayOfOffsetDateTimes("attested_until");
        List<Attestation> attestations = new ArrayList<>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            attestations.add(new Attestation(kinds[i], from[i].toInstant(), until[i].toInstant()));
        }
        return attestations;
    }

    private static List<Card> cards(Row row) {
        Integer[] serials = row.getArrayOfIntegers("serials");
        String[] statuses = row.getArrayOfStrings("statuses");
        Integer[] expiries = row.getArrayOfIntegers("expiries");
        List<Card> cards = new ArrayList<>(serials.length);
        for (int i = 0; i < serials.length; i++) {
            cards.add(new Card(
                    serials[i],
                    CardStatus.valueOf(statuses[i]),
                    history(row, serials[i]),
                    LocalDate.ofEpochDay(expiries[i])));
        }
        return cards;
    }

    private static List<Stood> history(Row row, int serial) {
        Integer[] serials = row.getArrayOfIntegers("stood_serials");
        String[] statuses = row.getArrayOfStrings("stood_statuses");
        Long[] since = row.getArrayOfLongs("stood_since");
        Boolean[] listed = row.getArrayOfBooleans("stood_listed");
        Long[] version = row.getArrayOfLongs("stood_version");
        Long[] recorded = row.getArrayOfLongs("stood_recorded");
        List<Stood> history = new ArrayList<>(2);
        for (int i = 0; i < serials.length; i++) {
            if (serials[i] == serial) {
                history.add(new Stood(CardStatus.valueOf(statuses[i]), since[i], listed[i], version[i], recorded[i]));
            }
        }
        return history;
    }
}
