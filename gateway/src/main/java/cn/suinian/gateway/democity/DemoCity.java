package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan.Person;
import cn.suinian.gateway.democity.CityPlan.PlannedCard;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small Shenzhen to try things in: 2,000 holders in ten districts, 40 canteens, five metro lines and seven bus
 * companies, in {@link DemoPlaces} whatever else the card opens, and in {@link DemoDesks} the counters and who works
 * for the city. Always the same people for the same day.
 */
public final class DemoCity {

    private static final int HOLDERS = 2_000;
    private static final int CANTEENS = 40;
    private static final int METRO_GATES = 8;
    private static final int BUS_READERS = 10;
    private static final int FIRST_SERIAL = 10_000_000;
    private static final long SEED = 20_260_101;

    private static final List<String> METRO = List.of("地铁一号线", "地铁二号线", "地铁三号线", "地铁四号线", "地铁五号线");
    private static final List<String> BUS = List.of("罗湖巴士", "福田巴士", "南山巴士", "宝安巴士", "龙岗巴士", "龙华巴士", "坪山巴士");

    private static final List<District> DISTRICTS = List.of(District.values());
    private static final List<Category> CATEGORIES = List.of(Category.values());

    private final Random random = new Random(SEED);
    private final DemoNames names = new DemoNames();
    private final List<PlannedVendor> vendors = new ArrayList<>();
    private final List<PlannedTerminal> terminals = new ArrayList<>();
    private final LocalDate openDay;
    private int nextSerial = FIRST_SERIAL;

    private DemoCity(LocalDate openDay) {
        this.openDay = openDay;
    }

    /** The plan of the demo city. */
    public static CityPlan plan(LocalDate openDay) {
        return new DemoCity(openDay).make();
    }

    private CityPlan make() {
        addTransit(METRO, "METRO", 1, METRO_GATES);
        addTransit(BUS, "BUS", 2, BUS_READERS);
        addCanteens();
        DemoPlaces.addTo(vendors, terminals);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < HOLDERS; i++) {
            people.add(person(i));
        }
        return new CityPlan(openDay, vendors, terminals, people, true, DemoDesks.plan());
    }

    private void addTransit(List<String> names, String kind, int group, int terminalsEach) {
        for (int i = 0; i < names.size(); i++) {
            String code = kind + "-" + (i + 1);
            vendors.add(new PlannedVendor(code, names.get(i), kind));
            for (int gate = 1; gate <= terminalsEach; gate++) {
                terminals.add(new PlannedTerminal(
                        terminalId(group, i + 1, gate),
                        code,
                        Set.of(Service.TRANSIT),
                        null,
                        DemoMap.spot(DISTRICTS.get(gate % DISTRICTS.size()), group * 100 + i * 10 + gate),
                        Set.of()));
            }
        }
    }

    private void addCanteens() {
        for (int i = 0; i < CANTEENS; i++) {
            District district = DISTRICTS.get(i % DISTRICTS.size());
            String code = "CANTEEN-" + (i + 1);
            vendors.add(
                    new PlannedVendor(code, district.zh() + "长者食堂 " + (i / DISTRICTS.size() + 1) + " 号", "CANTEEN"));
            terminals.add(new PlannedTerminal(
                    terminalId(3, i + 1, 1),
                    code,
                    Set.of(Service.MEAL),
                    null,
                    DemoMap.spot(district, 300 + i),
                    Set.of()));
        }
    }

    /** 4403, then the group, the vendor and the terminal. */
    static long terminalId(int group, int vendor, int number) {
        return 440_300_000_000L + group * 1_000_000L + vendor * 1_000L + number;
    }

    private Person person(int index) {
        int age = age();
        LocalDate bornOn = openDay.minusYears(age).minusDays(random.nextInt(365));
        District hukou = random.nextInt(100) < 58 ? DISTRICTS.get(index % DISTRICTS.size()) : null;
        return new Person(bornOn, hukou, categories(hukou), cards(), names.next(bornOn, hukou));
    }

    /** Most are in their sixties and seventies; one in a hundred is past a hundred. */
    private int age() {
        int draw = random.nextInt(100);
        if (draw < 50) {
            return 60 + random.nextInt(10);
        }
        if (draw < 84) {
            return 70 + random.nextInt(10);
        }
        if (draw < 96) {
            return 80 + random.nextInt(10);
        }
        return draw < 99 ? 90 + random.nextInt(10) : 100 + random.nextInt(5);
    }

    private Set<Category> categories(@Nullable District hukou) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        if (hukou != null && random.nextInt(100) < 9) {
            categories.add(CATEGORIES.get(random.nextInt(CATEGORIES.size())));
        }
        if (hukou != null && random.nextInt(100) < 2) {
            categories.add(Category.BEREAVED_ONE_CHILD);
        }
        return categories;
    }

    private List<PlannedCard> cards() {
        int draw = random.nextInt(200);
        if (draw < 4) {
            return List.of(card(CardStatus.LOST));
        }
        if (draw < 6) {
            return List.of(card(CardStatus.REPLACED), card(CardStatus.ACTIVE));
        }
        if (draw == 6) {
            return List.of(card(CardStatus.ISSUED));
        }
        return List.of(card(draw == 7 ? CardStatus.CANCELLED : CardStatus.ACTIVE));
    }

    private PlannedCard card(CardStatus status) {
        return new PlannedCard(nextSerial++, status);
    }
}
