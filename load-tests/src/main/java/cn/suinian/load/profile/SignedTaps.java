package cn.suinian.load.profile;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.SignedFrame;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Requests of a city, signed in advance: card after card, terminal after terminal. */
final class SignedTaps {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final int CARDS_LEFT_ALONE = 100;
    private static final int NUMBERS_A_SECOND = 49_000;
    private static final int SECONDS_A_DAY = 86_400;

    /** Above what earlier profiles used, and below 2^32: 100 a second since November 2026 last until August 2027. */
    private static final long FIRST_COUNTER = 1_800_000_000L;

    private static final long EPOCH_OF_COUNTERS =
            Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();

    private static final int COUNTERS_A_SECOND = 100;

    /** The longest day off is a week and two weekends. */
    private static final int DAYS_BACK = 6;

    private final City city;
    private final List<CityCard> cards;
    private final OffsetDateTime now;
    private final Map<Integer, Integer> used = new HashMap<>();
    private int made;

    /**
     * @throws IllegalArgumentException when the city is not on this machine or too small
     */
    SignedTaps(City city, Instant now) {
        refuseStrangers(city.baseUrl());
        List<CityCard> active = city.cards().stream().filter(CityCard::isActive).toList();
        if (active.size() <= CARDS_LEFT_ALONE
                || city.listTerminalsFor(TapKind.TRANSIT).isEmpty()) {
            throw new IllegalArgumentException("the city has too few cards or no transit terminal");
        }
        this.city = city;
        this.cards = active.subList(CARDS_LEFT_ALONE, active.size());
        this.now = now.truncatedTo(ChronoUnit.SECONDS).atOffset(SHANGHAI);
    }

    /** Bus boards and metro entries, tapped and sent now. */
    List<SignedFrame> rides(int count) {
        return ridesOf(cards.size(), count);
    }

    /** The same of the first few cards only. */
    List<SignedFrame> ridesOf(int fewCards, int count) {
        List<CityTerminal> terminals = city.listTerminalsFor(TapKind.TRANSIT);
        return signed(count, i -> {
            CityTerminal terminal = terminals.get(i % terminals.size());
            return sign(terminal, Frame.tap(ride(terminal, i, fewCards, now)));
        });
    }

    /** Lunches at noon of the latest weekday, sent now. */
    List<SignedFrame> lunches(int count) {
        List<CityTerminal> tills = city.listTerminalsFor(TapKind.MEAL);
        OffsetDateTime noon = noonOfTheLatestWeekday();
        return signed(count, i -> {
            CityTerminal till = tills.get(i % tills.size());
            return sign(
                    till,
                    Frame.tap(tap(TapKind.MEAL, i, cards.size(), 1_800, noon, null)
                            .certifiedBy(cards.get(i % cards.size()).key(), till.terminalId())));
        });
    }

    /** Batches of rides that were stored for hours. */
    List<SignedFrame> batches(int count, int tapsEach) {
        List<CityTerminal> terminals = city.listTerminalsFor(TapKind.TRANSIT);
        OffsetDateTime noon = noonOfTheLatestWeekday();
        return signed(count, i -> {
            CityTerminal terminal = terminals.get(i % terminals.size());
            List<Tap> stored = new ArrayList<>();
            for (int k = 0; k < tapsEach; k++) {
                stored.add(ride(terminal, i * tapsEach + k, cards.size(), noon));
            }
            return sign(terminal, Frame.batch(stored));
        });
    }

    /** Heartbeats of one terminal after the other. */
    List<SignedFrame> heartbeats(int count) {
        return signed(count, i -> {
            CityTerminal terminal = city.terminals().get(i % city.terminals().size());
            return sign(terminal, new Frame("POST", "/v1/terminal/heartbeat", "{\"software\":\"profile\"}"));
        });
    }

    /** Full denylists, fetched by one terminal after the other. */
    List<SignedFrame> denylists(int count) {
        return signed(count, i -> {
            CityTerminal terminal = city.terminals().get(i % city.terminals().size());
            return sign(terminal, new Frame("GET", "/v1/denylist", ""));
        });
    }

    private static List<SignedFrame> signed(int count, IntFunction<SignedFrame> one) {
        List<SignedFrame> signed = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            signed.add(one.apply(i));
        }
        return signed;
    }

    private SignedFrame sign(CityTerminal terminal, Frame frame) {
        return terminal.identity().sign(frame, now);
    }

    private Tap ride(CityTerminal terminal, int place, int fewCards, OffsetDateTime at) {
        boolean isBus = place % 2 == 0;
        TapContext context =
                isBus ? TapContext.board("M433", "粤BU2313") : TapContext.gate("地铁1号线", "罗湖", Direction.ENTRY);
        return tap(TapKind.TRANSIT, place, fewCards, isBus ? 200 : 0, at, context)
                .certifiedBy(cards.get(place % fewCards).key(), terminal.terminalId());
    }

    /**
     * Every tap made has a number and a counter of its own, whatever it is for: both begin at the clock and grow by one
     * each time, so that the next run begins above them.
     */
    private Tap tap(TapKind kind, int place, int fewCards, long fen, OffsetDateTime at, @Nullable TapContext context) {
        made++;
        return new Tap(
                Math.floorMod(now.toEpochSecond(), (long) SECONDS_A_DAY) * NUMBERS_A_SECOND + made,
                kind,
                cards.get(place % fewCards).cardNo(),
                FIRST_COUNTER
                        + (now.toEpochSecond() - EPOCH_OF_COUNTERS) * COUNTERS_A_SECOND
                        + used.merge(place % fewCards, 1, Integer::sum),
                fen,
                at,
                "",
                null,
                context);
    }

    private OffsetDateTime noonOfTheLatestWeekday() {
        OffsetDateTime noon = now.minusDays(1).with(LocalTime.NOON);
        for (int back = 0; back < DAYS_BACK && noon.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue(); back++) {
            noon = noon.minusDays(1);
        }
        return noon;
    }

    private static void refuseStrangers(URI baseUrl) {
        try {
            if (!InetAddress.getByName(baseUrl.getHost()).isLoopbackAddress()) {
                throw new IllegalArgumentException(baseUrl + " is not on this machine; the peak is for loopback only");
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(baseUrl + " cannot be resolved", e);
        }
    }
}
