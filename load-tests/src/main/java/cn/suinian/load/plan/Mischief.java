package cn.suinian.load.plan;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import org.jspecify.annotations.Nullable;

/** What bad connections, broken terminals and fraud do to a tap. Each story begins with a fresh bus tap. */
final class Mischief {
    private static final int FAR_BEHIND = 100;

    private final Places places;
    private final Rides rides;
    private @Nullable Used anotherHoldersTap;

    Mischief(Places places, Rides rides) {
        this.places = places;
        this.rides = rides;
    }

    private record Used(CityTerminal terminal, long terminalSeq) {}

    /** The answer was lost, so the terminal asks again, with the same bytes. */
    void retries(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.send(Story.BUS, bus, tap);
        diary.send(Story.RETRY, bus, tap);
        if (diary.chance(30)) {
            diary.lookUp(Story.LOOK_UP, bus, tap);
        }
        anotherHoldersTap = new Used(bus, tap.terminalSeq());
    }

    void sendsThreeAtOnce(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.sendAtOnce(Story.RETRY_AT_ONCE, bus, tap);
        diary.send(Story.RETRY, bus, tap);
    }

    void looksUpBeforeAndAfter(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.lookUp(Story.LOOK_UP_OF_NOTHING, bus, tap);
        diary.send(Story.BUS, bus, tap);
        diary.lookUp(Story.LOOK_UP, bus, tap);
    }

    /** One card counter, two taps: the second has its own number and a true TAC, as a copied card would. */
    void replaysACounter(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.send(Story.BUS, bus, tap);
        diary.minutesPass(1, 3);
        CityTerminal other = places.otherThan(bus, diary.random);
        diary.send(Story.REPLAYED_COUNTER, other, again(diary, other, tap.cardCounter()));
    }

    void fallsFarBehind(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        long old = diary.counter() + 1;
        diary.skipCounters(FAR_BEHIND);
        diary.send(Story.BUS, bus, rides.boarding(diary, bus));
        diary.send(Story.OLD_COUNTER, bus, again(diary, bus, old));
    }

    /** A body that was overheard, sent by another terminal under its own true MAC. */
    void isSentFromAnotherTerminal(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.send(Story.BUS, bus, tap);
        diary.send(Story.FOREIGN_TERMINAL, places.otherThan(bus, diary.random), tap);
    }

    /** A forged tap takes the numbers of a true one first; the true one must still count. */
    void isForged(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        String forged = "%016x".formatted(Long.parseUnsignedLong(tap.tac(), 16) ^ (1L << diary.random.nextInt(64)));
        diary.send(Story.FORGED_TAC, bus, tap.withTac(forged));
        diary.send(Story.BUS, bus, tap);
    }

    void hasABrokenMac(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.sendBroken(Story.BROKEN_MAC, bus, tap);
        diary.send(Story.BUS, bus, tap);
    }

    /** The terminal forgot which number it had reached. */
    void reusesANumber(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.send(Story.BUS, bus, tap);
        diary.minutesPass(1, 3);
        diary.send(Story.SEQUENCE_REUSED, bus, numbered(diary, bus, tap.terminalSeq()));
    }

    /** The same, but the number belongs to another holder's tap: nobody's tap may be lost. */
    void sharesANumber(Diary diary) {
        Used used = anotherHoldersTap;
        if (used != null) {
            diary.send(Story.SEQUENCE_SHARED, used.terminal(), numbered(diary, used.terminal(), used.terminalSeq()));
            anotherHoldersTap = null;
        }
    }

    void eatsOnTheBus(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        diary.send(Story.WRONG_TERMINAL, bus, diary.fresh(bus, TapKind.MEAL, 1200, null));
    }

    private static Tap again(Diary diary, CityTerminal terminal, long counter) {
        TapContext context = Rides.onBoard(diary.random);
        return diary.withCounter(terminal, TapKind.TRANSIT, counter, Rides.busFareFen(diary.random), context);
    }

    private static Tap numbered(Diary diary, CityTerminal terminal, long seq) {
        TapContext context = Rides.onBoard(diary.random);
        return diary.withTerminalSeq(terminal, seq, TapKind.TRANSIT, Rides.busFareFen(diary.random), context);
    }
}
