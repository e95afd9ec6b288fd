package cn.suinian.load.plan;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.frame.Sm4Key;
import cn.suinian.load.reference.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Writes one workday of a city: the same seed, city and day give the same plan. */
public final class DayPlanner {
    private static final int UNKNOWN_CARDS = 20;
    private static final int FIRST_UNKNOWN_SERIAL = 90_000_001;

    private final City city;
    private final LocalDate day;
    private final long seed;
    private final Reference reference;
    private final Places places;
    private final Rides rides;
    private final Lunches lunches;
    private final Errands errands;
    private final OfflineTaps offline;
    private final Mischief mischief;
    private final TerminalNumbers numbers = new TerminalNumbers();
    private final Map<String, Long> counters = new HashMap<>();

    /**
     * @param vendorKinds METRO, BUS or CANTEEN by vendor code
     * @param day a workday of the past
     * @param arrival about when the plan will be carried out
     */
    public DayPlanner(
            City city,
            Map<String, String> vendorKinds,
            WorkCalendar calendar,
            LocalDate day,
            Instant arrival,
            Duration lateLimit,
            long seed) {
        this.city = city;
        this.day = day;
        this.seed = seed;
        this.reference = new Reference(city, calendar, arrival, lateLimit);
        this.places = Places.of(city, vendorKinds);
        this.rides = new Rides(places);
        this.lunches = new Lunches(places);
        this.errands = new Errands(places, rides);
        this.offline = new OfflineTaps(rides, lunches, calendar, arrival, lateLimit);
        this.mischief = new Mischief(places, rides);
    }

    public DayPlan plan() {
        List<List<Step>> holders = new ArrayList<>();
        for (CityCard card : city.cards()) {
            Diary diary = diaryOf(card);
            if (card.isActive()) {
                wholeDay(diary);
            } else {
                blockedDay(diary);
            }
            holders.add(diary.steps());
            counters.put(card.cardNo(), diary.counter());
        }
        for (int i = 0; i < UNKNOWN_CARDS; i++) {
            holders.add(dayOfAnUnknownCard(FIRST_UNKNOWN_SERIAL + i));
        }
        return new DayPlan(day, holders);
    }

    /**
     * An ordinary day after the planned one, for some: rides and a lunch, by what the city remembers of the first day.
     *
     * @param next a workday of the past
     * @param oneIn how many holders there are to one of them
     */
    public DayPlan planNext(LocalDate next, int oneIn) {
        List<List<Step>> holders = new ArrayList<>();
        for (int i = 0; i < city.cards().size(); i += oneIn) {
            CityCard card = city.cards().get(i);
            if (card.isActive()) {
                Diary diary = diaryOf(card, next, counters.getOrDefault(card.cardNo(), card.counter()));
                rides(diary, 2);
                lunches.lunch(diary);
                rides(diary, 1);
                holders.add(diary.steps());
            }
        }
        return new DayPlan(next, holders);
    }

    private void wholeDay(Diary diary) {
        pastDays(diary);
        if (diary.chance(2)) {
            rides.leaveWithoutEntering(diary);
        }
        rides(diary, 2 + diary.random.nextInt(4));
        trouble(diary);
        if (diary.chance(75)) {
            lunches.lunch(diary);
        }
        rides(diary, 2 + diary.random.nextInt(3));
        if (diary.chance(2)) {
            rides.enterAfterLeaving(diary);
        }
        if (diary.chance(3)) {
            rides.enterWithoutLeaving(diary);
        }
        errands.run(diary);
    }

    private void pastDays(Diary diary) {
        if (diary.chance(8)) {
            offline.someWorkdaysAgo(diary);
        }
        if (diary.chance(2)) {
            offline.onADayOff(diary);
        }
        if (diary.chance(1)) {
            offline.tooLate(diary);
        }
    }

    private void rides(Diary diary, int count) {
        for (int i = 0; i < count; i++) {
            rides.ride(diary);
        }
    }

    private void trouble(Diary diary) {
        switch (diary.random.nextInt(40)) {
            case 0, 1, 2, 3 -> mischief.retries(diary);
            case 4, 5 -> mischief.sendsThreeAtOnce(diary);
            case 6 -> mischief.looksUpBeforeAndAfter(diary);
            case 7 -> mischief.replaysACounter(diary);
            case 8 -> mischief.fallsFarBehind(diary);
            case 9 -> mischief.isSentFromAnotherTerminal(diary);
            case 10 -> mischief.isForged(diary);
            case 11 -> mischief.hasABrokenMac(diary);
            case 12 -> mischief.reusesANumber(diary);
            case 13 -> mischief.sharesANumber(diary);
            case 14 -> mischief.eatsOnTheBus(diary);
            default -> diary.minutesPass(1, 10);
        }
    }

    /** A lost or blocked card is tried at a bus and at a canteen, and its bytes once more. */
    private void blockedDay(Diary diary) {
        rides.board(Story.BLOCKED_CARD, diary);
        diary.now = day.atTime(11, 30);
        lunches.eat(Story.BLOCKED_CARD, diary);
        Step last = diary.steps().get(diary.steps().size() - 1);
        diary.send(Story.RETRY, last.sender(), last.tap());
    }

    private List<Step> dayOfAnUnknownCard(int serial) {
        CityCard stranger = new CityCard(
                CardNumber.ofSerial(serial),
                Sm4Key.ofHex("%032x".formatted(serial)),
                0,
                day.minusYears(70),
                null,
                Set.of(),
                "ACTIVE");
        Diary diary = diaryOf(stranger);
        CityTerminal bus = places.bus(diary.random);
        diary.send(Story.UNKNOWN_CARD, bus, rides.boarding(diary, bus));
        return diary.steps();
    }

    private Diary diaryOf(CityCard card) {
        return diaryOf(card, day, card.counter());
    }

    private Diary diaryOf(CityCard card, LocalDate date, long counter) {
        long ofDay = date.toEpochDay() - day.toEpochDay();
        Random random = new Random((seed + ofDay) * 1_000_003 + CardNumber.serialOf(card.cardNo()));
        LocalDateTime morning = date.atTime(6, random.nextInt(60), random.nextInt(60));
        return new Diary(card, counter, morning, random, numbers, reference);
    }
}
