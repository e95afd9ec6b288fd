package cn.suinian.settlement.lens.look;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.policy.CanteenDay;
import cn.suinian.settlement.lens.policy.LensLimits;
import cn.suinian.settlement.lens.policy.OpeningHours;
import cn.suinian.settlement.lens.policy.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the policies judge, counted by PostgreSQL. */
final class FigureStore {

    /** The approved taps that settle in a day and were not taken back; the second branch has the index of late taps. */
    private static final String SETTLED = """
            WITH settled AS (
                SELECT t.* FROM (
                    SELECT tap_date, terminal_id, terminal_seq, holder_id, vendor_id, service, payer, tapped_at,
                           subsidy,
                           subsidy + operator_subsidy + delivery_subsidy AS fen
                    FROM tap WHERE tap_date = ? AND settle_date = ? AND reason = 0
                    UNION ALL
                    SELECT tap_date, terminal_id, terminal_seq, holder_id, vendor_id, service, payer, tapped_at,
                           subsidy,
                           subsidy + operator_subsidy + delivery_subsidy
                    FROM tap WHERE settle_date = ? AND settle_date <> tap_date AND tap_date < ? AND reason = 0
                ) t
                WHERE NOT EXISTS (
                    SELECT FROM tap_reversal r
                    WHERE (r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id)
                        = (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id))
            )
            """;

    private static final String MINUTES = SETTLED + """
            SELECT s.vendor_id, k.open_from, k.open_to, coalesce(s.payer, 0) AS payer, s.service,
                   date_trunc('minute', s.tapped_at AT TIME ZONE 'Asia/Shanghai')::time AS minute,
                   count(*) AS taps, sum(s.fen) AS fen
            FROM settled s JOIN vendor v USING (vendor_id)
            JOIN (SELECT about AS kind, split_part(value, '-', 1)::time AS open_from,
                         split_part(value, '-', 2)::time AS open_to
                  FROM settlement_limit_on(?) WHERE name = 'OPENING_HOURS' AND value IS NOT NULL) k ON k.kind = v.kind
            GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1
            """;
    private static final String CANTEENS = SETTLED + """
            , people AS (
                SELECT vendor_id, holder_id, count(*) AS meals, count(*) FILTER (WHERE subsidy > 0) AS subsidised,
                       sum(subsidy) AS fen
                FROM settled JOIN vendor v USING (vendor_id)
                WHERE service = 2 AND v.kind = 'CANTEEN' GROUP BY 1, 2
            ), paid AS (
                SELECT vendor_id, payer, sum(taps) AS taps FROM clearing_line
                WHERE service = 2 AND payer BETWEEN 2 AND 11 AND day BETWEEN ?::date - 27 AND ? GROUP BY 1, 2
            ), at_home AS (
                SELECT DISTINCT ON (vendor_id) vendor_id, payer FROM paid ORDER BY vendor_id, taps DESC, payer
            )
            SELECT p.vendor_id, h.payer, sum(p.meals) AS meals, sum(p.subsidised) AS subsidised, count(*) AS people,
                   sum(p.fen) AS fen, sum(p.fen * p.fen) AS fen_squares
            FROM people p JOIN at_home h USING (vendor_id) GROUP BY 1, 2 ORDER BY 1
            """;
    private static final String MEAL_MONEY = SETTLED + """
            SELECT vendor_id, payer, sum(fen) AS fen FROM settled
            WHERE service = 2 AND fen > 0 AND vendor_id = ANY (?) GROUP BY 1, 2
            """;
    private static final String LIMITS =
            "SELECT name, value::int FROM settlement_limit_on(?) WHERE about = '' AND value IS NOT NULL";
    private static final int DAYS_IN_SETTLED = 4;

    /**
     * The taps of one minute at a vendor whose kind has hours.
     *
     * @param payer empty: nobody
     * @param fen what the payer pays for them
     */
    record Minute(
            int vendorId,
            OpeningHours hours,
            Optional<Payer> payer,
            Service service,
            LocalTime at,
            long taps,
            long fen) {}

    interface EachMinute {
        void is(Minute minute);
    }

    private final Connection connection;

    FigureStore(Connection connection) {
        this.connection = connection;
    }

    LensLimits limits(LocalDate today) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(LIMITS)) {
            query.setObject(1, today);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return LensLimits.of(rows);
    }

    /** Every minute of the day with taps, vendor after vendor, and the hours that hold today. */
    void minutes(LocalDate day, LocalDate today, EachMinute each) throws SQLException {
        try (PreparedStatement query = prepare(MINUTES, day)) {
            query.setObject(DAYS_IN_SETTLED + 1, today);
            query.setFetchSize(1000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int payer = row.getInt("payer");
                    each.is(new Minute(
                            row.getInt("vendor_id"),
                            new OpeningHours(
                                    row.getObject("open_from", LocalTime.class),
                                    row.getObject("open_to", LocalTime.class)),
                            payer == 0 ? Optional.empty() : Optional.of(new Payer(payer)),
                            Service.ofCode(row.getInt("service")),
                            row.getObject("minute", LocalTime.class),
                            row.getLong("taps"),
                            row.getLong("fen")));
                }
            }
        }
    }

    List<CanteenDay> canteens(LocalDate day) throws SQLException {
        try (PreparedStatement query = prepare(CANTEENS, day)) {
            query.setObject(DAYS_IN_SETTLED + 1, day);
            query.setObject(DAYS_IN_SETTLED + 2, day);
            List<CanteenDay> canteens = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    canteens.add(new CanteenDay(
                            row.getInt("vendor_id"),
                            District.ofCode(row.getInt("payer")),
                            Sample.ofShare(row.getLong("meals"), row.getLong("subsidised")),
                            new Sample(row.getLong("people"), row.getLong("fen"), row.getLong("fen_squares"))));
                }
            }
            return canteens;
        }
    }

    /** What payers pay for the day's meals at these vendors. */
    Map<Integer, Map<Payer, Long>> mealMoney(LocalDate day, List<Integer> vendors) throws SQLException {
        Map<Integer, Map<Payer, Long>> money = new HashMap<>();
        try (PreparedStatement query = prepare(MEAL_MONEY, day)) {
            query.setArray(DAYS_IN_SETTLED + 1, connection.createArrayOf("int4", vendors.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    money.computeIfAbsent(row.getInt("vendor_id"), vendor -> new HashMap<>())
                            .put(new Payer(row.getInt("payer")), row.getLong("fen"));
                }
            }
        }
        return money;
    }

    private PreparedStatement prepare(String sql, LocalDate day) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        for (int i = 1; i <= DAYS_IN_SETTLED; i++) {
            query.setObject(i, day);
        }
        return query;
    }
}
