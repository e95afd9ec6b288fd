package cn.suinian.settlement.account;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_3;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.City;
import cn.suinian.settlement.TapRow;
import cn.suinian.settlement.account.StatementOf.OnePayer;
import cn.suinian.settlement.account.StatementOf.OneVendor;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Random days beside a list of what happened: every statement says what the list adds up to. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({
    "every payment that was ordered is in the journal once, and no other is",
    "every payment that came back is in the journal once, and no other is",
    "every adjustment in the journal is one that two people signed",
    "every signed adjustment is in the journal once, the right way round",
    "the journal has what approved runs owe, and nothing else"
})
class AccountPropertyTest {
    private static final Actor HOUSE = Actor.house("test");
    private static final int PAYERS = 4;

    /** Something that moved what a payer owes a vendor, on the day it settled; payer 0: nobody. */
    private record Moved(LocalDate day, int vendor, int payer, long taps, long fen) {}

    private final List<Moved> happened = new ArrayList<>();
    private City city;
    private Random random;

    @RepeatedTest(6)
    void statementsSayWhatHappened(RepetitionInfo run, Database database) throws Exception {
        random = new Random(run.getCurrentRepetition());
        city = City.open(database);
        for (LocalDate day = DAY_1; !day.isAfter(DAY_3); day = day.plusDays(1)) {
            happen(day);
            city.close(day);
        }
        try (Transactions transactions = Transactions.over(database, 2)) {
            Accounts accounts = new Accounts(transactions, new AuditLog(Clock.systemUTC()));
            for (LocalDate from = DAY_1; !from.isAfter(DAY_3); from = from.plusDays(1)) {
                for (LocalDate to = from; !to.isAfter(DAY_3); to = to.plusDays(1)) {
                    compareAll(accounts, new DayRange(from, to));
                }
            }
        }
    }

    private void compareAll(Accounts accounts, DayRange days) throws Exception {
        for (int i = 1; i <= City.VENDORS.size(); i++) {
            int vendor = i;
            compare(accounts, new OneVendor(vendor), days, moved -> moved.vendor() == vendor);
        }
        for (int i = 1; i <= PAYERS; i++) {
            int payer = i;
            compare(accounts, new OnePayer(new Payer(payer)), days, moved -> moved.payer() == payer);
        }
    }

    private void compare(Accounts accounts, StatementOf owner, DayRange days, Predicate<Moved> own) throws Exception {
        AccountStatement statement = accounts.statement(HOUSE, owner, days);
        assertThat(statement.openingFen())
                .isEqualTo(sum(own.and(moved -> moved.day().isBefore(days.from()))));
        assertThat(statement.closingFen())
                .isEqualTo(sum(own.and(moved -> !moved.day().isAfter(days.to()))));
        assertThat(statement.cleared().taps() - statement.reversed().taps())
                .isEqualTo(happened.stream()
                        .filter(own)
                        .filter(moved -> !moved.day().isBefore(days.from())
                                && !moved.day().isAfter(days.to()))
                        .mapToLong(Moved::taps)
                        .sum());
        StringBuilder csv = new StringBuilder();
        assertThat(accounts.export(HOUSE, owner, days, "test", csv))
                .isEqualTo(statement.lines().size() + statement.entries().size());
    }

    private long sum(Predicate<Moved> which) {
        return happened.stream().filter(which).mapToLong(Moved::fen).sum();
    }

    private void happen(LocalDate day) throws SQLException {
        int taps = 20 + random.nextInt(40);
        for (int i = 0; i < taps; i++) {
            // One meal a holder and day; some taps come a day late and settle in this one.
            LocalDate made = day.isAfter(DAY_1) && random.nextInt(8) == 0 ? day.minusDays(1) : day;
            tap(day, made, made.equals(day) ? 1 + i : 101 + i);
            if (random.nextInt(6) == 0) {
                city.reverseLast();
                Moved last = happened.get(happened.size() - 1);
                happened.add(new Moved(day, last.vendor(), last.payer(), -1, -last.fen()));
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            pay(day, "payment:" + day + "-" + i);
        }
    }

    private void tap(LocalDate day, LocalDate made, int holder) throws SQLException {
        int vendor = 1 + random.nextInt(City.VENDORS.size());
        int payer = random.nextInt(PAYERS + 1);
        int price = 1 + random.nextInt(3000);
        int subsidy = payer == 0 ? 0 : 1 + random.nextInt(price);
        int operator = payer == 0 ? 0 : random.nextInt(300);
        int delivery = payer == 0 ? 0 : random.nextInt(2) * 200;
        city.tap(new TapRow(made, vendor, holder, 2, price, subsidy, operator, delivery, payer == 0 ? null : payer, 0));
        happened.add(new Moved(day, vendor, payer, 1, (long) subsidy + operator + delivery));
    }

    private void pay(LocalDate day, String reference) throws SQLException {
        int vendor = 1 + random.nextInt(City.VENDORS.size());
        int payer = 1 + random.nextInt(PAYERS);
        long fen = 1L + random.nextInt(9000);
        Payable account = new Payable(vendor, City.VENDORS.get(vendor - 1));
        Bank bank = new Bank(new Payer(payer));
        post(new Entry(Kind.PAYMENT, account, bank, fen, reference));
        happened.add(new Moved(day, vendor, payer, 0, -fen));
        if (random.nextBoolean()) {
            post(new Entry(Kind.PAYMENT_RETURN, bank, account, fen, reference));
            happened.add(new Moved(day, vendor, payer, 0, fen));
        }
    }

    private void post(Entry entry) throws SQLException {
        try (var connection = city.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new Ledger(connection).post(entry);
            connection.commit();
        }
    }
}
