package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.holder.Holder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tap changed is what the next tap finds: nothing is lost between two of them. */
class RememberedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Holder HOLDER = new Holder(DAY.minusYears(70), null, List.of(), List.of());
    private static final Account MOVED = new Account(
            7,
            2,
            8,
            new ReplayWindow(3, 4),
            new MealDays(5, 6),
            new JourneyHalf(JourneyHalf.Kind.EXIT, 9, 10, 11),
            Usage.NONE.plus(1, Period.DAY, DAY, 12),
            13);

    @Test
    void everythingThatTapsChangeIsOverwritten() {
        Facts before = new Facts(Account.unused(7, 8), HOLDER, List.of());
        Remembered remembered = new Remembered(before);
        assertThat(remembered.facts()).isEqualTo(before);
        remembered.become(MOVED);
        assertThat(remembered.facts()).isEqualTo(before.with(MOVED));
        remembered.become(Account.unused(7, 8));
        assertThat(remembered.facts()).isEqualTo(before);
    }

    @Test
    void whatWasReadAnewTakesItsPlace() {
        Remembered remembered = new Remembered(new Facts(MOVED, HOLDER, List.of()));
        assertThat(remembered.isOf(remembered.facts().with(MOVED.committed()))).isTrue();
        Holder readAgain = new Holder(DAY.minusYears(70), DAY, List.of(), List.of());
        assertThat(remembered.isOf(new Facts(MOVED, readAgain, List.of()))).isFalse();
        assertThat(remembered.isOf(new Facts(Account.unused(7, 9), HOLDER, List.of())))
                .isFalse();
    }
}
