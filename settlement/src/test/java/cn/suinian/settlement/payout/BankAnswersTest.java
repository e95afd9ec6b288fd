package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static cn.suinian.settlement.payout.PayoutCity.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.approval.ApprovalRefusal;
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
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.payout.disproof.Disproof;
import cn.suinian.settlement.payout.iso20022.BankSchemas;
import cn.suinian.settlement.payout.policy.BankVerdict.Effect;
import cn.suinian.settlement.payout.policy.Withholding;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class BankAnswersTest {
    private static final Actor CLERK = new Actor(
            103L, "clerk", EnumSet.of(Permission.PAYOUT_VIEW, Permission.PAYOUT_PREPARE), Scope.CITY, "10.0.0.1");

    private static final Actor SECOND = PayoutCity.person(104, "second");

    private PayoutCity pay;
    private PayoutBatch batch;
    private List<String> ids;

    @BeforeEach
    void sendABatch(Database database) throws Exception {
        pay = new PayoutCity(database);
        pay.city.tap(ride(DAY_1, METRO, 1, 540), ride(DAY_1, CANTEEN_A, 2, 200), ride(DAY_1, CANTEEN_B, 3, 30));
        pay.openAccounts(Payer.CITY);
        pay.approve(DAY_1);
        batch = pay.pay(Payer.CITY, DAY_1);
        ids = pay.lists.payments(MAKER, batch.batchNo()).stream()
                .map(Payment::id)
                .toList();
    }

    @AfterEach
    void closeCity() {
        pay.close();
    }

    @Test
    void whatTheBankRejectedOrReturnedIsPaidAgainOnceAnotherPersonResolvedIt() throws Exception {
        pay.take(report("B1", batch.messageId(), "PART", ids.get(0) + " ACSC", ids.get(1) + " RJCT AC04"));
        BankAnswer later =
                pay.take(report("B2", batch.messageId(), "", ids.get(0) + " RJCT AC01", ids.get(2) + " ACCP"));
        assertThat(later.rows()).extracting(BankAnswer.Row::effect).containsExactly(Effect.RETURNED, Effect.ACCEPTED);
        assertThat(pay.paidFen()).isEqualTo(540);
        assertThat(pay.returns.page(MAKER, true, 0, 10))
                .extracting(PaymentReturn::vendorCode, PaymentReturn::kind, PaymentReturn::bankReason)
                .containsExactly(
                        tuple("CANTEEN-A", Payment.State.RETURNED, "AC01"),
                        tuple("CANTEEN-B", Payment.State.REJECTED, "AC04"));
        assertRefused(PayoutRefusal.NOTHING_TO_PAY, () -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "again"));
        List<Long> open = pay.returns.page(MAKER, true, 0, 10).stream()
                .map(PaymentReturn::paymentNo)
                .toList();
        assertRefused(PayoutRefusal.TOOK_THE_ANSWER, () -> pay.returns.resolve(MAKER, open.get(0), "closed"));
        assertRefused(PayoutRefusal.NOT_PERMITTED, () -> pay.returns.resolve(CLERK, open.get(0), "closed"));
        pay.returns.resolve(CHECKER, open.get(0), "the vendor had closed the account");
        assertThat(pay.returns.count(MAKER, true)).isEqualTo(1);
        assertThat(pay.returns.count(MAKER, false)).isEqualTo(2);
        PayoutBatch again = pay.pay(Payer.CITY, DAY_1);
        assertThat(again.totalFen()).isEqualTo(200);
        assertThat(pay.lists.withheld(MAKER, again.batchNo()))
                .extracting(WithheldVendor::vendorCode, WithheldVendor::code, WithheldVendor::detail)
                .containsExactly(tuple("CANTEEN-B", Withholding.RETURN_OPEN, "payment:" + open.get(1)));
        pay.returns.resolve(CLERK, open.get(1), "the number was wrong");
        assertThat(pay.pay(Payer.CITY, DAY_1).totalFen()).isEqualTo(30);
        assertThat(pay.paidFen()).isEqualTo(770);
    }

    @Test
    void aReturnThatWasNoneIsUndoneByTwoWhoDidNotTakeTheAnswerAndItsMoneyIsNotPaidAgain() throws Exception {
        long payment = comesBack();
        assertRefused(PayoutRefusal.TOOK_THE_ANSWER, () -> pay.disproofs.ask(MAKER, payment, "paid", "letter"));
        assertRefused(PayoutRefusal.EVIDENCE_INVALID, () -> pay.disproofs.ask(CLERK, payment, "paid", " "));
        pay.disproofs.ask(CLERK, payment, "the bank had paid after all", "letter of the bank of 18 November");
        assertRefused(PayoutRefusal.DISPROOF_WAITS, () -> pay.returns.resolve(CHECKER, payment, "closed"));
        assertRefused(PayoutRefusal.NOT_PERMITTED, () -> pay.disproofs.approve(CLERK, payment));
        assertRefused(PayoutRefusal.TOOK_THE_ANSWER, () -> pay.disproofs.approve(MAKER, payment));
        assertRefused(PayoutRefusal.NOTHING_TO_PAY, () -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "again"));
        assertThat(pay.disproofs.listWaiting(CHECKER, 10))
                .extracting(Disproof::paymentNo, Disproof::fen, Disproof::evidence)
                .containsExactly(tuple(payment, 200L, "letter of the bank of 18 November"));

        pay.disproofs.approve(CHECKER, payment);
        assertThat(pay.paidFen()).isEqualTo(770);
        assertThat(pay.returns.count(MAKER, true)).isZero();
        assertThat(pay.lists.payments(MAKER, batch.batchNo()).get(0).state()).isEqualTo(Payment.State.ACCEPTED);
        assertRefused(PayoutRefusal.NOTHING_TO_PAY, () -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "again"));
        assertRefused(PayoutRefusal.NO_SUCH_RETURN, () -> pay.disproofs.approve(CHECKER, payment));
        pay.city.tap(ride(DAY_2, CANTEEN_A, 4, 50));
        pay.approve(DAY_2);
        assertThat(pay.pay(Payer.CITY, DAY_2).totalFen()).isEqualTo(50);

        pay.take(report("B3", batch.messageId(), "", ids.get(0) + " RJCT AC01"));
        assertThat(pay.paidFen()).isEqualTo(620);
        pay.returns.resolve(CHECKER, payment, "this time it did come back");
        assertThat(pay.pay(Payer.CITY, DAY_2).totalFen()).isEqualTo(200);
    }

    @Test
    void whoSaysThatItNeverCameBackMayBeTurnedDownAndNobodyUndoesWhatIsResolved() throws Exception {
        long payment = comesBack();
        pay.disproofs.ask(CHECKER, payment, "paid", "letter");
        Refusal own = catchThrowableOfType(RefusedException.class, () -> pay.disproofs.approve(CHECKER, payment))
                .refusal();
        assertThat(own).isEqualTo(ApprovalRefusal.SAME_PERSON);
        pay.disproofs.reject(SECOND, payment, "the bank says otherwise");
        assertThat(pay.paidFen()).isEqualTo(570);
        pay.returns.resolve(CHECKER, payment, "the vendor had closed the account");
        assertRefused(PayoutRefusal.NO_SUCH_RETURN, () -> pay.disproofs.ask(CHECKER, payment, "paid", "letter"));
        assertThat(pay.pay(Payer.CITY, DAY_1).totalFen()).isEqualTo(200);
    }

    @Test
    @Breaks("a return that was none is signed by two who did not take the answer, and its payment stands")
    void aReturnUndonePastTheConsoleIsRefusedOrFound() throws Exception {
        long payment = comesBack();
        long request = pay.disproofs.ask(CLERK, payment, "paid", "letter");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> pay.city.ask("UPDATE payment SET state = 'ACCEPTED' WHERE payment_no = " + payment))
                .withMessageContaining("forward only");
        String alone = "UPDATE payment_return SET resolved_by = 102, resolved_as = 'checker', resolved_at = now(),"
                + " resolution = 'paid', undone_request = " + request;
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> pay.city.ask(alone))
                .withMessageContaining("by two");
        pay.disproofs.approve(CHECKER, payment);
        String sentence = "a return that was none is signed by two who did not take the answer, and its payment stands";
        assertThat(broken()).doesNotContain(sentence);
        pay.city.ask("SET session_replication_role = replica; UPDATE approval_request SET asked_by = 101"
                + " WHERE request_no = " + request);
        assertThat(broken()).contains(sentence);
    }

    /** The first payment had arrived, and the bank says that it came back. */
    private long comesBack() throws Exception {
        pay.take(report("B1", batch.messageId(), "ACSC"));
        pay.take(report("B2", batch.messageId(), "", ids.get(0) + " RJCT AC01"));
        assertThat(pay.paidFen()).isEqualTo(570);
        return pay.returns.page(MAKER, true, 0, 10).get(0).paymentNo();
    }

    @Test
    @Breaks("a payment that came back is looked into by another person than who took the bank's answer")
    void whoeverTookTheAnswerDoesNotResolveItPastTheConsoleEither() throws Exception {
        pay.take(report("B1", batch.messageId(), "", ids.get(0) + " RJCT AC04"));
        String alone = "UPDATE payment_return SET resolved_by = %d, resolved_as = 'maker', resolved_at = now(),"
                        .formatted(MAKER.staffId())
                + " resolution = 'closed'";
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> pay.city.ask(alone))
                .withMessageContaining("another person");
        pay.city.ask("SET session_replication_role = replica; " + alone);
        assertThat(broken())
                .contains("a payment that came back is looked into by another person than who took the bank's answer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE bank_account_version SET bank_code = '999999999999' WHERE vendor_id = 1 | an account is what
            UPDATE bank_account_version SET account_name = 'other' WHERE payer = 1 | an account is what
            UPDATE bank_account_version SET vendor_id = CASE vendor_id WHEN 1 THEN 3 ELSE 1 END \
                WHERE vendor_id IN (1, 3) | an account is what
            DELETE FROM audit_log WHERE act = 'BANK_ACCOUNT_CONFIRMED' AND subject = '1' | an account is what
            UPDATE payout_batch SET payer_account = (SELECT version_no FROM bank_account_version \
                WHERE vendor_id = 1) | a batch is paid from
            UPDATE approval_request SET asked_by = 77 WHERE kind = 'PAYOUT_BATCH' | a batch is sent only
            """)
    @Breaks({
        "the audit trail is whole: no entry was edited, removed or slipped in",
        "an account is what the audit trail says was asked for and confirmed",
        "a payment goes to an account that two people signed for",
        "a batch is paid from the payer's account that two people signed for",
        "a batch is sent only when another person approved it"
    })
    void whoeverGoesAroundTheSignaturesIsFound(String tampering, String sentence) throws Exception {
        assertThat(broken()).noneMatch(each -> each.startsWith(sentence));
        pay.city.ask("SET session_replication_role = replica; " + tampering);
        assertThat(broken()).anyMatch(each -> each.startsWith(sentence));
    }

    private List<String> broken() throws Exception {
        return Verification.run(
                        pay.city.database().dataSource(), Verification.allChecks(), Verification.Listener.SILENT)
                .stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }

    private static void assertRefused(PayoutRefusal refusal, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @Test
    void theSameFileIsTakenOnce() throws Exception {
        String file = report("B1", batch.messageId(), "", ids.get(0) + " RJCT AC04");
        assertThat(pay.take(file).takenBefore()).isFalse();
        BankAnswer again = pay.take(file);
        assertThat(again.takenBefore()).isTrue();
        assertThat(again.rows()).hasSize(1);
        assertThat(pay.paidFen()).isEqualTo(570);
        BankAnswer sameNews = pay.take(report("B9", batch.messageId(), "", ids.get(0) + " RJCT AC04"));
        assertThat(sameNews.rows()).extracting(BankAnswer.Row::effect).containsExactly(Effect.UNCHANGED);
        assertThat(pay.paidFen()).isEqualTo(570);
    }

    @Test
    void aStatusOfTheWholeFileIsThatOfAllThatAreNotNamed() throws Exception {
        pay.take(report("B1", batch.messageId(), "RJCT", ids.get(2) + " ACSP"));
        assertThat(pay.lists.payments(MAKER, batch.batchNo()))
                .extracting(Payment::state)
                .containsExactly(Payment.State.REJECTED, Payment.State.REJECTED, Payment.State.ACCEPTED);
        assertThat(pay.paidFen()).isEqualTo(540);
    }

    @Test
    void whatWeDoNotKnowOrWhatContradictsIsToldAndChangesNothing() throws Exception {
        pay.take(report("B1", batch.messageId(), "", ids.get(0) + " RJCT AC04"));
        BankAnswer odd = pay.take(report(
                "B2",
                batch.messageId(),
                "",
                "SNP000000009999 RJCT",
                ids.get(0) + " ACSC",
                ids.get(1) + " WXYZ",
                ids.get(2) + " PDNG"));
        assertThat(odd.rows())
                .extracting(BankAnswer.Row::effect)
                .containsExactly(Effect.UNKNOWN_ID, Effect.CONTRADICTS, Effect.UNKNOWN_STATUS, Effect.NOTED);
        BankAnswer stranger = pay.take(report("B3", "SOMEBODY-ELSES", "RJCT"));
        assertThat(stranger.count(Effect.UNKNOWN_ID)).isEqualTo(1);
        assertThat(pay.paidFen()).isEqualTo(570);
    }

    @Test
    void aRowOfAnotherAmountOrCurrencyChangesNothingWhateverItsCodeAndItsFileDoes() throws Exception {
        String file = report(
                        "B1",
                        batch.messageId(),
                        "ACSC",
                        ids.get(0) + " ACSC",
                        ids.get(1) + " RJCT",
                        ids.get(2) + " ACSC")
                .replaceFirst("</TxSts>", "</TxSts>" + ordered("CNY", "2.01"))
                .replaceFirst("RJCT</TxSts>", "RJCT</TxSts>" + ordered("HKD", "0.30"))
                .replaceFirst("ACSC</TxSts></Tx", "ACSC</TxSts>" + ordered("CNY", "5.40000") + "</Tx");
        BankSchemas.validateReport(file.getBytes(StandardCharsets.UTF_8));
        BankAnswer answer = pay.take(file);
        assertThat(answer.rows())
                .extracting(BankAnswer.Row::effect, BankAnswer.Row::amount)
                .startsWith(
                        tuple(Effect.AMOUNT_DIFFERS, "CNY 2.01"),
                        tuple(Effect.AMOUNT_DIFFERS, "HKD 0.30"),
                        tuple(Effect.ACCEPTED, "CNY 5.40000"));
        assertThat(pay.lists.payments(MAKER, batch.batchNo()))
                .extracting(Payment::state)
                .containsExactly(Payment.State.ORDERED, Payment.State.ORDERED, Payment.State.ACCEPTED);
        assertThat(pay.paidFen()).isEqualTo(770);
    }

    private static String ordered(String currency, String amount) {
        return "<OrgnlTxRef><Amt><InstdAmt Ccy=\"%s\">%s</InstdAmt></Amt></OrgnlTxRef>".formatted(currency, amount);
    }

    @Test
    void aFileThatIsHostileOrBrokenIsRefusedWithWhereAndWithoutWhatItSays() throws Exception {
        String whole = report("B1", batch.messageId(), "RJCT");
        BankSchemas.validateReport(whole.getBytes(StandardCharsets.UTF_8));
        BankSchemas.validateReport(
                report("B2", batch.messageId(), "", ids.get(0) + " RJCT AC04").getBytes(StandardCharsets.UTF_8));
        Stream.of(
                        "",
                        "not XML",
                        whole.substring(0, whole.length() - 20),
                        whole.replaceFirst("\\?>", "?><!DOCTYPE Document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
                                .replace("<MsgId>B1", "<MsgId>&a;"),
                        whole.replaceFirst("\\?>", "?><!DOCTYPE Document>"),
                        whole.replace("pain.002.001.10", "pain.002.001.03"),
                        whole.replace("B1", "B".repeat(200)),
                        whole.replace("<CreDtTm>", "<a>".repeat(100) + "<CreDtTm>"))
                .forEach(file -> assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(() -> pay.take(file))
                        .satisfies(refused -> {
                            assertThat(refused.refusal()).isEqualTo(PayoutRefusal.FILE_BROKEN);
                            assertThat(refused.all().get(0).details().get("why"))
                                    .doesNotContain("passwd", "BBBB");
                        }));
    }
}
