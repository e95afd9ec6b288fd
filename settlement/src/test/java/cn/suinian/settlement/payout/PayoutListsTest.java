package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.FUTIAN;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import cn.suinian.settlement.payout.PayoutLists.Owed;
import cn.suinian.settlement.payout.PayoutLists.Unpaid;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.account.VendorAccount;
import cn.suinian.settlement.payout.policy.Blocker;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages ask of payouts: of which days money is, who owes, and what only some may see. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutListsTest {
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
        assertThat(pay.lists.owed(MAKER, DAY_1))
                .containsExactly(new Owed(Payer.CITY, 1, 540), new Owed(FUTIAN, 2, 2600));
        assertThat(pay.lists.owed(OF_FUTIAN, DAY_1)).containsExactly(new Owed(FUTIAN, 2, 2600));
        assertThat(pay.lists.owed(OF_LUOHU, DAY_1)).isEmpty();
        pay.pay(FUTIAN, DAY_1);
        assertThat(pay.lists.owed(MAKER, DAY_1)).containsExactly(new Owed(Payer.CITY, 1, 540));
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
        assertThat(speaking()).containsExactly(new Blocker(Blocker.Kind.NOT_LOOKED_AT, 0, DAY_1.toString()));
        pay.city.ask("INSERT INTO lens_day (day) VALUES ('" + DAY_1 + "')");
        assertThat(speaking()).isEmpty();
    }

    private List<Blocker> speaking() throws SQLException {
        return pay.transactions.run(transaction -> OtherRooms.all().of(transaction, METRO, DAY_1));
    }
}
