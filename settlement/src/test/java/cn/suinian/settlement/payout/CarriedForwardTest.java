package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.FUTIAN;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static cn.suinian.settlement.payout.PayoutCity.report;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.payout.carried.CarriedForward;
import cn.suinian.settlement.payout.carried.PaidOfDayStore;
import cn.suinian.settlement.payout.carried.UnpaidDaysStore;
import cn.suinian.settlement.payout.policy.Blocker;
import cn.suinian.settlement.payout.policy.Unpaid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({CarriedForwardTest.HISTORY, CarriedForwardTest.SEALS})
class CarriedForwardTest {
    static final String HISTORY = "a day's history leads step by step to where the day is";
    static final String SEALS = "every seal has its hash and its signature, and follows the one before";

    private static final int DAYS = 7;
    private final Random random = new Random();
    private PayoutCity pay;
    private int holder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsPayableIsTheSameBeforeAndAfterDaysAreCarriedForward(long seed, Database database) throws Exception {
        random.setSeed(seed);
        try (PayoutCity city = new PayoutCity(database)) {
            pay = city;
            pay.openAccounts(Payer.CITY, FUTIAN);
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = DAY_1.plusDays(i);
                tap(day);
                pay.approve(day);
                payOrNot(day);
                seal(day.minusDays(1 + random.nextInt(2)));
                List<Object> before = everything(day);
                new CarriedForward(pay.transactions).forward();
                assertThat(everything(day)).as("seed %d, %s", seed, day).isEqualTo(before);
                assertThat(new CarriedForward(pay.transactions).forward()).isEmpty();
            }
            assertThat(broken(database)).isEmpty();
        }
    }

    @Test
    void aDayThatIsNotPaidIsNamedHoweverFarItIsCarriedForward(Database database) throws Exception {
        try (PayoutCity city = new PayoutCity(database)) {
            pay = city;
            pay.openAccounts(Payer.CITY);
            pay.blockers.put(CANTEEN_A, List.of(new Blocker(Blocker.Kind.HOLD, 0, "hold:1")));
            for (int i = 0; i < 4; i++) {
                LocalDate day = DAY_1.plusDays(i);
                pay.city.tap(ride(day, METRO, 1 + i, 500), ride(day, CANTEEN_A, 1 + i, 300));
                pay.approve(day);
                if (i < 3) {
                    pay.pay(Payer.CITY, day);
                }
            }
            Map<Integer, Unpaid> before = unpaid();
            assertThat(before.get(CANTEEN_A).first()).isEqualTo(DAY_1);
            assertThat(before.get(METRO).first()).isEqualTo(DAY_1.plusDays(3));
            seal(DAY_1.plusDays(2));
            assertThat(new CarriedForward(pay.transactions).forward()).contains(DAY_1.plusDays(2));
            assertThat(unpaid()).isEqualTo(before);
        }
    }

    private Map<Integer, Unpaid> unpaid() throws Exception {
        return pay.transactions.run(transaction -> UnpaidDaysStore.read(transaction, Payer.CITY, DAY_1.plusDays(3)));
    }

    private void tap(LocalDate day) throws Exception {
        for (int i = random.nextInt(4); i >= 0; i--) {
            pay.city.tap(ride(day, METRO, 1 + holder++ % 200, 1 + random.nextInt(999)));
            pay.city.tap(lunch(day, CANTEEN_A, 1 + holder++ % 200, 1_500, 700, FUTIAN.code()));
        }
        if (random.nextInt(3) == 0) {
            pay.city.reverseLast();
        }
    }

    private void payOrNot(LocalDate day) throws Exception {
        if (random.nextInt(3) == 0) {
            return;
        }
        try {
            PayoutBatch batch = pay.pay(random.nextBoolean() ? Payer.CITY : FUTIAN, day);
            if (random.nextInt(3) == 0) {
                Payment back = pay.lists.payments(MAKER, batch.batchNo()).get(0);
                pay.take(report("R" + day, batch.messageId(), "", back.id() + " RJCT AC04"));
                pay.returns.resolve(CHECKER, back.paymentNo(), "the account is open again");
            }
        } catch (RefusedException nothingToPay) {
            assertThat(nothingToPay.refusal()).isNotNull();
        }
    }

    private void seal(LocalDate through) throws Exception {
        for (String state : List.of("PAID", "SEALED")) {
            pay.city.ask("UPDATE business_day SET state = '" + state + "' WHERE day <= '" + through
                    + "' AND state NOT IN ('SEALED', '" + state + "')");
        }
    }

    /** All that is asked of the journal, through each day that there is. */
    private List<Object> everything(LocalDate last) throws Exception {
        List<Object> all = new ArrayList<>();
        for (LocalDate day = DAY_1; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate through = day;
            all.add(pay.lists.outstanding(MAKER, day));
            all.add(pay.transactions.run(transaction -> new Planning(pay.parts).openUpTo(transaction, through, true)));
            all.add(pay.transactions.run(transaction -> PaidOfDayStore.read(transaction, through)));
            for (Payer payer : List.of(Payer.CITY, FUTIAN)) {
                all.add(pay.payouts.preview(MAKER, payer, day));
            }
        }
        return all;
    }

    static List<String> broken(Database database) throws Exception {
        Stream<Check> checks = Verification.allChecks().stream()
                .filter(check -> check.sentence().equals(CarriedForwardKeptTest.SENTENCE));
        return Verification.run(database.dataSource(), checks.toList(), Verification.Listener.SILENT).stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }
}
