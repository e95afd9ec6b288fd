package cn.suinian.load.bench.rival;

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

/** A rival loses nothing between two taps either, or it would be faster than it may be. */
class KnownPersonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Facts UNUSED =
            new Facts(Account.unused(7, 8), new Holder(DAY.minusYears(70), null, List.of(), List.of()), List.of());
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
        KnownPerson person = new KnownPerson(UNUSED);
        assertThat(person.facts()).isEqualTo(UNUSED);
        person.become(MOVED);
        assertThat(person.facts()).isEqualTo(UNUSED.with(MOVED));
    }

    @Test
    void whatIsHeardOfTooLateChangesNothing() {
        KnownPerson person = new KnownPerson(UNUSED.with(MOVED));
        person.become(Account.unused(7, 8));
        assertThat(person.facts()).isEqualTo(UNUSED.with(MOVED));
    }
}
