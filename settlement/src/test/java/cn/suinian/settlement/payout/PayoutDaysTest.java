package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.payout.policy.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of which later ones take money back: whichever are paid together, nothing is paid twice or left over. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutDaysTest {
    private static final int DAYS = 7;
    private static final int VENDORS = 3;

    private PayoutCity pay;
    private Random random;
    private final List<Long> taps = new ArrayList<>();
    private long made;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatADayTakesBackOfEarlierOnesLeavesNoneOfThemUnpaidForEver(long seed, Database database) throws Exception {
        random = new Random(seed);
        try (PayoutCity city = new PayoutCity(database)) {
            pay = city;
            pay.openAccounts(Payer.CITY);
            for (int n = 0; n < DAYS; n++) {
                LocalDate day = DAY_1.plusDays(n);
                fill(day);
                pay.approve(day);
                if (random.nextInt(3) == 0) {
                    payThrough(DAY_1.plusDays(random.nextInt(n + 1)), day);
                }
            }
            payThrough(DAY_1.plusDays(DAYS - 1), DAY_1.plusDays(DAYS - 1));
        }
    }

    /** Few taps, and many of earlier days taken back: some days are below zero. */
    private void fill(LocalDate day) throws Exception {
        for (int i = random.nextInt(4); i > 0; i--) {
            made++;
            pay.city.tap(ride(day, 1 + random.nextInt(VENDORS), (int) (1 + made % 200), 1 + random.nextInt(999)));
            taps.add(made);
        }
        for (int i = random.nextInt(3); i > 0 && !taps.isEmpty(); i--) {
            pay.city.reverse(taps.remove(random.nextInt(taps.size())));
        }
    }

    private void payThrough(LocalDate day, LocalDate lastApproved) throws Exception {
        long[] before = new long[VENDORS];
        for (int vendor = 1; vendor <= VENDORS; vendor++) {
            before[vendor - 1] = paid(vendor);
        }
        try {
            pay.pay(Payer.CITY, day);
        } catch (RefusedException nothing) {
            assertThat(nothing.refusal()).isEqualTo(PayoutRefusal.NOTHING_TO_PAY);
        }
        for (int vendor = 1; vendor <= VENDORS; vendor++) {
            long owed = owed(vendor, lastApproved);
            if (paid(vendor) > before[vendor - 1]) {
                assertThat(paid(vendor)).as("known to be taken back").isLessThanOrEqualTo(owed);
            }
            if (day.equals(lastApproved)) {
                assertThat(paid(vendor)).as("all, and once").isEqualTo(Math.max(before[vendor - 1], owed));
            }
        }
        for (LocalDate settled = DAY_1; !settled.isAfter(day); settled = settled.plusDays(1)) {
            assertThat(unpaid(settled)).as("%s, paid through %s", settled, day).isEmpty();
        }
    }

    private List<Blocker> unpaid(LocalDate day) throws Exception {
        Plan plan = pay.payouts.preview(CHECKER, Payer.CITY, day);
        List<Blocker> open = pay.transactions.run(t -> pay.parts.gate().blockers(t, day, State.PAID));
        assertThat(plan.payments().isEmpty()).isEqualTo(open.isEmpty());
        return open;
    }

    private long owed(int vendor, LocalDate through) throws Exception {
        return Long.parseLong(pay.city.ask("SELECT coalesce((SELECT sum(subsidy) FROM clearing_line WHERE vendor_id = "
                + vendor + " AND day <= '" + through + "'), 0) - coalesce((SELECT sum(subsidy) FROM clearing_reversal"
                + " WHERE vendor_id = " + vendor + " AND day <= '" + through + "'), 0)"));
    }

    private long paid(int vendor) throws Exception {
        return pay.lists.paymentsTo(MAKER, vendor, 0, 200).stream()
                .filter(payment -> payment.state() == Payment.State.ORDERED)
                .mapToLong(Payment::fen)
                .sum();
    }
}
