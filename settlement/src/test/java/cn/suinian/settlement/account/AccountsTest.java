package cn.suinian.settlement.account;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.DAY_3;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.meal;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.City;
import cn.suinian.settlement.account.StatementOf.OnePayer;
import cn.suinian.settlement.account.StatementOf.OneVendor;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.clearing.TrialBalance;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Holders;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({
    "every payment that was ordered is in the journal once, and no other is",
    "every payment that came back is in the journal once, and no other is",
    "every adjustment in the journal is one that two people signed",
    "every signed adjustment is in the journal once, the right way round",
    "the journal has what approved runs owe, and nothing else"
})
class AccountsTest {
    private static final Actor CLERK =
            new Actor(1L, "clerk-1", Role.SETTLEMENT_CLERK.permissions(), Scope.CITY, "192.0.2.1");
    private static final Payer FUTIAN = new Payer(2);
    private static final Payer LUOHU = new Payer(3);
    private static final Payable A = new Payable(CANTEEN_A, "CANTEEN-A");
    private static final Owing FUTIAN_MEALS = new Owing(FUTIAN, Service.MEAL);

    private City city;
    private Transactions transactions;
    private Accounts accounts;

    @BeforeEach
    void open(Database database) throws Exception {
        city = City.open(database);
        transactions = Transactions.over(database, 2);
        accounts = new Accounts(transactions, new AuditLog(Clock.systemUTC()));
        city.tap(
                lunch(DAY_1, CANTEEN_A, 1, 1500, 500, 2),
                lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, 2).brought());
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1200, 500, 3), meal(DAY_1, CANTEEN_A, 4, 900));
        city.tap(lunch(DAY_1, CANTEEN_B, 5, 1500, 500, 2), ride(DAY_1, METRO, 6, 540));
        city.close(DAY_1);
        city.tap(lunch(DAY_2, CANTEEN_A, 1, 1500, 500, 2), lunch(DAY_2, CANTEEN_A, 2, 1500, 1500, 2));
        city.reverseLast();
        post(new Entry(Kind.PAYMENT, A, new Bank(FUTIAN), 2600, "payment:1"));
        post(new Entry(Kind.PAYMENT, A, new Bank(LUOHU), 700, "payment:2"));
        post(new Entry(Kind.PAYMENT_RETURN, new Bank(LUOHU), A, 700, "payment:2"));
        post(new Entry(Kind.ADJUSTMENT, FUTIAN_MEALS, A, 123, "break:7", OptionalLong.of(approval())));
        post(new Entry(
                Kind.ALLOWANCE,
                new Owing(FUTIAN, Service.ALLOWANCE),
                new Holders(),
                20000,
                "allowance:2026-11:FUTIAN"));
        city.close(DAY_2);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void aVendorsFirstDayBeginsWithNothing() throws Exception {
        AccountStatement statement = statement(new OneVendor(CANTEEN_A), DAY_1, DAY_1);
        assertThat(statement.ownerCode()).isEqualTo("CANTEEN-A");
        assertThat(statement.owner()).isEqualTo("福田长者食堂");
        assertThat(statement.openingFen()).isZero();
        assertThat(statement.entries()).isEmpty();
        assertThat(statement.lines())
                .extracting(line -> line.cleared().payerLabel() + " " + line.payableFen())
                .containsExactly("NONE 0", "FUTIAN 2600", "LUOHU 700");
        assertThat(statement.cleared()).isEqualTo(new Sums(4, 5400, 2500, 2900, 600, 200));
        assertThat(statement.closingFen()).isEqualTo(3300);
    }

    @Test
    void itsSecondDayHasWhatWasTakenBackPaidReturnedAndAdjusted() throws Exception {
        AccountStatement statement = statement(new OneVendor(CANTEEN_A), DAY_2, DAY_2);
        assertThat(statement.openingFen()).isEqualTo(3300);
        assertThat(statement.cleared()).isEqualTo(new Sums(2, 3000, 2000, 1000, 400, 0));
        assertThat(statement.reversed()).isEqualTo(new Sums(1, 1500, 1500, 0, 200, 0));
        assertThat(statement.lines()).extracting(AccountLine::payableFen).containsExactly(2400L, -1700L);
        assertThat(statement.entries())
                .extracting(entry -> entry.kind() + " " + entry.party() + " " + entry.reference() + " " + entry.fen())
                .containsExactly(
                        "PAYMENT bank:FUTIAN payment:1 -2600",
                        "PAYMENT bank:LUOHU payment:2 -700",
                        "PAYMENT_RETURN bank:LUOHU payment:2 700",
                        "ADJUSTMENT payer:FUTIAN:MEAL break:7 123");
        assertThat(statement.balances())
                .containsExactly(
                        new PartyBalance("FUTIAN", 2600, 2400, -1700, 123, -2600, 0, 0, 823),
                        new PartyBalance("LUOHU", 700, 0, 0, 0, -700, 700, 0, 700));
        assertThat(statement.closingFen()).isEqualTo(1523);
    }

    @Test
    void aPayersStatementIsOverAllItsVendorsAndItsAllowances() throws Exception {
        AccountStatement statement = statement(new OnePayer(FUTIAN), DAY_1, DAY_2);
        assertThat(statement.ownerCode()).isEqualTo("FUTIAN");
        assertThat(statement.lines())
                .extracting(line -> line.day() + " " + line.cleared().vendorCode() + " " + line.payableFen())
                .containsExactly(
                        "2026-11-16 CANTEEN-A 2600",
                        "2026-11-16 CANTEEN-B 700",
                        "2026-11-17 CANTEEN-A 2400",
                        "2026-11-17 CANTEEN-A -1700");
        assertThat(statement.balances())
                .containsExactly(
                        new PartyBalance("holders:allowance", 0, 0, 0, 0, 0, 0, 20000, 20000),
                        new PartyBalance("vendor:CANTEEN-A:payable", 0, 5000, -1700, 123, -2600, 0, 0, 823),
                        new PartyBalance("vendor:CANTEEN-B:payable", 0, 700, 0, 0, 0, 0, 0, 700));
        assertThat(statement.closingFen()).isEqualTo(21523);
    }

    @Test
    void theLastBalancesAreTheTrialBalance() throws Exception {
        TrialBalance books = city.days().getTrialBalance();
        for (int vendor = 1; vendor <= City.VENDORS.size(); vendor++) {
            String name = "vendor:" + City.VENDORS.get(vendor - 1) + ":payable";
            assertThat(statement(new OneVendor(vendor), DAY_1, DAY_2).closingFen())
                    .as(name)
                    .isEqualTo(-debit(books, name));
        }
        for (Payer payer : new Payer[] {Payer.CITY, FUTIAN, LUOHU}) {
            assertThat(statement(new OnePayer(payer), DAY_1, DAY_2).closingFen())
                    .as(payer.label())
                    .isEqualTo(debit(books, "payer:" + payer.label() + ":") + debit(books, "bank:" + payer.label()));
        }
    }

    @Test
    void theFileHasTheBalanceAfterEachRowAndNoFormula() throws Exception {
        city.ask("UPDATE vendor SET name = '=1+1' WHERE code = 'CANTEEN-A'");
        StringBuilder csv = new StringBuilder();
        DayRange days = new DayRange(DAY_1, DAY_2);
        assertThat(accounts.export(CLERK, new OneVendor(CANTEEN_A), days, "寄给商户", csv))
                .isEqualTo(9);
        assertThat(csv.toString().lines())
                .hasSize(12)
                .contains(
                        "2026-11-16,OPENING,,,,,,,,,,,,,,0.00,期初余额 Opening balance,,,",
                        "2026-11-16,TAPS,CANTEEN-A,'=1+1,FUTIAN,MEAL,2,33.00,20.00,13.00,4.00,2.00,,,26.00,26.00,"
                                + "刷卡 Taps,福田区 Futian,助餐 Meal,",
                        "2026-11-17,REVERSAL,CANTEEN-A,'=1+1,FUTIAN,MEAL,1,15.00,15.00,0.00,2.00,0.00,,,-17.00,40.00,"
                                + "冲正 Reversals,福田区 Futian,助餐 Meal,",
                        "2026-11-17,PAYMENT,,,,,,,,,,,bank:FUTIAN,payment:1,-26.00,14.00,付款 Payment,,,"
                                + "银行账户 Bank · 福田区 Futian",
                        "2026-11-17,CLOSING,,,,,,,,,,,,,,15.23,期末余额 Closing balance,,,");
        assertThat(city.ask("SELECT act || ' ' || subject FROM audit_log")).isEqualTo("ACCOUNT_EXPORTED CANTEEN-A");
    }

    @Test
    @Breaks({"the journal posts what the lines say", "clearing lines are the sums of the approved taps of cleared days"
    })
    void aStatementThatDoesNotAddUpIsNotGivenOut() throws Exception {
        city.ask("ALTER TABLE clearing_line DISABLE TRIGGER USER;"
                + "UPDATE clearing_line SET subsidy = subsidy + 1, gross = gross + 1"
                + " WHERE vendor_id = 2 AND payer = 3");
        assertThatIllegalStateException()
                .isThrownBy(() -> statement(new OneVendor(CANTEEN_A), DAY_1, DAY_1))
                .withMessageContaining("does not add up");
        StringBuilder csv = new StringBuilder();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        accounts.export(CLERK, new OneVendor(CANTEEN_A), new DayRange(DAY_1, DAY_1), "寄给商户", csv));
        assertThat(csv).doesNotContain("CLOSING");
    }

    @Test
    void statementsAreOfClearedDaysOfKnownVendorsForThoseWhoMay() {
        assertThat(refusal(() -> statement(new OneVendor(CANTEEN_A), DAY_1, DAY_3)))
                .isEqualTo("DAY_NOT_CLEARED");
        assertThat(refusal(() -> statement(new OneVendor(77), DAY_1, DAY_2))).isEqualTo("VENDOR_UNKNOWN");
        assertThat(refusal(() -> new DayRange(DAY_2, DAY_1))).isEqualTo("DAYS_INVALID");
        Actor counter = new Actor(2L, "counter-1", Role.COUNTER_CLERK.permissions(), Scope.CITY, "192.0.2.1");
        assertThat(refusal(() -> accounts.statement(counter, new OnePayer(FUTIAN), new DayRange(DAY_1, DAY_1))))
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void whoeverWorksForADistrictSeesNoOtherPayersMoney() throws Exception {
        Actor futian = new Actor(3L, "futian-1", CLERK.permissions(), new Scope(District.FUTIAN, null), "");
        DayRange days = new DayRange(DAY_1, DAY_2);
        AccountStatement vendors = accounts.statement(futian, new OneVendor(CANTEEN_A), days);
        assertThat(vendors.balances())
                .containsExactly(new PartyBalance("FUTIAN", 0, 5000, -1700, 123, -2600, 0, 0, 823));
        assertThat(vendors.closingFen()).isEqualTo(823);
        assertThat(vendors.lines()).allMatch(line -> line.cleared().payerLabel().equals("FUTIAN"));
        StringBuilder csv = new StringBuilder();
        accounts.export(futian, new OneVendor(CANTEEN_A), days, "对账", csv);
        assertThat(csv).contains("CLOSING,,,,,,,,,,,,,,8.23").doesNotContain("LUOHU", "NONE");
        assertThat(accounts.statement(futian, new OnePayer(FUTIAN), days).closingFen())
                .isEqualTo(21523);
        assertThat(refusal(() -> accounts.statement(futian, new OnePayer(LUOHU), days)))
                .isEqualTo("OTHER_PAYER");
        assertThat(refusal(() -> accounts.payer(futian, Payer.CITY))).isEqualTo("OTHER_PAYER");
        assertThat(refusal(() -> accounts.export(futian, new OnePayer(LUOHU), days, "对账", csv)))
                .isEqualTo("OTHER_PAYER");
    }

    @Test
    void aDayWithoutAnythingIsAStatementOfItsBalance() throws Exception {
        city.closeAfter(DAY_3).closeThrough(DAY_3, CloseListener.SILENT);
        AccountStatement statement = statement(new OneVendor(CANTEEN_A), DAY_3, DAY_3);
        assertThat(statement.lines()).isEmpty();
        assertThat(statement.openingFen()).isEqualTo(1523).isEqualTo(statement.closingFen());
    }

    private AccountStatement statement(StatementOf owner, LocalDate from, LocalDate to) throws SQLException {
        return accounts.statement(CLERK, owner, new DayRange(from, to));
    }

    private static long debit(TrialBalance books, String prefix) {
        return books.accounts().stream()
                .filter(account -> account.name().startsWith(prefix))
                .mapToLong(account -> account.debitFen() - account.creditFen())
                .sum();
    }

    private void post(Entry entry) throws SQLException {
        transactions.run(transaction -> new Ledger(transaction).post(entry));
    }

    private long approval() throws SQLException {
        return Long.parseLong(
                city.ask("INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as, asked_at,"
                        + " decided_by, decided_as, decided_at, outcome)"
                        + " VALUES ('ADJUSTMENT', 7, 'x', 1, 'a', now(), 2, 'b',"
                        + " now(), 'APPROVED') RETURNING request_no"));
    }

    private static String refusal(ThrowingCallable act) {
        try {
            act.call();
        } catch (RefusedException refused) {
            return refused.refusal().name();
        } catch (Throwable other) {
            return Assertions.fail(other);
        }
        return "done";
    }
}
