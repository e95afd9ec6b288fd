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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Taps of a morning, signed in advance: card after card, terminal after terminal. */
final class SignedTaps {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final int CARDS_LEFT_ALONE = 100;
    private static final int NUMBERS_A_SECOND = 49_000;
    private static final int SECONDS_A_DAY = 86_400;

    private final List<CityCard> cards;
    private final List<CityTerminal> terminals;
    private final OffsetDateTime now;

    /**
     * @throws IllegalArgumentException when the city is not on this machine or too small
     */
    SignedTaps(City city, Instant now) {
        refuseStrangers(city.baseUrl());
        List<CityCard> active = city.cards().stream().filter(CityCard::isActive).toList();
        this.terminals = city.listTerminalsFor(TapKind.TRANSIT);
        if (active.size() <= CARDS_LEFT_ALONE || terminals.isEmpty()) {
            throw new IllegalArgumentException("the city has too few cards or no transit terminal");
        }
        this.cards = active.subList(CARDS_LEFT_ALONE, active.size());
        this.now = now.truncatedTo(ChronoUnit.SECONDS).atOffset(SHANGHAI);
    }

    /** Signs this many taps, all sent and tapped now. */
    List<SignedFrame> sign(int count) {
        List<SignedFrame> signed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CityTerminal terminal = terminals.get(i % terminals.size());
            Frame frame = Frame.tap(tap(i, terminal));
            signed.add(terminal.identity().sign(frame, now));
        }
        return signed;
    }

    /** The counter of a card grows by one a round, and a round takes longer than the second the next run starts at. */
    private Tap tap(int place, CityTerminal terminal) {
        CityCard card = cards.get(place % cards.size());
        long round = place / cards.size();
        boolean isBus = place % 2 == 0;
        TapContext context =
                isBus ? TapContext.board("M433", "粤BU2313") : TapContext.gate("地铁1号线", "罗湖", Direction.ENTRY);
        return new Tap(
                        Math.floorMod(now.toEpochSecond(), (long) SECONDS_A_DAY) * NUMBERS_A_SECOND + place + 1,
                        TapKind.TRANSIT,
                        card.cardNo(),
                        now.toEpochSecond() + round,
                        isBus ? 200 : 0,
                        now,
                        "",
                        null,
                        context)
                .certifiedBy(card.key(), terminal.terminalId());
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
