package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.allowance.refund.Refund;
import cn.suinian.settlement.allowance.refund.Refunds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A claim that was collected, and then the bank returned the payment. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RefundsTest {
    private AllowanceCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        city = AllowanceCity.ofTwo(database);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    @Breaks("a registered holder died when the register says")
    void whatTheFamilyGaveBackAndTheBankReturnedTooIsOwedBackOnTwoSignatures(Database database) throws Exception {
        Refunds refunds = collectedAndReturned();
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        assertThat(city.balance("holders:allowance")).isEqualTo("0");
        city.today("2026-07-08");
        assertThat(city.lines(city.order("2026-07", FUTIAN))).containsExactly("2 2026-07 REGULAR 300 TIER");
        Refund owed = refunds.list(MAKER, FUTIAN, 0, 10).get(0);
        assertThat(owed.fen()).isEqualTo(20_000);
        assertThat(refunds.list(MAKER, LUOHU, 0, 10)).isEmpty();
        long request = refunds.ask(MAKER, owed.runNo(), 1, owed.month(), "paid to the daughter on 9 July");
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> refunds.approve(MAKER, request));
        assertRefused(ApprovalRefusal.ALREADY_ASKED, () -> refunds.ask(MAKER, owed.runNo(), 1, owed.month(), "x"));
        refunds.reject(CHECKER, request, "no receipt");
        assertThat(refunds.listWaiting(CHECKER)).isEmpty();
        long before = Long.parseLong(city.balance("bank:FUTIAN"));
        refunds.approve(CHECKER, refunds.ask(MAKER, owed.runNo(), 1, owed.month(), "receipt of 10 July"));
        assertThat(city.balance("holders:allowance")).isEqualTo("0");
        assertThat(city.balance("bank:FUTIAN")).isEqualTo(Long.toString(before - 20_000));
        assertThat(refunds.list(MAKER, FUTIAN, 0, 10)).isEmpty();
        assertRefused(AllowanceRefusal.NO_SUCH_REFUND, () -> refunds.ask(MAKER, owed.runNo(), 1, owed.month(), "x"));
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        assertThat(city.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log WHERE act LIKE '%REFUND%'"))
                .isEqualTo("ALLOWANCE_REFUND_ASKED ALLOWANCE_REFUND_REJECTED ALLOWANCE_REFUND_ASKED"
                        + " ALLOWANCE_REFUNDED");
        city.ask("UPDATE holder SET deceased_on = NULL WHERE holder_id = 1");
        city.today("2026-08-08");
        city.corrected(1);
        assertThat(city.lines(city.list("2026-08", FUTIAN)))
                .as("what was given back counts as never claimed")
                .contains("1 2026-05 ARREARS 200 RETURNED");
    }

    @Test
    @Breaks("a registered holder died when the register says")
    void whatALaterRunPaysAsArrearsIsNotOwedBackAsWell() throws Exception {
        Refunds refunds = collectedAndReturned();
        Refund owed = refunds.list(MAKER, FUTIAN, 0, 10).get(0);
        long request = refunds.ask(MAKER, owed.runNo(), 1, owed.month(), "paid to the daughter on 9 July");
        city.ask("UPDATE holder SET deceased_on = NULL WHERE holder_id = 1");
        city.today("2026-07-08");
        city.corrected(1);
        assertThat(city.lines(city.list("2026-07", FUTIAN))).contains("1 2026-05 ARREARS 400 RETURNED");
        assertThat(refunds.list(MAKER, FUTIAN, 0, 10)).isEmpty();
        assertThat(refunds.listWaiting(CHECKER))
                .singleElement()
                .satisfies(each -> assertThat(each.refund()).isEmpty());
        assertThat(refunds.findWaiting(CHECKER, owed.runNo(), 1, owed.month()))
                .hasValueSatisfying(
                        each -> assertThat(each.request().requestNo()).isEqualTo(request));
        assertRefused(AllowanceRefusal.NO_SUCH_REFUND, () -> refunds.approve(CHECKER, request));
        refunds.reject(CHECKER, request, "paid with the run");
    }

    @Test
    void nothingIsBookedOfWhichAListThatIsBeingMadeWouldNotKnow() throws Exception {
        city.order("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.died(1, "2026-04-20");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        long asked = city.runs().askCollected(MAKER, june.runNo(), 1, YearMonth.parse("2026-05"), "it is there");
        city.transactions().run(transaction -> {
            RunLister.oneAtATime(transaction);
            assertRefused(AllowanceRefusal.BUSY, () -> city.runs().approveCollected(CHECKER, asked));
            return true;
        });
        city.runs().approveCollected(CHECKER, asked);
    }

    /** Paid for May after a death in April, claimed, collected from the family; and then the bank returns it. */
    private Refunds collectedAndReturned() throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.died(1, "2026-04-20");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        long asked = city.runs().askCollected(MAKER, june.runNo(), 1, YearMonth.parse("2026-05"), "it is there");
        city.runs().approveCollected(CHECKER, asked);
        Refunds refunds = city.refunds();
        byte[] file = "1,200.00,RETURNED,AC04\n2,200.00,PAID\n".getBytes(StandardCharsets.UTF_8);
        assertThat(city.results().take(MAKER, may.runNo(), PayFile.Encoding.UTF_8, new ByteArrayInputStream(file)))
                .isEqualTo(new BankResults.Taken(2, 2, List.of(1L)));
        assertThat(refunds.list(MAKER, FUTIAN, 0, 10))
                .as("one person's file owes nobody anything")
                .isEmpty();
        city.runs().reconcile(CHECKER, may.runNo());
        return refunds;
    }

    private static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
