package cn.suinian.load.plan;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.TapKind;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The terminals of a city by what one does there. */
record Places(
        List<CityTerminal> gates,
        List<CityTerminal> buses,
        List<CityTerminal> tills,
        List<CityTerminal> venues,
        List<CityTerminal> carers,
        List<CityTerminal> desks) {

    /**
     * @param vendorKinds METRO, BUS or CANTEEN by vendor code; a vendor it does not know counts as a bus company
     * @throws IllegalArgumentException when the city has no terminal for one of them
     */
    static Places of(City city, Map<String, String> vendorKinds) {
        List<CityTerminal> transit = city.listTerminalsFor(TapKind.TRANSIT);
        List<CityTerminal> gates = transit.stream()
                .filter(terminal -> "METRO".equals(vendorKinds.get(terminal.vendor())))
                .toList();
        List<CityTerminal> buses =
                transit.stream().filter(terminal -> !gates.contains(terminal)).toList();
        List<CityTerminal> tills = city.listTerminalsFor(TapKind.MEAL);
        if (gates.size() < 2 || buses.size() < 2 || tills.size() < 2) {
            throw new IllegalArgumentException(
                    "a city needs two metro gates, two buses and two canteen tills; this has " + gates.size() + ", "
                            + buses.size() + " and " + tills.size());
        }
        return new Places(
                gates,
                buses,
                tills,
                city.listTerminalsFor(TapKind.VENUE),
                city.listTerminalsFor(TapKind.VOUCHER),
                city.listTerminalsFor(TapKind.ALLOWANCE));
    }

    CityTerminal gate(Random random) {
        return gates.get(random.nextInt(gates.size()));
    }

    CityTerminal bus(Random random) {
        return buses.get(random.nextInt(buses.size()));
    }

    CityTerminal till(Random random) {
        return tills.get(random.nextInt(tills.size()));
    }

    /** Another terminal with the same services. */
    CityTerminal otherThan(CityTerminal terminal, Random random) {
        List<CityTerminal> alike = gates.contains(terminal) ? gates : buses.contains(terminal) ? buses : tills;
        CityTerminal other = alike.get(random.nextInt(alike.size()));
        return other.equals(terminal) ? alike.get((alike.indexOf(terminal) + 1) % alike.size()) : other;
    }
}
