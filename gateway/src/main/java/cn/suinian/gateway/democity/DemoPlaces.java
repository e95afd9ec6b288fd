package cn.suinian.gateway.democity;

import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the card opens in the demo city besides rides and lunches: a place of each kind, a desk for the identity check
 * in each district, home care and a care institution, and a feed of attestations. Comes after everything else, so the
 * numbers of the others never move.
 */
final class DemoPlaces {

    private static final int DESKS = 4;
    private static final int VENUES = 5;
    private static final int CARE = 6;
    private static final int FEED = 7;

    private static final List<District> DISTRICTS = List.of(District.values());
    private static final List<String> FEEDS = List.of("HEALTH_CODE", "FITNESS_CERTIFICATE");

    private record Place(String kind, String name, District district) {}

    private static final List<Place> PLACES = List.of(
            new Place("PARK", "福田演示公园", District.FUTIAN),
            new Place("SCENIC_AREA", "大鹏演示景区", District.DAPENG),
            new Place("CULTURE", "罗湖演示文化馆", District.LUOHU),
            new Place("SPORTS", "盐田演示体育馆", District.YANTIAN),
            new Place("PUBLIC_TOILET", "南山演示公厕", District.NANSHAN),
            new Place("HOSPITAL_PRIORITY", "龙岗演示医院", District.LONGGANG),
            new Place("LEGAL_SERVICE", "宝安演示法律援助处", District.BAOAN),
            new Place("BANK_SERVICE", "龙华演示银行网点", District.LONGHUA));

    private final List<PlannedVendor> vendors;
    private final List<PlannedTerminal> terminals;

    private DemoPlaces(List<PlannedVendor> vendors, List<PlannedTerminal> terminals) {
        this.vendors = vendors;
        this.terminals = terminals;
    }

    static void addTo(List<PlannedVendor> vendors, List<PlannedTerminal> terminals) {
        DemoPlaces places = new DemoPlaces(vendors, terminals);
        places.addDesks();
        places.addVenues();
        places.addCare();
        places.addFeed();
    }

    private void addDesks() {
        for (int i = 0; i < DISTRICTS.size(); i++) {
            District district = DISTRICTS.get(i);
            String code = "DESK-" + district.name();
            vendors.add(new PlannedVendor(code, district.zh() + "高龄津贴核验点", "ALLOWANCE_DESK"));
            add(DESKS, i + 1, code, Service.ALLOWANCE, null, district);
        }
    }

    private void addVenues() {
        for (int i = 0; i < PLACES.size(); i++) {
            Place place = PLACES.get(i);
            String code = "VENUE-" + place.kind.replace('_', '-');
            vendors.add(new PlannedVendor(code, place.name, "VENUE"));
            add(VENUES, i + 1, code, Service.VENUE, place.kind, place.district);
        }
    }

    private void addCare() {
        vendors.add(new PlannedVendor("CARE-HOME", "福田演示居家养老服务社", "HOME_CARE"));
        add(CARE, 1, "CARE-HOME", Service.VOUCHER, "HOME_CARE", District.FUTIAN);
        vendors.add(new PlannedVendor("CARE-INSTITUTION", "坪山演示养老院", "HOME_CARE"));
        add(CARE, 2, "CARE-INSTITUTION", Service.VOUCHER, "CARE_INSTITUTION", District.PINGSHAN);
    }

    /** A feed takes no cards; the one service it has is that of the sports venues that ask for what it supplies. */
    private void addFeed() {
        vendors.add(new PlannedVendor("FEED-HEALTH", "演示卫生健康数据源", "VENUE"));
        terminals.add(new PlannedTerminal(
                DemoCity.terminalId(FEED, 1, 1),
                "FEED-HEALTH",
                Set.of(Service.VENUE),
                null,
                DemoMap.spot(District.FUTIAN, FEED),
                Set.copyOf(FEEDS)));
    }

    private void add(
            int group, int number, String vendor, Service service, @Nullable String placeKind, District district) {
        terminals.add(new PlannedTerminal(
                DemoCity.terminalId(group, number, 1),
                vendor,
                Set.of(service),
                placeKind,
                DemoMap.spot(district, group * 10 + number),
                Set.of()));
    }
}
