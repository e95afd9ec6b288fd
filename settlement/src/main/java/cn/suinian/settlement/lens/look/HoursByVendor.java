package cn.suinian.settlement.lens.look;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.look.FigureStore.Minute;
import cn.suinian.settlement.lens.look.FindingStore.Part;
import cn.suinian.settlement.lens.policy.Finding;
import cn.suinian.settlement.lens.policy.LensLimits;
import cn.suinian.settlement.lens.policy.OutsideHours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A day's minutes, vendor by vendor, with the money of those outside hours. */
final class HoursByVendor {

    /** A finding and the money it is about. */
    record Judged(Finding finding, List<Part> money) {}

    private record Owed(Payer payer, Service service) {}

    private final Map<Integer, OutsideHours> hours = new TreeMap<>();
    private final Map<Integer, Map<Owed, Long>> money = new HashMap<>();

    void add(Minute minute) {
        boolean outside = hours.computeIfAbsent(minute.vendorId(), vendor -> new OutsideHours(minute.hours()))
                .add(minute.at(), minute.taps());
        if (outside && minute.fen() > 0) {
            Owed owed = new Owed(minute.payer().orElseThrow(), minute.service());
            money.computeIfAbsent(minute.vendorId(), vendor -> new HashMap<>())
                    .merge(owed, minute.fen(), Math::addExact);
        }
    }

    List<Judged> judge(LensLimits limits) {
        List<Judged> judged = new ArrayList<>();
        hours.forEach((vendor, counted) ->
                counted.judge(vendor, limits).ifPresent(finding -> judged.add(new Judged(finding, parts(vendor)))));
        return judged;
    }

    private List<Part> parts(int vendor) {
        return money.getOrDefault(vendor, Map.of()).entrySet().stream()
                .map(each -> new Part(each.getKey().payer(), each.getKey().service(), each.getValue()))
                .toList();
    }
}
