package cn.suinian.core.authorization.decision;

import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.MigratedCalendar;
import cn.suinian.core.entitlement.RuleBook;

/** What tests decide by: the city's rules, the migrated calendar, the default limits. */
public final class Rulings {

    public static final Limits LIMITS = Limits.DEFAULT;
    public static final Ruling CITY = new Ruling(new RuleBook(CityRules.ALL), MigratedCalendar.read(), LIMITS);

    private Rulings() {}
}
