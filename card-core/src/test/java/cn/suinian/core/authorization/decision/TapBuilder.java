package cn.suinian.core.authorization.decision;

import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A tap to start from: a lunch for 18 yuan on a plain Wednesday noon. A test says only what it is about. */
public final class TapBuilder {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final LocalDateTime WEDNESDAY_NOON = LocalDateTime.of(2026, 11, 25, 12, 0);

    private final long holderId;
    private int cardSerial;
    private Service service = Service.MEAL;
    private int amountFen = 1800;
    private LocalDateTime at = WEDNESDAY_NOON;
    private Duration underWay = Duration.ofSeconds(1);
    private long terminalId = 440_300_010_007L;
    private long terminalSeq = 1;
    private long cardCounter = 1;
    private long tac = 0x1234_5678_9abc_def0L;
    private @Nullable String placeKind;
    private Tap.Context context = Tap.Context.NONE;

    private TapBuilder(long holderId) {
        this.holderId = holderId;
        this.cardSerial = PersonBuilder.cardOf(holderId);
    }

    public static TapBuilder of(long holderId) {
        return new TapBuilder(holderId);
    }

    public TapBuilder card(int serial) {
        this.cardSerial = serial;
        return this;
    }

    public TapBuilder meal(int priceFen) {
        return service(Service.MEAL).amount(priceFen);
    }

    public TapBuilder transit(Direction direction, int fareFen) {
        this.context = new Tap.Context(direction, null, null, null, null);
        return service(Service.TRANSIT).amount(fareFen);
    }

    public TapBuilder place(@Nullable String kind) {
        this.placeKind = kind;
        return this;
    }

    /** A visit to a place of this kind. */
    public TapBuilder visit(String kind, int priceFen) {
        this.placeKind = kind;
        return service(Service.VENUE).amount(priceFen);
    }

    /** Home care paid with a voucher. */
    public TapBuilder care(String kind, int priceFen) {
        this.placeKind = kind;
        return service(Service.VOUCHER).amount(priceFen);
    }

    /** The terminal says that it held this version of the denylist. */
    public TapBuilder holding(long denylistVersion) {
        return context(new Tap.Context(
                context.direction(), context.line(), context.station(), context.vehicle(), denylistVersion));
    }

    public TapBuilder delivered() {
        return context(new Tap.Context(null, null, null, null, null, true));
    }

    public TapBuilder service(Service asked) {
        this.service = asked;
        return this;
    }

    public TapBuilder amount(int fen) {
        this.amountFen = fen;
        return this;
    }

    public TapBuilder at(LocalDateTime moment) {
        this.at = moment;
        return this;
    }

    public TapBuilder arrivingAfter(Duration later) {
        this.underWay = later;
        return this;
    }

    public TapBuilder terminal(long id) {
        this.terminalId = id;
        return this;
    }

    /** The terminal's number, the card's counter and a TAC that goes with them. */
    public TapBuilder number(long n) {
        return seq(n).counter(n).tac(0x5eed_0000_0000_0000L + n);
    }

    public TapBuilder seq(long seq) {
        this.terminalSeq = seq;
        return this;
    }

    public TapBuilder counter(long counter) {
        this.cardCounter = counter;
        return this;
    }

    public TapBuilder tac(long proof) {
        this.tac = proof;
        return this;
    }

    public TapBuilder context(Tap.Context where) {
        this.context = where;
        return this;
    }

    public Tap build() {
        Instant tappedAt = at.atZone(SHANGHAI).toInstant();
        return new Tap(
                new TapKey(at.toLocalDate(), terminalId, terminalSeq, holderId),
                1,
                service,
                cardSerial,
                cardCounter,
                amountFen,
                at,
                tappedAt,
                tappedAt.plus(underWay),
                tac,
                placeKind,
                context);
    }
}
