package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static cn.suinian.settlement.payout.PayoutCity.TODAY;
import static cn.suinian.settlement.payout.PayoutCity.report;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.payout.PayoutBatch.State;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.policy.Blocker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done in whatever order: what was paid and what is still payable is what clearing says is owed. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutPropertyTest {
    private static final int STEPS = 60;

    private PayoutCity pay;
    private Random random;
    private LocalDate open = DAY_1;
    private int holder;
    private int reports;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void paidAndPayableIsWhatIsOwedToTheFen(long seed, Database database) throws Exception {
        random = new Random(seed);
        try (PayoutCity city = new PayoutCity(database)) {
            pay = city;
            pay.openAccounts(Payer.CITY);
            tap();
            pay.approve(open);
            open = open.plusDays(1);
            for (int step = 0; step < STEPS; step++) {
                step();
                assertToTheFen("seed " + seed + ", step " + step);
            }
        }
    }

    private void step() throws Exception {
        try {
            switch (random.nextInt(9)) {
                case 0 -> {
                    tap();
                    pay.approve(open);
                    open = open.plusDays(1);
                }
                case 1, 2 -> pay.payouts.prepare(MAKER, Payer.CITY, open.minusDays(1 + random.nextInt(2)), "random");
                case 3, 4 -> pay.payouts.approve(CHECKER, newest());
                case 5 -> pay.payouts.send(MAKER, newest(), TODAY);
                case 6 -> pay.payouts.cancel(MAKER, newest(), "random");
                case 7 -> answer();
                default -> disturb();
            }
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).as("not a failure").isNotNull();
        }
    }

    private void tap() throws Exception {
        for (int i = random.nextInt(4); i >= 0; i--) {
            pay.city.tap(ride(open, 1 + random.nextInt(3), 1 + holder++ % 200, 1 + random.nextInt(999)));
        }
        if (random.nextInt(3) == 0) {
            pay.city.reverseLast();
        }
    }

    private long newest() throws Exception {
        return pay.lists.page(MAKER, BatchFilter.ALL, 0, 1).stream()
                .map(PayoutBatch::batchNo)
                .findFirst()
                .orElse(0L);
    }

    private void answer() throws Exception {
        BatchFilter sent = new BatchFilter(Optional.empty(), Optional.of(State.SENT));
        List<PayoutBatch> batches = pay.lists.page(MAKER, sent, 0, 20);
        if (batches.isEmpty()) {
            return;
        }
        PayoutBatch batch = batches.get(random.nextInt(batches.size()));
        List<Payment> payments = pay.lists.payments(MAKER, batch.batchNo());
        Payment one = payments.get(random.nextInt(payments.size()));
        String code = List.of("ACCP", "ACSC", "RJCT", "PDNG").get(random.nextInt(4));
        String file = report("R" + ++reports, batch.messageId(), "", one.id() + " " + code);
        pay.take(file);
        pay.take(file);
        if (random.nextBoolean()) {
            pay.returns.resolve(CHECKER, one.paymentNo(), "random"); // refused unless it came back
        }
    }

    private void disturb() throws Exception {
        int vendor = 1 + random.nextInt(3);
        if (random.nextBoolean()) {
            pay.openAccount(new OfVendor(vendor), PayoutCity.details(10 + random.nextInt(80)));
        } else if (pay.blockers.remove(vendor) == null) {
            pay.blockers.put(vendor, List.of(new Blocker(Blocker.Kind.HOLD, 0, "hold:1")));
        }
    }

    private void assertToTheFen(String when) throws Exception {
        long owed = Long.parseLong(pay.city.ask("SELECT coalesce((SELECT sum(subsidy) FROM clearing_line), 0)"
                + " - coalesce((SELECT sum(subsidy) FROM clearing_reversal), 0)"));
        long payable =
                Long.parseLong(pay.city.ask("SELECT coalesce(sum(credit_fen - debit_fen), 0) FROM journal_posting"
                        + " JOIN ledger_account USING (account_id) WHERE ledger_account.kind = 'VENDOR'"));
        assertThat(pay.paidFen() + payable).as(when).isEqualTo(owed);
        String overpaid = pay.city.ask("SELECT count(*) FROM payment p WHERE state IN ('ORDERED', 'ACCEPTED')"
                + " AND (SELECT count(*) FROM journal_transfer t WHERE t.kind = 'PAYMENT'"
                + " AND t.reference = 'payment:' || p.payment_no AND t.amount_fen = p.fen) <> 1");
        assertThat(overpaid).as(when).isEqualTo("0");
        assertThat(pay.paidFen())
                .as(when)
                .isEqualTo(Long.parseLong(pay.city.ask(
                        "SELECT coalesce(sum(fen), 0) FROM payment WHERE state IN ('ORDERED', 'ACCEPTED')")));
    }
}
