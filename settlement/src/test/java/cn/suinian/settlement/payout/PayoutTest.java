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
import static cn.suinian.settlement.payout.PayoutCity.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.payout.PayoutFile.Content;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.AccountRefusal;
import cn.suinian.settlement.payout.account.AccountVersion;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.iso20022.BankSchemas;
import cn.suinian.settlement.payout.policy.Blocker;
import cn.suinian.settlement.payout.policy.Withholding;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutTest {

    private PayoutCity pay;

    @BeforeEach
    void openCity(Database database) throws Exception {
        pay = PayoutCity.ofOneDay(database);
    }

    @AfterEach
    void closeCity() {
        pay.close();
    }

    @Test
    void whatTheJournalSaysIsPayableIsPaidOnceByEachPayer() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch city = pay.pay(Payer.CITY, DAY_1);
        PayoutBatch district = pay.pay(FUTIAN, DAY_1);
        assertThat(city.totalFen()).isEqualTo(540);
        assertThat(district.totalFen()).isEqualTo(1500 + 200 + 700 + 200);
        assertThat(pay.city.ask(
                        "SELECT string_agg(day || ' ' || amount_fen || ' ' || reference, ', ' ORDER BY amount_fen)"
                                + " FROM journal_transfer WHERE kind = 'PAYMENT'"))
                .isEqualTo("2026-11-17 540 payment:1, 2026-11-17 900 payment:3, 2026-11-17 1700 payment:2");
        assertThat(pay.lists.payments(MAKER, district.batchNo()))
                .extracting(Payment::vendorCode, Payment::fen, Payment::state)
                .containsExactly(
                        tuple("CANTEEN-A", 1700L, Payment.State.ORDERED),
                        tuple("CANTEEN-B", 900L, Payment.State.ORDERED));
        refused(PayoutRefusal.NOTHING_TO_PAY, () -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "again"));
        refused(PayoutRefusal.ALREADY_SENT, () -> pay.payouts.send(MAKER, city.batchNo(), TODAY));
        assertThat(pay.paidFen()).isEqualTo(540 + 2600);
    }

    @Test
    void aLaterBatchPaysWhatCameAfterAndTakesReversalsOff() throws Exception {
        pay.approve(DAY_1);
        pay.pay(FUTIAN, DAY_1);
        pay.city.tap(lunch(DAY_2, CANTEEN_A, 4, 1000, 800, 2));
        pay.city.reverse(3); // the lunch at CANTEEN-B that was paid
        pay.approve(DAY_2);
        PayoutBatch batch = pay.pay(FUTIAN, DAY_2);
        assertThat(batch.totalFen()).isEqualTo(1000);
        assertThat(pay.lists.withheld(MAKER, batch.batchNo()))
                .extracting(WithheldVendor::vendorCode, WithheldVendor::code, WithheldVendor::fen)
                .containsExactly(tuple("CANTEEN-B", Withholding.OWED_BACK, -900L));
        refused(PayoutRefusal.NOTHING_TO_PAY, () -> pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "an earlier day again"));
    }

    @Test
    void aVendorIsWithheldForEveryReasonThatHoldsAndTheOthersArePaid() throws Exception {
        pay.city.tap(ride(DAY_1, CANTEEN_A, 5, 100), ride(DAY_1, CANTEEN_B, 6, 200));
        pay.approve(DAY_1);
        pay.accounts.ask(MAKER, new OfVendor(CANTEEN_B), PayoutCity.details(7), "new bank");
        pay.blockers.put(METRO, List.of(new Blocker(Blocker.Kind.OPEN_BREAK, 100, "break:1")));
        pay.blockers.put(
                CANTEEN_B,
                List.of(
                        new Blocker(Blocker.Kind.OPEN_BREAK, 60, "break:2"),
                        new Blocker(Blocker.Kind.OPEN_BREAK, 41, "break:3"),
                        new Blocker(Blocker.Kind.HOLD, 0, "hold:4")));
        PayoutBatch batch = pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "weekly");
        assertThat(batch.totalFen())
                .as("a break of just the tolerance does not stop METRO-1")
                .isEqualTo(640);
        assertThat(pay.lists.withheld(MAKER, batch.batchNo()))
                .extracting(WithheldVendor::code, WithheldVendor::detail)
                .containsExactly(
                        tuple(Withholding.ACCOUNT_CHANGE_WAITING, ""),
                        tuple(Withholding.HELD, "hold:4"),
                        tuple(Withholding.OPEN_BREAKS, "101 fen break:2 break:3"));
    }

    @Test
    void aDayThatIsNotApprovedIsNotPaidNorAVendorWithMoneyOfOne() throws Exception {
        pay.city.close(DAY_1);
        refused(PayoutRefusal.DAY_NOT_APPROVED, () -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "early"));
        refused(PayoutRefusal.NO_SUCH_DAY, () -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1.minusDays(9), "never"));
        pay.city.tap(ride(DAY_2, CANTEEN_A, 7, 300));
        pay.approve(DAY_2);
        pay.city.ask("UPDATE business_day SET state = 'CLEARED' WHERE day = '" + DAY_1 + "'");
        PayoutBatch batch = pay.payouts.prepare(MAKER, Payer.CITY, DAY_2, "one day was opened again");
        assertThat(batch.totalFen()).isEqualTo(300);
        assertThat(pay.lists.withheld(MAKER, batch.batchNo()))
                .extracting(WithheldVendor::vendorCode, WithheldVendor::code, WithheldVendor::detail)
                .containsExactly(tuple("METRO-1", Withholding.DAY_NOT_APPROVED, "2026-11-16"));
    }

    @Test
    void whoPreparedCannotApproveWithAnyRoleNorByReplaying() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch batch = pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "weekly");
        Actor sameWithAnotherName = PayoutCity.person(101, "maker-as-supervisor");
        refused(ApprovalRefusal.SAME_PERSON, () -> pay.payouts.approve(MAKER, batch.batchNo()));
        refused(ApprovalRefusal.SAME_PERSON, () -> pay.payouts.approve(sameWithAnotherName, batch.batchNo()));
        refused(ApprovalRefusal.NOT_A_PERSON, () -> pay.payouts.approve(Actor.house("job"), batch.batchNo()));
        refused(PayoutRefusal.NOT_APPROVED, () -> pay.payouts.send(MAKER, batch.batchNo(), TODAY));
        pay.payouts.approve(CHECKER, batch.batchNo());
        refused(ApprovalRefusal.ALREADY_DECIDED, () -> pay.payouts.approve(MAKER, batch.batchNo()));
        refused(ApprovalRefusal.ALREADY_DECIDED, () -> pay.payouts.approve(CHECKER, batch.batchNo()));
        assertThatExceptionOfType(SQLException.class)
                .as("the database says so too")
                .isThrownBy(() -> pay.city.ask("INSERT INTO payout_batch (payer, through_day, payer_account, state,"
                        + " prepared_by, prepared_as, prepared_at, approved_by, approved_as, approved_at) SELECT 3,"
                        + " through_day, payer_account, 'APPROVED', 7, 'x', now(), 7, 'y', now() FROM payout_batch"));
    }

    @Test
    void bankDetailsThatChangeBetweenPreparingAndApprovingStopTheBatch() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch batch = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly");
        long request = pay.accounts.ask(MAKER, new OfVendor(CANTEEN_A), PayoutCity.details(44), "new bank");
        assertThat(changes(() -> pay.payouts.approve(CHECKER, batch.batchNo())))
                .containsExactly("CANTEEN-A", "1700 fen -> withheld: ACCOUNT_CHANGE_WAITING");
        refused(ApprovalRefusal.SAME_PERSON, () -> pay.accounts.confirm(MAKER, request));
        assertThat(pay.accounts.show(CHECKER, request).number()).isEqualTo("6222000000000044");
        pay.accounts.confirm(CHECKER, request);
        assertThat(changes(() -> pay.payouts.approve(CHECKER, batch.batchNo()))).contains("CANTEEN-A");
        pay.payouts.cancel(MAKER, batch.batchNo(), "other bank");
        pay.pay(FUTIAN, DAY_1);
        assertThat(pay.paidFen()).isEqualTo(2600);
    }

    @Test
    void whatComesUpBetweenApprovingAndSendingStopsTheFiles() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch batch = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly");
        pay.payouts.approve(CHECKER, batch.batchNo());
        pay.blockers.put(CANTEEN_B, List.of(new Blocker(Blocker.Kind.HOLD, 0, "hold:1")));
        assertThat(changes(() -> pay.payouts.send(MAKER, batch.batchNo(), TODAY)))
                .containsExactly("CANTEEN-B", "900 fen -> withheld: HELD");
        assertThat(pay.files.list(MAKER, batch.batchNo())).isEmpty();
        assertThat(pay.paidFen()).isZero();
        pay.blockers.clear();
        pay.accounts.ask(MAKER, new OfPayer(FUTIAN), PayoutCity.details(45), "another account of the district");
        refused(PayoutRefusal.PAYER_ACCOUNT_CHANGE_WAITING, () -> pay.payouts.send(MAKER, batch.batchNo(), TODAY));
    }

    @Test
    void aBatchIsRejectedByTheOtherPersonAlsoWhenItWasCancelledMeanwhile() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch first = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly");
        refused(ApprovalRefusal.SAME_PERSON, () -> pay.payouts.reject(MAKER, first.batchNo(), "no"));
        assertThat(pay.payouts.reject(CHECKER, first.batchNo(), "wrong week").state())
                .isEqualTo(PayoutBatch.State.CANCELLED);
        PayoutBatch taken = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly");
        refused(ApprovalRefusal.NOT_YOURS, () -> pay.payouts.withdraw(CHECKER, taken.batchNo(), "no"));
        assertThat(pay.payouts.withdraw(MAKER, taken.batchNo(), "wrong day").state())
                .isEqualTo(PayoutBatch.State.CANCELLED);
        PayoutBatch second = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly");
        pay.payouts.cancel(MAKER, second.batchNo(), "typing error");
        refused(PayoutRefusal.CANCELLED, () -> pay.payouts.approve(CHECKER, second.batchNo()));
        pay.payouts.reject(CHECKER, second.batchNo(), "it is cancelled");
        assertThat(pay.city.ask("SELECT count(*) FROM approval_request WHERE outcome IS NULL"))
                .isEqualTo("0");
        assertThat(pay.paidFen()).isZero();
    }

    @Test
    void filesAreSignedKeptSealedAndGivenOutUnderAudit() throws Exception {
        pay.approve(DAY_1);
        PayoutBatch batch = pay.pay(FUTIAN, DAY_1);
        List<PayoutFile> files = pay.files.list(MAKER, batch.batchNo());
        assertThat(files)
                .extracting(PayoutFile::name)
                .containsExactly(
                        "SNB000000000001.pain.001.xml", "SNB000000000001.utf8.csv", "SNB000000000001.gb18030.csv");
        for (PayoutFile file : files) {
            Content content = pay.files.download(MAKER, file.fileNo());
            if (file.name().endsWith(".xml")) {
                BankSchemas.validateOrders(content.bytes());
            }
            assertThat(pay.parts
                            .vault()
                            .signingKeys()
                            .get(1)
                            .verify(content.bytes(), Hex.decode(file.signature().hex())))
                    .isTrue();
        }
        assertThat(pay.city.ask("SELECT count(*) FROM audit_log WHERE act = 'PAYMENT_FILE_DOWNLOADED'"))
                .isEqualTo("3");
        assertThat(pay.city.ask(
                        "SELECT count(*) FROM payment_file WHERE position('62220000'::bytea IN content_sealed) > 0"))
                .isEqualTo("0");
        assertThat(pay.city.ask("SELECT count(*) FROM audit_log WHERE after LIKE '%62220000%'"))
                .isEqualTo("0");
    }

    @Test
    void aDistrictSeesAndPaysItsOwnMoneyOnly() throws Exception {
        pay.approve(DAY_1);
        Actor luohu = new Actor(
                103L, "luohu", EnumSet.allOf(Permission.class), new Scope(District.ofCode(3), null), "10.0.0.2");
        refused(PayoutRefusal.OTHER_PAYER, () -> pay.payouts.prepare(luohu, FUTIAN, DAY_1, "not ours"));
        PayoutBatch batch = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly");
        refused(PayoutRefusal.OTHER_PAYER, () -> pay.payouts.approve(luohu, batch.batchNo()));
        assertThat(pay.lists.page(luohu, BatchFilter.ALL, 0, 10)).isEmpty();
        assertThat(pay.lists.page(MAKER, BatchFilter.ALL, 0, 10)).containsExactly(batch);
        assertThat(pay.lists.count(MAKER, BatchFilter.ALL)).isEqualTo(1);
    }

    @Test
    void anAccountIsRefusedWithAllThatIsWrongAndRejectedWithoutReplacingTheOneBefore() throws Exception {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        pay.accounts.ask(MAKER, new OfVendor(METRO), new BankDetails("", "12", "abc", "银行"), "new"))
                .satisfies(refused -> assertThat(refused.all())
                        .extracting(each -> each.refusal().name())
                        .containsExactly("NAME_INVALID", "NUMBER_INVALID", "BANK_CODE_INVALID"));
        long request = pay.accounts.ask(MAKER, new OfVendor(METRO), PayoutCity.details(55), "letter");
        refused(
                AccountRefusal.CHANGE_WAITING,
                () -> pay.accounts.ask(CHECKER, new OfVendor(METRO), PayoutCity.details(56), "another letter"));
        pay.accounts.reject(CHECKER, request, "the letter is forged");
        long taken = pay.accounts.ask(MAKER, new OfVendor(METRO), PayoutCity.details(57), "letter");
        refused(ApprovalRefusal.NOT_YOURS, () -> pay.accounts.withdraw(CHECKER, taken, "not mine"));
        pay.accounts.withdraw(MAKER, taken, "a digit is wrong");
        refused(ApprovalRefusal.ALREADY_DECIDED, () -> pay.accounts.confirm(CHECKER, taken));
        assertThat(pay.accounts.history(MAKER, new OfVendor(METRO)))
                .extracting(AccountVersion::state, AccountVersion::numberTail)
                .containsExactly(
                        tuple(AccountVersion.State.WITHDRAWN, "0057"),
                        tuple(AccountVersion.State.REJECTED, "0055"),
                        tuple(AccountVersion.State.CONFIRMED, "0001"));
        pay.approve(DAY_1);
        assertThat(pay.pay(Payer.CITY, DAY_1).totalFen()).isEqualTo(540);
    }

    private static List<String> changes(ThrowingCallable act) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, act);
        assertThat(refused.refusal()).isEqualTo(PayoutRefusal.CHANGED);
        return refused.all().get(0).details().entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static void refused(Refusal why, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
