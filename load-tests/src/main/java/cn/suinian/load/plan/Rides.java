package cn.suinian.load.plan;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.util.List;
import java.util.Random;

/** Buses and metro journeys. */
final class Rides {
    private static final List<String> STATIONS =
            List.of("布吉", "罗湖", "国贸", "老街", "大剧院", "科学馆", "福田口岸", "深圳北站", "后海", "世界之窗", "坪洲", "双龙");
    private static final List<String> BUS_LINES = List.of("332", "M433", "B656", "10", "E11", "高峰专线17");

    private final Places places;

    Rides(Places places) {
        this.places = places;
    }

    void ride(Diary diary) {
        if (diary.chance(50)) {
            board(Story.BUS, diary);
        } else {
            travel(diary);
        }
        diary.minutesPass(8, 30);
    }

    void board(Story story, Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        diary.send(story, bus, boarding(diary, bus));
    }

    /** A fresh bus tap that is not sent yet. */
    Tap boarding(Diary diary, CityTerminal bus) {
        return diary.fresh(bus, TapKind.TRANSIT, busFareFen(diary.random), onBoard(diary.random));
    }

    void enterWithoutLeaving(Diary diary) {
        CityTerminal gate = places.gate(diary.random);
        diary.send(Story.ENTRY_WITHOUT_EXIT, gate, entry(diary, gate));
    }

    void leaveWithoutEntering(Diary diary) {
        CityTerminal gate = places.gate(diary.random);
        diary.send(Story.EXIT_WITHOUT_ENTRY, gate, exit(diary, gate));
        diary.minutesPass(8, 30);
    }

    /** The gate at the entry was offline: its tap arrives after the one of the exit. */
    void enterAfterLeaving(Diary diary) {
        CityTerminal entryGate = places.gate(diary.random);
        Tap entry = entry(diary, entryGate);
        diary.minutesPass(10, 40);
        CityTerminal exitGate = places.gate(diary.random);
        diary.send(Story.ENTRY_AFTER_EXIT, exitGate, exit(diary, exitGate));
        diary.send(Story.ENTRY_AFTER_EXIT, entryGate, entry);
        diary.minutesPass(8, 30);
    }

    static TapContext onBoard(Random random) {
        return TapContext.board(
                BUS_LINES.get(random.nextInt(BUS_LINES.size())), "粤BU%04d".formatted(random.nextInt(10_000)));
    }

    static long busFareFen(Random random) {
        return 200 + 100L * random.nextInt(9);
    }

    private void travel(Diary diary) {
        CityTerminal entryGate = places.gate(diary.random);
        diary.send(Story.METRO, entryGate, entry(diary, entryGate));
        diary.minutesPass(10, 40);
        CityTerminal exitGate = places.gate(diary.random);
        diary.send(Story.METRO, exitGate, exit(diary, exitGate));
    }

    private static Tap entry(Diary diary, CityTerminal gate) {
        return diary.fresh(gate, TapKind.TRANSIT, 0, atGate(diary.random, Direction.ENTRY));
    }

    private static Tap exit(Diary diary, CityTerminal gate) {
        long fareFen = 200 + 100L * diary.random.nextInt(13);
        return diary.fresh(gate, TapKind.TRANSIT, fareFen, atGate(diary.random, Direction.EXIT));
    }

    private static TapContext atGate(Random random, Direction direction) {
        return TapContext.gate(
                "地铁%d号线".formatted(1 + random.nextInt(12)), STATIONS.get(random.nextInt(STATIONS.size())), direction);
    }
}
