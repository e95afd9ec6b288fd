package cn.suinian.settlement.reconciliation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.settlement.reconciliation.policy.ResolutionPolicy.Budget;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-16");
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(Set.of(LocalDate.parse("2026-11-18")), Set.of(LocalDate.parse("2026-11-21")));

    @ParameterizedTest
    @CsvSource({
        "2026-11-17, 0, 2026-11-16",
        "2026-11-19, 1, 2026-11-16", // Wednesday is a holiday
        "2026-11-20, 2, 2026-11-16",
        "2026-11-23, 1, 2026-11-20", // Saturday is made up for
        "2026-11-23, 2, 2026-11-19",
        "2026-11-16, 1, 2026-11-12"
    })
    void aTapIsMissingAfterWorkingDaysThatAreOver(LocalDate today, int days, LocalDate last) {
        assertThat(Ageing.lastOverdue(today, days, CALENDAR)).isEqualTo(last);
    }

    @Test
    void aRuleSpendsItsDayOnTheSmallestAndNotMore() {
        ResolutionRule rule = rule(1, null, 50, 100);
        assertThat(resolved(List.of(item(1, 50), item(2, 51), item(3, 40), item(4, 20)), List.of(rule), Map.of()))
                .containsExactly("4 by 1", "3 by 1");
        assertThat(resolved(List.of(item(1, 50)), List.of(rule), Map.of(new Budget(7, DAY, BreakKind.LATE), 51L)))
                .isEmpty();
        assertThat(resolved(
                        List.of(item(1, 50)),
                        List.of(rule),
                        Map.of(new Budget(7, DAY.plusDays(1), BreakKind.LATE), 51L)))
                .containsExactly("1 by 1");
    }

    @Test
    void aVendorsOwnRuleComesFirstAndTheOthersTakeOver() {
        List<ResolutionRule> rules = List.of(rule(1, null, 50, 95), rule(2, 7, 60, 60), rule(3, 8, 99, 99));
        assertThat(resolved(List.of(item(1, 40), item(2, 45), item(3, 50)), rules, Map.of()))
                .containsExactly("1 by 2", "2 by 1");
    }

    @Test
    void rulesForOneVendorDayAndKindShareWhatTheyMayResolve() {
        List<ResolutionRule> equal = List.of(rule(1, null, 50, 60), rule(2, null, 50, 60), rule(3, 7, 50, 60));
        assertThat(resolved(List.of(item(1, 40), item(2, 45), item(3, 50)), equal, Map.of()))
                .containsExactly("1 by 3");
        assertThat(resolved(List.of(item(1, 40)), equal, Map.of(new Budget(7, DAY, BreakKind.DUPLICATE), 60L)))
                .as("another kind has its own")
                .containsExactly("1 by 3");
    }

    private static List<String> resolved(List<OpenItem> items, List<ResolutionRule> rules, Map<Budget, Long> spent) {
        return ResolutionPolicy.decide(items, rules, spent).stream()
                .map(each -> each.item().breakNo() + " by " + each.rule().ruleId())
                .toList();
    }

    private static OpenItem item(long breakNo, long fen) {
        return new OpenItem(breakNo, 7, DAY, BreakKind.LATE, fen);
    }

    private static ResolutionRule rule(int id, Integer vendor, long most, long mostDay) {
        return new ResolutionRule(id, vendor, BreakKind.LATE, Act.ACCEPT, most, mostDay, "basis");
    }
}
