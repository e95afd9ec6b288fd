package cn.suinian.core.entitlement;

import cn.suinian.core.entitlement.BenefitRule.For;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All benefit rules, past, present and published ahead. Immutable; a change makes a new book. */
public final class RuleBook {

    private final Map<Integer, BenefitRule> byId = new HashMap<>();
    private final Map<Service, List<BenefitRule>> taps = new EnumMap<>(Service.class);
    private final Map<Service, List<BenefitRule>> deliveries = new EnumMap<>(Service.class);

    public RuleBook(List<BenefitRule> rules) {
        for (BenefitRule rule : rules) {
            byId.put(rule.id(), rule);
            (rule.howMuch().pays() == For.TAP ? taps : deliveries)
                    .computeIfAbsent(rule.service(), any -> new ArrayList<>())
                    .add(rule);
        }
    }

    /** The rules of a service in force on a day at a kind of place, in no order. */
    public List<BenefitRule> inForce(Service service, LocalDate day, @Nullable String placeKind) {
        List<BenefitRule> found = new ArrayList<>(4);
        for (BenefitRule rule : taps.getOrDefault(service, List.of())) {
            if (rule.inForceOn(day) && rule.where().covers(placeKind)) {
                found.add(rule);
            }
        }
        return found;
    }

    /** The rules for bringing what a service gives, in force on a day. */
    public List<BenefitRule> deliveriesInForce(Service service, LocalDate day) {
        List<BenefitRule> found = new ArrayList<>(2);
        for (BenefitRule rule : deliveries.getOrDefault(service, List.of())) {
            if (rule.inForceOn(day)) {
                found.add(rule);
            }
        }
        return found;
    }

    /** Every rule in force on a day, wherever it counts and whatever it pays for, in the order of their numbers. */
    public List<BenefitRule> inForce(LocalDate day) {
        return byId.values().stream()
                .filter(rule -> rule.inForceOn(day))
                .sorted(Comparator.comparing(BenefitRule::id))
                .toList();
    }

    /** A rule by its number. */
    public Optional<BenefitRule> find(int ruleId) {
        return Optional.ofNullable(byId.get(ruleId));
    }
}
