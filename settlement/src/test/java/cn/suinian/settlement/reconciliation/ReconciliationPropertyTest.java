package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.DAY_3;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.TapRow;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days and random faults: every fault is found as what it is, with its money, and no clean row is. What is
 * expected follows from the faults alone, in plain maps; it shares no code and no rule with the comparison.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReconciliationPropertyTest {
    private static final int NEVER_TAPPED = 9_000_000;
    private static final List<LocalDate> DAYS = List.of(DAY_1, DAY_2, DAY_3);

    private final Map<String, Long> expected = new TreeMap<>();
    private final Map<Integer, Long> atRisk = new TreeMap<>();
    private final Map<String, StatementText> statements = new HashMap<>();
    private long invented = NEVER_TAPPED;

    private record Made(LocalDate date, LocalDate settled, int vendor, long seq, TapRow tap, LocalDate reversedOn) {
        Row row() {
            return Row.of(date, vendor, seq, tap.holder(), tap.service(), tap.amount(), tap.subsidy());
        }

        boolean billable() {
            return tap.reason() == 0 && (reversedOn == null || reversedOn.isAfter(date));
        }

        long owed() {
            return (long) tap.subsidy() + tap.operator() + tap.delivery();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyFaultIsFoundAndNoCleanRowIs(long seed, Database database) throws Exception {
        Random random = new Random(seed);
        City city = City.open(database);
        try (Stand stand = new Stand(city)) {
            List<Made> taps = live(city, random);
            for (int vendor : new int[] {CANTEEN_A, CANTEEN_B}) {
                DAYS.forEach(day -> statements.put(vendor + " " + day, new StatementText(vendor, day)));
            }
            taps.forEach(tap -> state(tap, random));
            for (LocalDate day : DAYS) {
                for (int vendor : new int[] {CANTEEN_A, CANTEEN_B}) {
                    stand.take(vendor, statements.get(vendor + " " + day).csv());
                    stand.run(vendor, day);
                }
            }
            assertThat(found(city)).as("seed %d", seed).isEqualTo(expected);
            assertThat(atRisk(stand)).as("money of seed %d", seed).isEqualTo(atRisk);
            String before = everything(city);
            for (LocalDate day : DAYS) {
                for (int vendor : new int[] {CANTEEN_A, CANTEEN_B}) {
                    RunReport again = stand.run(vendor, day);
                    assertThat(again.changedAnything()).as("%s", again).isFalse();
                }
            }
            assertThat(everything(city)).isEqualTo(before);
        }
    }

    private List<Made> live(City city, Random random) throws Exception {
        List<Made> taps = new ArrayList<>();
        long seq = 0;
        for (LocalDate day : DAYS) {
            List<TapRow> rows = new ArrayList<>();
            for (int holder = 1; holder <= 60; holder++) {
                boolean late = !day.equals(DAY_1) && random.nextInt(8) == 0;
                LocalDate date = late ? day.minusDays(1) : day;
                rows.add(tap(date, late ? holder + 70 : holder, random));
            }
            for (TapRow row : rows) {
                city.tap(row);
                seq++;
                LocalDate reversedOn = row.reason() == 0 && random.nextInt(10) == 0 ? day : null;
                if (reversedOn != null) {
                    city.reverse(seq);
                }
                taps.add(new Made(row.date(), day, row.vendor(), seq, row, reversedOn));
            }
            reverseEarlier(city, taps, day, random);
            city.close(day);
        }
        return taps;
    }

    private static void reverseEarlier(City city, List<Made> taps, LocalDate day, Random random) throws Exception {
        for (int i = 0; i < taps.size(); i++) {
            Made made = taps.get(i);
            boolean may = made.settled().isBefore(day)
                    && made.reversedOn() == null
                    && made.tap().reason() == 0;
            if (may && random.nextInt(15) == 0) {
                city.reverse(made.seq());
                taps.set(i, new Made(made.date(), made.settled(), made.vendor(), made.seq(), made.tap(), day));
            }
        }
    }

    private static TapRow tap(LocalDate date, int holder, Random random) {
        int vendor = random.nextBoolean() ? CANTEEN_A : CANTEEN_B;
        int price = 600 + random.nextInt(1500);
        return switch (random.nextInt(8)) {
            case 0 -> TapRow.refused(date, vendor, holder, 7);
            case 1 -> TapRow.meal(date, vendor, holder, price);
            case 2 -> TapRow.lunch(date, vendor, holder, price, 500, 3).brought();
            default -> TapRow.lunch(date, vendor, holder, price, Math.min(price, 1500), 2 + random.nextInt(3));
        };
    }

    /** States a tap, or gets it wrong. */
    private void state(Made made, Random random) {
        if (!made.billable()) {
            if (random.nextInt(3) == 0) {
                add(made, made.date(), made.row());
                expect(
                        made.tap().reason() != 0 ? "DECLINED_HERE" : "REVERSED_HERE",
                        made,
                        made.tap().subsidy());
            }
            return;
        }
        boolean undoneLater = made.reversedOn() != null;
        switch (undoneLater ? 99 : random.nextInt(24)) {
            case 0 -> expect(made.settled().equals(DAY_1) ? "MISSING_AT_VENDOR" : "EXPECTED", made, made.owed());
            case 1 -> add(made, made.date(), made.row(), made.row());
            case 2 -> contradict(made);
            case 3 -> money(made, 100, "AMOUNT_OVER");
            case 4 -> money(made, -100, "AMOUNT_UNDER");
            case 5 -> invent(made);
            case 6 -> move(made);
            case 7 -> split(made, made.seq(), 0);
            case 8 -> split(made, invented++, 0);
            case 9 -> split(made, made.seq(), 50);
            case 10 -> repeatTomorrow(made);
            default -> add(made, made.date(), made.row());
        }
    }

    private void contradict(Made made) {
        add(
                made,
                made.date(),
                made.row(),
                made.row().withMoney(made.tap().amount() + 1, made.tap().subsidy()));
        expect("DUPLICATE", made, made.tap().subsidy());
    }

    private void money(Made made, int more, String kind) {
        boolean subsidised = made.tap().subsidy() > 0;
        add(
                made,
                made.date(),
                made.row().withMoney(made.tap().amount() + more, made.tap().subsidy() + (subsidised ? more : 0)));
        expect(kind, made, subsidised ? 100 : 0);
    }

    private void invent(Made made) {
        add(made, made.date(), made.row());
        Row row = Row.of(made.date(), made.vendor(), invented++, 199, 2, 1500, 1500);
        statements.get(made.vendor() + " " + made.date()).add(row);
        expected.merge("MISSING_HERE " + row.seq(), 1500L, Long::sum);
        atRisk.merge(1, 1500L, Long::sum); // nobody's hukou is known: the city answers
    }

    private void move(Made made) {
        if (made.date().equals(DAY_3)) {
            add(made, made.date(), made.row());
            return;
        }
        add(made, made.date().plusDays(1), made.row());
        if (made.settled().equals(made.date())) {
            expect("LATE", made, 0);
        }
    }

    private void repeatTomorrow(Made made) {
        add(made, made.date(), made.row());
        if (!made.date().equals(DAY_3)) {
            add(made, made.date().plusDays(1), made.row());
        }
    }

    private void split(Made made, long firstSeq, int missing) {
        int amount = made.tap().amount();
        int subsidy = made.tap().subsidy();
        int less = subsidy > 0 ? missing : 0;
        add(
                made,
                made.date(),
                made.row().withSeq(firstSeq).withMoney(amount / 2, subsidy / 2),
                made.row().withSeq(invented++).withMoney(amount - amount / 2 - missing, subsidy - subsidy / 2 - less));
        if (missing > 0) {
            expect("PARTIALLY_MATCHED", made, less);
        }
    }

    private void add(Made made, LocalDate day, Row... rows) {
        statements.get(made.vendor() + " " + day).add(rows);
    }

    private void expect(String kind, Made made, long riskFen) {
        expected.merge(kind + " " + made.seq(), riskFen, Long::sum);
        if (riskFen > 0) {
            int payer = made.tap().payer() == null ? 1 : made.tap().payer();
            atRisk.merge(payer, riskFen, Long::sum);
        }
    }

    private static Map<String, Long> found(City city) throws Exception {
        String rows = city.ask("SELECT string_agg(kind || ' ' || terminal_seq || '=' || risk_fen, ',')"
                + " FROM settlement_break WHERE status = 'OPEN'");
        Map<String, Long> found = new TreeMap<>();
        for (String row : rows.split(",", -1)) {
            int equals = row.indexOf('=');
            found.merge(row.substring(0, equals), Long.parseLong(row.substring(equals + 1)), Long::sum);
        }
        return found;
    }

    private static Map<Integer, Long> atRisk(Stand stand) throws Exception {
        Map<Integer, Long> found = new TreeMap<>();
        stand.transactions
                .run(transaction -> OpenBreaks.moneyAtRisk(transaction, List.of(CANTEEN_A, CANTEEN_B), DAY_3))
                .forEach((vendor, atRisk) -> atRisk.forEach((payer, fen) -> found.merge(payer.code(), fen, Long::sum)));
        found.values().removeIf(fen -> fen == 0);
        return found;
    }

    private static String everything(City city) throws Exception {
        return city.ask("SELECT (SELECT string_agg(b::text, ';' ORDER BY break_no) FROM settlement_break b)"
                + " || (SELECT string_agg(e::text, ';' ORDER BY break_no, version) FROM break_event e)"
                + " || (SELECT string_agg(g::text, ';' ORDER BY group_id) FROM match_group g)");
    }
}
