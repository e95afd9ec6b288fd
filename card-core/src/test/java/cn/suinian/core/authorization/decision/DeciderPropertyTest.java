package cn.suinian.core.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.authorization.decision.Verdict.AnsweredBefore;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.authorization.decision.Verdict.LookUpFirst;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.terminal.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random taps of random people in random order: what must hold whatever happens. */
class DeciderPropertyTest {

    private static final int PEOPLE = 40;
    private static final int TAPS = 60;

    private final Set<LocalDate> lunches = new HashSet<>();
    private final Map<LocalDate, Integer> lunchesInWeek = new HashMap<>();

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void whateverArrivesInWhateverOrder(long seed) {
        RandomCity city = new RandomCity(seed);
        for (long holder = 1; holder <= PEOPLE; holder++) {
            lunches.clear();
            lunchesInWeek.clear();
            Facts facts = city.someone(holder);
            Tap before = city.tap(holder);
            for (int i = 0; i < TAPS; i++) {
                Tap tap = city.oneIn(6) ? city.replayOf(before) : city.tap(holder);
                Decided decided = decide(facts, tap);
                check(facts, tap, decided);
                facts = facts.with(decided.next());
                before = tap;
            }
        }
    }

    private static Decided decide(Facts facts, Tap tap) {
        Verdict verdict = Decider.decide(facts, tap, Prior.NOT_LOOKED_UP, Rulings.CITY);
        assertThat(Decider.decide(facts, tap, Prior.NOT_LOOKED_UP, Rulings.CITY))
                .isEqualTo(verdict);
        return (Decided)
                (verdict instanceof LookUpFirst ? Decider.decide(facts, tap, Prior.ABSENT, Rulings.CITY) : verdict);
    }

    private void check(Facts facts, Tap tap, Decided decided) {
        Answer answer = decided.answer();
        checkMoney(tap, answer);
        checkAccount(facts.account(), tap, decided);
        if (tap.service() == Service.MEAL && answer.subsidyFen() > 0) {
            checkLunch(tap);
        }
        assertThat(Decider.decide(facts.with(decided.next()), tap, Prior.present(tap.tac(), answer), Rulings.CITY))
                .isEqualTo(new AnsweredBefore(answer));
    }

    private static void checkMoney(Tap tap, Answer answer) {
        assertThat(answer.subsidyFen()).isBetween(0, tap.amountFen());
        assertThat(answer.approved() || answer.subsidyFen() == 0).isTrue();
        assertThat(answer.subsidyFen() == 0 || answer.grant() != null).isTrue();
        Integer left = answer.balanceLeft();
        assertThat(left == null || left >= 0).isTrue();
        Answer.Grant grant = answer.grant();
        if (grant != null) {
            int cap = CityRules.ALL.stream()
                    .filter(rule -> rule.id() == grant.ruleId())
                    .findFirst()
                    .orElseThrow()
                    .subsidyOf(Integer.MAX_VALUE);
            assertThat(answer.subsidyFen()).isEqualTo(Math.min(cap, tap.amountFen()));
        }
    }

    /** A decline uses no limit: of the account only the counters may move. */
    private static void checkAccount(Account before, Tap tap, Decided decided) {
        Account after = decided.next();
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.counters()).isEqualTo(before.counters().with(tap.cardCounter()));
        if (!decided.answer().approved()) {
            assertThat(after.withCounters(before.counters())).isEqualTo(before);
        }
        if (tap.service() != Service.TRANSIT) {
            assertThat(after.half()).isEqualTo(before.half());
        }
        if (tap.service() != Service.MEAL) {
            assertThat(after.meals()).isEqualTo(before.meals());
        }
    }

    private void checkLunch(Tap tap) {
        LocalDate day = tap.key().tapDate();
        assertThat(lunches.add(day)).as("one subsidised lunch a day").isTrue();
        int inWeek = lunchesInWeek.merge(day.with(DayOfWeek.MONDAY), 1, Integer::sum);
        assertThat(inWeek).as("five a week").isLessThanOrEqualTo(5);
        assertThat(Rulings.CITY.calendar().isWorkday(day)).isTrue();
    }
}
