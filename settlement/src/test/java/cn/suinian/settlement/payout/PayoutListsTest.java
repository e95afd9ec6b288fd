package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.FUTIAN;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.payout.PayoutLists.Outlook;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.account.VendorAccount;
import cn.suinian.settlement.payout.policy.Blocker;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Outstanding.Early;
import cn.suinian.settlement.payout.policy.Plan;
import cn.suinian.settlement.payout.policy.Unpaid;
import cn.suinian.settlement.reconciliation.Reconciliation;
import cn.suinian.settlement.reconciliation.Stand;
import cn.suinian.settlement.reconciliation.StatementText;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.statement.IngestProgress;
import cn.suinian.settlement.statement.Statements;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages ask of payouts: of which days money is, who owes, and what only some may see. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutListsTest {
    private static final Payer LUOHU = new Payer(3);
    private static final Actor OF_FUTIAN = of(201, District.FUTIAN);
    private static final Actor OF_LUOHU = of(202, District.LUOHU);

    private PayoutCity pay;

    private static Actor of(long staffId, District district) {
        return new Actor(
                staffId, "staff" + staffId, EnumSet.allOf(Permission.class), new Scope(district, null), "10.0.0.2");
    }

    @BeforeEach
    void openCity(Database database) throws Exception {
        pay = PayoutCity.ofOneDay(database);
    }

    @AfterEach
    void closeCity() {
        pay.close();
    }

    @Test
    void moneyIsOfTheDaysThatWereNotPaidYetTheOldestFirst() throws Exception {
        assertThat(pay.lists.lastPayableDay(MAKER)).isEmpty();
        pay.approve(DAY_1);
        assertThat(pay.lists.lastPayableDay(MAKER)).contains(DAY_1);
        pay.city.tap(lunch(DAY_2, CANTEEN_A, 4, 1000, 800, 2));
        pay.approve(DAY_2);
        Outlook both = pay.lists.outlook(MAKER, FUTIAN, DAY_2);
        assertThat(both.unpaid().get(CANTEEN_A)).isEqualTo(new Unpaid("福田长者食堂", DAY_1, DAY_2, 2));
        assertThat(both.unpaid().get(CANTEEN_B)).isEqualTo(new Unpaid("罗湖长者食堂", DAY_1, DAY_1, 1));
        pay.pay(FUTIAN, DAY_1);
        Outlook rest = pay.lists.outlook(MAKER, FUTIAN, DAY_2);
        assertThat(rest.plan().payments())
                .singleElement()
                .satisfies(due -> assertThat(due.fen()).isEqualTo(1000));
        assertThat(rest.unpaid()).containsOnlyKeys(CANTEEN_A);
        assertThat(rest.unpaid().get(CANTEEN_A)).isEqualTo(new Unpaid("福田长者食堂", DAY_2, DAY_2, 1));
    }

    @Test
    void whatTheBankReturnedIsOfTheDayThatItWasPaidFor() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch first = pay.pay(FUTIAN, DAY_1);
        pay.city.tap(lunch(DAY_2, CANTEEN_A, 4, 1000, 800, 2));
        pay.approve(DAY_2);
        pay.pay(FUTIAN, DAY_2);
        Payment payment = pay.lists.payments(MAKER, first.batchNo()).get(0);
        pay.take(PayoutCity.report("M-1", first.messageId(), "", payment.id() + " RJCT AC04"));
        pay.returns.resolve(CHECKER, payment.paymentNo(), "the account was closed");
        Outlook outlook = pay.lists.outlook(MAKER, FUTIAN, DAY_2);
        assertThat(outlook.plan().payments())
                .singleElement()
                .satisfies(due -> assertThat(due.fen()).isEqualTo(1700));
        assertThat(outlook.unpaid().get(CANTEEN_A)).isEqualTo(new Unpaid("福田长者食堂", DAY_1, DAY_1, 1));
    }

    @Test
    void whatIsOwedBackIsOfTheDayThatTookItBack() throws Exception {
        pay.approve(DAY_1);
        pay.pay(FUTIAN, DAY_1);
        pay.city.reverse(3);
        pay.approve(DAY_2);
        Outlook outlook = pay.lists.outlook(MAKER, FUTIAN, DAY_2);
        assertThat(outlook.plan().withheld())
                .singleElement()
                .satisfies(held -> assertThat(held.fen()).isEqualTo(-900));
        assertThat(outlook.unpaid().get(CANTEEN_B)).isEqualTo(new Unpaid("罗湖长者食堂", DAY_2, DAY_2, 1));
    }

    @Test
    void eachPayerOwesWhatTheJournalSaysAndADistrictSeesItsOwn() throws Exception {
        pay.approve(DAY_1);
        assertThat(owed(MAKER)).containsExactly(tuple(Payer.CITY, 1, 540L, 540L), tuple(FUTIAN, 2, 2600L, 2600L));
        assertThat(owed(OF_FUTIAN)).containsExactly(tuple(FUTIAN, 2, 2600L, 2600L));
        assertThat(owed(OF_LUOHU)).isEmpty();
        pay.pay(FUTIAN, DAY_1);
        assertThat(owed(MAKER)).containsExactly(tuple(Payer.CITY, 1, 540L, 540L));
    }

    @Test
    void whatIsPayableNowIsWhatABatchMadeNowPaysAndTheRestSaysWhy() throws Exception {
        pay.city.tap(
                lunch(DAY_1, METRO, 4, 1000, 800, 2),
                lunch(DAY_1, CANTEEN_A, 5, 700, 500, 3),
                ride(DAY_1, METRO, 6, 60));
        pay.approve(DAY_1);
        pay.accounts.ask(MAKER, new OfVendor(METRO), PayoutCity.details(77), "moved to another bank");
        pay.blockers.put(CANTEEN_B, List.of(new Blocker(Blocker.Kind.OPEN_BREAK, 500, "breaks:FUTIAN")));
        agreesWithABatch(Payer.CITY, 600, "WITHHELD ACCOUNT_CHANGE_WAITING 1 600");
        agreesWithABatch(LUOHU, 700, "PAYER_ACCOUNT_MISSING null 1 700");
        String held = "WITHHELD OPEN_BREAKS 1 900, WITHHELD ACCOUNT_CHANGE_WAITING 1 1000";
        assertThat(outstanding(FUTIAN, DAY_1).payableFen()).isEqualTo(1700);
        PayoutBatch batch = agreesWithABatch(FUTIAN, 3600, held).orElseThrow();
        agreesWithABatch(FUTIAN, 3600, "UNSENT_BATCH null 1 1700, " + held);
        pay.payouts.approve(CHECKER, batch.batchNo());
        pay.payouts.send(MAKER, batch.batchNo(), PayoutCity.TODAY);
        agreesWithABatch(FUTIAN, 1900, held);
        String order = pay.lists.payments(MAKER, batch.batchNo()).get(0).id();
        pay.take(PayoutCity.report("M-1", batch.messageId(), "", order + " RJCT AC04"));
        agreesWithABatch(
                FUTIAN,
                3600,
                "WITHHELD OPEN_BREAKS 1 900, WITHHELD RETURN_OPEN 1 1700," + " WITHHELD ACCOUNT_CHANGE_WAITING 1 1000");
        pay.returns.resolve(
                CHECKER, pay.lists.payments(MAKER, batch.batchNo()).get(0).paymentNo(), "the account was closed");
        assertThat(outstanding(FUTIAN, DAY_1).payableFen())
                .as("what came back is payable again")
                .isEqualTo(1700);
        PayoutBatch again = agreesWithABatch(FUTIAN, 3600, held).orElseThrow();
        pay.payouts.cancel(MAKER, again.batchNo(), "the lunch was taken back");
        pay.city.reverse(2);
        pay.approve(DAY_2);
        agreesWithABatch(FUTIAN, 3600, held + ", TAKEN_BACK_LATER null 0 1700");
    }

    @Test
    void moneyOfADayThatIsNotApprovedAndAccountsThatChangeAreNotPayable() throws Exception {
        pay.approve(DAY_1);
        pay.city.tap(lunch(DAY_2, CANTEEN_A, 4, 1000, 800, 2));
        pay.approve(DAY_2);
        pay.city.ask("UPDATE business_day SET state = 'CLEARED' WHERE day = '" + DAY_1 + "'");
        assertThat(outstanding(FUTIAN, DAY_2).payableFen()).isZero();
        pay.accounts.ask(MAKER, new OfPayer(Payer.CITY), PayoutCity.details(78), "moved to another bank");
        assertThat(pay.lists.outstanding(MAKER, DAY_2))
                .extracting(PayoutListsTest::rest)
                .containsExactly("WITHHELD DAY_NOT_APPROVED 1 540", "WITHHELD DAY_NOT_APPROVED 2 3600");
        pay.city.ask("UPDATE business_day SET state = 'RECONCILED' WHERE day = '" + DAY_1 + "'");
        pay.city.ask("UPDATE business_day SET state = 'APPROVED' WHERE day = '" + DAY_1 + "'");
        agreesWithABatch(Payer.CITY, 540, "PAYER_ACCOUNT_CHANGE_WAITING null 1 540");
        assertThatThrownBy(() -> pay.lists.outstanding(MAKER, DAY_2.plusDays(1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("DAY_NOT_APPROVED");
    }

    @Test
    void whatDaysOweThatAreNotApprovedYetIsToldByVendorAndDayAndCompletesTheJournal() throws Exception {
        pay.city.close(DAY_1);
        assertThat(pay.lists.lastPayableDay(MAKER)).isEmpty();
        assertThat(pay.lists.outstanding(MAKER, null))
                .extracting(PayoutListsTest::rest)
                .as("nothing is approved, and all is told")
                .containsExactly("DAYS_NOT_APPROVED null 1 540", "DAYS_NOT_APPROVED null 2 2600");
        assertThat(pay.lists.outstanding(OF_LUOHU, null)).isEmpty();
        Outlook none = pay.lists.outlook(OF_FUTIAN, FUTIAN, null);
        assertThat(none.outstanding().early())
                .extracting(Early::vendorCode, Early::day, Early::fen)
                .containsExactly(tuple("CANTEEN-A", DAY_1, 1700L), tuple("CANTEEN-B", DAY_1, 900L));
        assertThat(none.plan().payments()).isEmpty();
        pay.approve(DAY_1);
        pay.city.tap(lunch(DAY_2, CANTEEN_A, 4, 1000, 800, 2));
        pay.city.reverse(3);
        pay.city.close(DAY_2);
        agreesWithABatch(FUTIAN, 2700, "DAYS_NOT_APPROVED null 2 100");
        assertThat(pay.lists.outstanding(MAKER, DAY_1).stream()
                        .mapToLong(Outstanding::owedFen)
                        .sum())
                .as("the journal itself")
                .isEqualTo(Long.parseLong(pay.city.ask("SELECT sum(CASE WHEN c.vendor_id IS NULL THEN -amount_fen"
                        + " ELSE amount_fen END) FROM journal_transfer t"
                        + " JOIN ledger_account d ON d.account_id = t.debit_account"
                        + " JOIN ledger_account c ON c.account_id = t.credit_account"
                        + " WHERE num_nonnulls(c.vendor_id, d.vendor_id) = 1")));
    }

    /** Makes the batch and compares, to the fen; the batch, if one could be made. */
    private Optional<PayoutBatch> agreesWithABatch(Payer payer, long owed, String rest) throws SQLException {
        Outstanding told = outstanding(payer, DAY_1);
        assertThat(told.owedFen()).isEqualTo(owed);
        assertThat(rest(told)).isEqualTo(rest);
        assertThat(told.payableFen()
                        + told.rest().stream().mapToLong(Outstanding.Rest::fen).sum())
                .as("each fen that is owed is told once")
                .isEqualTo(owed);
        Optional<PayoutBatch> batch = Optional.empty();
        try {
            batch = Optional.of(pay.payouts.prepare(MAKER, payer, DAY_1, "weekly payout"));
        } catch (RefusedException none) {
            assertThat(told.payableFen()).as(none.getMessage()).isZero();
        }
        assertThat(batch.map(PayoutBatch::totalFen).orElse(0L)).isEqualTo(told.payableFen());
        assertThat(batch.map(PayoutBatch::payments).orElse(0)).isEqualTo(told.payableVendors());
        return batch;
    }

    private Outstanding outstanding(Payer payer, LocalDate throughDay) throws SQLException {
        return pay.lists.outstanding(MAKER, throughDay).stream()
                .filter(each -> each.payer().equals(payer))
                .findFirst()
                .orElseThrow();
    }

    private static String rest(Outstanding told) {
        return told.rest().stream()
                .map(each -> each.cause() + " " + each.why() + " " + each.vendors() + " " + each.fen())
                .collect(Collectors.joining(", "));
    }

    private List<Tuple> owed(Actor actor) throws SQLException {
        return pay.lists.outstanding(actor, DAY_1).stream()
                .map(each -> tuple(each.payer(), each.vendors(), each.owedFen(), each.payableFen()))
                .toList();
    }

    @Test
    void aDistrictReadsWhatTheBankSaysOfItsOwnBatches() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch batch = pay.pay(FUTIAN, DAY_1);
        BankAnswer own = pay.take(PayoutCity.report("M-1", batch.messageId(), "ACSC"));
        BankAnswer strange = pay.take(PayoutCity.report("M-2", "SOMETHING", "ACSC"));
        assertThat(pay.answers.page(MAKER, 0, 10))
                .extracting(BankAnswer::fileNo)
                .containsExactly(strange.fileNo(), own.fileNo());
        assertThat(pay.answers.page(OF_FUTIAN, 0, 10))
                .extracting(BankAnswer::fileNo)
                .containsExactly(own.fileNo());
        assertThat(pay.answers.find(OF_FUTIAN, own.fileNo())).isPresent();
        assertThat(pay.answers.find(OF_LUOHU, own.fileNo())).isEmpty();
        assertThat(pay.answers.page(OF_LUOHU, 0, 10)).isEmpty();
        assertThat(pay.lists.getOfPayment(OF_FUTIAN, 1).batchNo()).isEqualTo(batch.batchNo());
        assertThatThrownBy(() -> pay.lists.getOfPayment(OF_LUOHU, 1)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aSignatureIsGivenOutUnderAuditToThoseWhoPrepare() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch batch = pay.pay(FUTIAN, DAY_1);
        assertThat(batch.reason()).isEqualTo("weekly payout");
        PayoutFile file = pay.files.list(MAKER, batch.batchNo()).get(0);
        assertThat(pay.files.signature(MAKER, file.fileNo()).signature().hex()).hasSize(128);
        assertThat(pay.city.ask("SELECT count(*) FROM audit_log WHERE act = 'PAYMENT_FILE_DOWNLOADED'"
                        + " AND after LIKE '%signature%'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> pay.files.signature(OF_LUOHU, file.fileNo())).isInstanceOf(RefusedException.class);
    }

    @Test
    void vendorsAreListedWithTheAccountInForceAndAChangeSaysWhyItWasAskedFor() throws Exception {
        long request = pay.accounts.ask(MAKER, new OfVendor(METRO), PayoutCity.details(77), "moved to another bank");
        assertThat(pay.accounts.listVendors(CHECKER, "", false, 10))
                .extracting(VendorAccount::code, VendorAccount::numberTail, VendorAccount::changeWaits)
                .containsExactly(
                        tuple("CANTEEN-A", "0002", false),
                        tuple("CANTEEN-B", "0003", false),
                        tuple("METRO-1", "0001", true));
        assertThat(pay.accounts.listVendors(CHECKER, "CANTEEN-B", false, 1)).hasSize(1);
        assertThat(pay.accounts.listVendors(CHECKER, "", true, 10)).isEmpty();
        assertThat(pay.accounts.change(CHECKER, request).reason()).isEqualTo("moved to another bank");
        assertThat(pay.accounts.vendorName(CHECKER, METRO)).contains("METRO-1 · 地铁一号线");
        assertThat(pay.accounts.vendorName(CHECKER, 99)).isEmpty();
    }

    @Test
    void whoWorksForADistrictChangesItsOwnAccountOnly() throws Exception {
        BankDetails details = PayoutCity.details(55);
        assertThatThrownBy(() -> pay.accounts.ask(OF_LUOHU, new OfVendor(METRO), details, "new"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NOT_YOURS");
        assertThatThrownBy(() -> pay.accounts.ask(OF_LUOHU, new OfPayer(FUTIAN), details, "new"))
                .hasMessage("NOT_YOURS");
        long request = pay.accounts.ask(OF_FUTIAN, new OfPayer(FUTIAN), details, "new");
        assertThatThrownBy(() -> pay.accounts.show(OF_LUOHU, request)).hasMessage("NOT_YOURS");
        assertThatThrownBy(() -> pay.accounts.confirm(OF_LUOHU, request)).hasMessage("NOT_YOURS");
        pay.accounts.confirm(CHECKER, request);
        assertThat(pay.accounts.history(MAKER, new OfPayer(FUTIAN)).get(0).numberTail())
                .isEqualTo("0055");
    }

    @Test
    void aDayThatNobodyLookedAtSpeaksAgainstEveryVendor() throws Exception {
        pay.approve(DAY_1);
        assertThat(speaking(METRO)).containsExactly(new Blocker(Blocker.Kind.NOT_LOOKED_AT, 0, DAY_1.toString()));
        pay.city.ask("INSERT INTO lens_day (day) VALUES ('" + DAY_1 + "')");
        assertThat(speaking(METRO)).isEmpty();
    }

    @Test
    void aStatementThatNobodyComparedSpeaksAgainstItsVendorAndNoOther() throws Exception {
        pay.approve(DAY_1);
        pay.city.ask("INSERT INTO lens_day (day) VALUES ('" + DAY_1 + "')");
        Statements statements = new Statements(pay.transactions, new AuditLog(pay.parts.clock()), pay.parts.clock());
        String file = new StatementText(METRO, DAY_1).csv();
        statements.take(
                MAKER, METRO, "late.csv", new ByteArrayInputStream(file.getBytes(UTF_8)), IngestProgress.SILENT);
        assertThat(speaking(METRO)).containsExactly(new Blocker(Blocker.Kind.NOT_COMPARED, 0, DAY_1.toString()));
        assertThat(speaking(CANTEEN_A)).isEmpty();
        new Reconciliation(pay.transactions, new AuditLog(pay.parts.clock()), pay.parts.clock())
                .run(MAKER, METRO, DAY_1);
        assertThat(speaking(METRO)).extracting(Blocker::kind).containsExactly(Blocker.Kind.OPEN_BREAK);
    }

    @Test
    void whatTwoPeopleTookBackIsNotPaidFirst() throws Exception {
        pay.approve(DAY_1);
        try (Stand stand = new Stand(pay.city)) {
            Row less = Row.of(DAY_1, METRO, 1, 1, 1, 300, 300);
            stand.take(METRO, new StatementText(METRO, DAY_1).add(less).csv());
            stand.run(METRO, DAY_1);
            ActOn over = ActOn.of(stand.open().get(0), "the vendor gave a discount");
            stand.adjustments.approve(Stand.CHIEF, stand.adjustments.ask(Stand.CLERK, over, -240));
        }
        assertThat(pay.city.ask("SELECT state FROM business_day WHERE day = '" + DAY_2 + "'"))
                .as("what was taken back stands in a day that is open")
                .isEqualTo("OPEN");
        assertThat(pay.payouts.preview(MAKER, Payer.CITY, DAY_1).payments())
                .extracting(Plan.Due::fen)
                .containsExactly(300L);
    }

    private List<Blocker> speaking(int vendorId) throws SQLException {
        return pay.transactions.run(transaction ->
                OtherRooms.all().of(transaction, List.of(vendorId), DAY_1).getOrDefault(vendorId, List.of()));
    }
}
