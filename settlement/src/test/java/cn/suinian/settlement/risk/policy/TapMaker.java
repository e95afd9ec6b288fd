package cn.suinian.settlement.risk.policy;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Taps for tests of policies, on Monday 16 November 2026 unless said. Each change makes a new one. */
final class TapMaker {
    static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    /** Civic Centre. */
    static final Place FUTIAN = new Place(22_543_100, 114_057_900);

    /** About 26 km from the Civic Centre. */
    static final Place LONGGANG = new Place(22_720_700, 114_247_500);

    /** About 130 m from the Civic Centre. */
    static final Place NEXT_DOOR = new Place(22_544_200, 114_058_400);

    private RiskTap tap;

    private TapMaker(RiskTap tap) {
        this.tap = tap;
    }

    static TapMaker at(String time) {
        Instant moment = MONDAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.ofHours(8));
        TapKey key = new TapKey(MONDAY, 440300010001L, moment.getEpochSecond() % 86_400 + 1, 1);
        return new TapMaker(
                new RiskTap(key, MONDAY, 1, 1, Service.VENUE, null, null, moment, 0, false, false, null, FUTIAN, null));
    }

    TapMaker holder(long holder) {
        return key(new TapKey(MONDAY, tap.key().terminalId(), tap.key().terminalSeq(), holder), (int) holder);
    }

    TapMaker terminal(long terminal, long seq) {
        return key(new TapKey(MONDAY, terminal, seq, tap.key().holderId()), tap.cardSerial());
    }

    TapMaker in(Place place) {
        return with(
                tap.service(), tap.direction(), tap.reason(), tap.subsidyFen(), tap.delivered(), tap.station(), place);
    }

    TapMaker station(String station) {
        return with(tap.service(), tap.direction(), tap.reason(), tap.subsidyFen(), tap.delivered(), station, null);
    }

    TapMaker ride(Direction direction) {
        return with(Service.TRANSIT, direction, tap.reason(), 250, tap.delivered(), tap.station(), tap.place());
    }

    TapMaker lunch() {
        return with(Service.MEAL, null, tap.reason(), 1500, tap.delivered(), tap.station(), tap.place());
    }

    TapMaker unpaidMeal() {
        return with(Service.MEAL, null, tap.reason(), 0, tap.delivered(), tap.station(), tap.place());
    }

    TapMaker delivered() {
        return with(tap.service(), tap.direction(), tap.reason(), tap.subsidyFen(), true, tap.station(), tap.place());
    }

    TapMaker declined(DeclineReason reason) {
        return with(tap.service(), tap.direction(), reason, 0, tap.delivered(), tap.station(), tap.place());
    }

    TapMaker goodFaith() {
        tap = new RiskTap(
                tap.key(),
                tap.settleDate(),
                tap.vendorId(),
                tap.cardSerial(),
                tap.service(),
                tap.direction(),
                tap.reason(),
                tap.tappedAt(),
                tap.subsidyFen(),
                tap.delivered(),
                true,
                tap.station(),
                tap.place(),
                null);
        return this;
    }

    TapMaker deceasedOn(String day) {
        tap = new RiskTap(
                tap.key(),
                tap.settleDate(),
                tap.vendorId(),
                tap.cardSerial(),
                tap.service(),
                tap.direction(),
                tap.reason(),
                tap.tappedAt(),
                tap.subsidyFen(),
                tap.delivered(),
                tap.goodFaith(),
                tap.station(),
                tap.place(),
                LocalDate.parse(day));
        return this;
    }

    RiskTap make() {
        return tap;
    }

    private TapMaker key(TapKey key, int serial) {
        tap = new RiskTap(
                key,
                tap.settleDate(),
                tap.vendorId(),
                serial,
                tap.service(),
                tap.direction(),
                tap.reason(),
                tap.tappedAt(),
                tap.subsidyFen(),
                tap.delivered(),
                tap.goodFaith(),
                tap.station(),
                tap.place(),
                tap.deceasedOn());
        return this;
    }

    private TapMaker with(
            Service service,
            Direction direction,
            DeclineReason reason,
            int subsidy,
            boolean delivered,
            String station,
            Place place) {
        tap = new RiskTap(
                tap.key(),
                tap.settleDate(),
                tap.vendorId(),
                tap.cardSerial(),
                service,
                direction,
                reason,
                tap.tappedAt(),
                subsidy,
                delivered,
                tap.goodFaith(),
                station,
                place,
                tap.deceasedOn());
        return this;
    }
}
