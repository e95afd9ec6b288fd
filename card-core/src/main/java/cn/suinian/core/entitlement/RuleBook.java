package cn.suinian.core.entitlement;

import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All benefit rules, past, present and published ahead. Immutable; a change makes a new book. */
public final class RuleBook {

    private final Map<Integer, BenefitRule> byId = new HashMap<>();
    private final Map<Service, List<BenefitRule>> byService = new EnumMap<>(Service.class);

    public RuleBook(List<BenefitRule> rules) {
        for (BenefitRule rule : rules) {
            byId.put(rule.id(), rule);
            byService.computeIfAbsent(rule.service(), any -> new ArrayList<>()).add(rule);
        }
    }

    /** The rules of a service in force on a day, in no order. */
    public List<BenefitRule> inForce(Service service, LocalDate day) {
        List<BenefitRule> found = new ArrayList<>(4);
        for (BenefitRule rule : byService.getOrDefault(service, List.of())) {
            if (rule.inForceOn(day)) {
                found.add(rule);
            }
        }
        return found;
    }

    /** A rule by its number. */
    public Optional<BenefitRule> find(int ruleId) {
        return Optional.ofNullable(byId.get(ruleId));
    }
}
