package cn.suinian.gateway.democity;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.gateway.democity.CityPlan.Desks;
import cn.suinian.gateway.democity.CityPlan.PlannedCounter;
import cn.suinian.gateway.democity.CityPlan.PlannedStaff;
import java.util.ArrayList;
import java.util.List;

/** A counter in each district with cards to give out, and somebody for each kind of work. */
final class DemoDesks {

    /** Far from the numbers of cards that people have already. */
    private static final int FIRST_SERIAL = 30_000_000;

    private static final int LAST_SERIAL = 30_009_999;
    private static final int CARDS_EACH = 30;

    private DemoDesks() {}

    static Desks plan() {
        List<PlannedCounter> counters = new ArrayList<>();
        for (District district : District.values()) {
            Counter.Kind kind = counters.size() % 2 == 0 ? Counter.Kind.BANK_BRANCH : Counter.Kind.COMMUNITY_DESK;
            String what = kind == Counter.Kind.BANK_BRANCH ? "演示银行网点" : "演示社区服务点";
            counters.add(new PlannedCounter(district.zh() + what, district, kind));
        }
        String first = counters.get(0).name();
        List<PlannedStaff> staff = List.of(
                new PlannedStaff("demo-clerk", "演示经办员", Role.COUNTER_CLERK, first),
                new PlannedStaff("demo-supervisor", "演示窗口主管", Role.COUNTER_SUPERVISOR, first),
                new PlannedStaff("demo-supervisor-2", "演示窗口主管二", Role.COUNTER_SUPERVISOR, first),
                new PlannedStaff("demo-settlement", "演示结算员", Role.SETTLEMENT_CLERK, null),
                new PlannedStaff("demo-settlement-chief", "演示结算主管", Role.SETTLEMENT_SUPERVISOR, null),
                new PlannedStaff("demo-settlement-deputy", "演示结算副主管", Role.SETTLEMENT_SUPERVISOR, null),
                new PlannedStaff("demo-auditor", "演示审计员", Role.AUDITOR, null),
                new PlannedStaff("demo-admin", "演示管理员", Role.ADMINISTRATOR, null));
        return new Desks(counters, staff, FIRST_SERIAL, LAST_SERIAL, CARDS_EACH);
    }
}
