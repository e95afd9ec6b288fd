package cn.suinian.gateway.stand;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.TacMessage;
import cn.suinian.core.terminal.Service;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The body of a tap as a terminal writes it. {@link #with} and {@link #without} come last: they make it one that no
 * terminal should write, and leave the TAC as it was.
 */
public final class TapJson {
    private static final KeyVault VAULT = SmallCity.vault();

    private final long terminalId;
    private final Service service;
    private final String cardNo;
    private final String direction;
    private long terminalSeq;
    private long cardCounter = 1;
    private long amount;
    private OffsetDateTime tappedAt = SmallCity.NOW;
    private final Map<String, String> spoilt = new LinkedHashMap<>();

    private TapJson(long terminalId, Service service, String cardNo, String direction, long terminalSeq, long amount) {
        this.terminalId = terminalId;
        this.service = service;
        this.cardNo = cardNo;
        this.direction = direction;
        this.terminalSeq = terminalSeq;
        this.amount = amount;
    }

    /** A lunch for 18 yuan. */
    public static TapJson meal(String cardNo, long terminalSeq) {
        return new TapJson(SmallCity.CANTEEN, Service.MEAL, cardNo, null, terminalSeq, 1800);
    }

    /** A bus ride for 2 yuan. */
    public static TapJson bus(String cardNo, long terminalSeq) {
        return new TapJson(SmallCity.BUS, Service.TRANSIT, cardNo, "BOARD", terminalSeq, 200);
    }

    /** A metro gate. */
    public static TapJson gate(String cardNo, long terminalSeq, String direction, long amount) {
        return new TapJson(SmallCity.GATE, Service.TRANSIT, cardNo, direction, terminalSeq, amount);
    }

    /** A visit to the sports hall for 30 yuan. */
    public static TapJson sports(String cardNo, long terminalSeq) {
        return new TapJson(SmallCity.SPORTS_HALL, Service.VENUE, cardNo, null, terminalSeq, 3000);
    }

    /** Care at home for 200 yuan. */
    public static TapJson care(String cardNo, long terminalSeq) {
        return new TapJson(SmallCity.CARE, Service.VOUCHER, cardNo, null, terminalSeq, 20_000);
    }

    /** An identity check. */
    public static TapJson check(String cardNo, long terminalSeq) {
        return new TapJson(SmallCity.DESK, Service.ALLOWANCE, cardNo, null, terminalSeq, 0);
    }

    public TapJson counter(long counter) {
        cardCounter = counter;
        return this;
    }

    public TapJson amount(long fen) {
        amount = fen;
        return this;
    }

    public TapJson at(OffsetDateTime moment) {
        tappedAt = moment;
        return this;
    }

    public TapJson seq(long seq) {
        terminalSeq = seq;
        return this;
    }

    /** Puts this JSON value there whatever it breaks. */
    public TapJson with(String field, String json) {
        spoilt.put(field, json);
        return this;
    }

    /** Leaves a field out. */
    public TapJson without(String field) {
        spoilt.put(field, null);
        return this;
    }

    public long terminalId() {
        return terminalId;
    }

    public long terminalSeq() {
        return terminalSeq;
    }

    public String cardNo() {
        return cardNo;
    }

    /** The TAC in hexadecimal, over what was said before anything was spoilt. */
    public String tac() {
        return Hex.encode(VAULT
                .tac(
                        1,
                        new TacMessage(
                                cardNo,
                                cardCounter,
                                terminalId,
                                terminalSeq,
                                service.code(),
                                amount,
                                tappedAt.withOffsetSameInstant(ZoneOffset.ofHours(8))
                                        .toLocalDateTime())));
    }

    /** The JSON values by name, in the order in which they are written. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("terminalSeq", Long.toString(terminalSeq));
        fields.put("service", quoted(service.name()));
        fields.put("cardNo", quoted(cardNo));
        fields.put("cardCounter", Long.toString(cardCounter));
        fields.put("amount", Long.toString(amount));
        fields.put("tappedAt", quoted(tappedAt.toString().replaceFirst("T(..:..)([Z+-])", "T$1:00$2")));
        fields.put("tac", quoted(tac()));
        if (direction != null) {
            fields.put("context", "{\"direction\":" + quoted(direction) + "}");
        }
        spoilt.forEach((name, json) -> {
            if (json == null) {
                fields.remove(name);
            } else {
                fields.put(name, json);
            }
        });
        return fields;
    }

    public String text() {
        return fields().entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The request that carries it. */
    public Request request() {
        return Request.post(terminalId, text());
    }

    /** The request that asks what became of it. */
    public Request lookUp() {
        return Request.get(
                terminalId,
                "/v1/taps/" + terminalSeq + "?date="
                        + tappedAt.withOffsetSameInstant(ZoneOffset.ofHours(8)).toLocalDate() + "&cardNo=" + cardNo);
    }

    /** The request that asks how it was decided. */
    public Request explanation() {
        Request lookUp = lookUp();
        return Request.get(terminalId, lookUp.target().replace("?", "/explanation?"));
    }

    /** The request that undoes it. */
    public Request reversal(String reason) {
        return reversalBody("{\"date\":\""
                + tappedAt.withOffsetSameInstant(ZoneOffset.ofHours(8)).toLocalDate() + "\",\"cardNo\":\"" + cardNo
                + "\",\"reason\":\"" + reason + "\"}");
    }

    /** The request that undoes it, with any body. */
    public Request reversalBody(String body) {
        return Request.post(terminalId, body).target("/v1/taps/" + terminalSeq + "/reversal");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
