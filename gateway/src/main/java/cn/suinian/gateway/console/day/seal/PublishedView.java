package cn.suinian.gateway.console.day.seal;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.seal.DaySeal;
import cn.suinian.settlement.seal.publication.Publication;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was published of a day, in words: the signed document and nothing else. */
public final class PublishedView {

    private static final String ALL = "ALL";
    private static final String NONE = "NONE";

    private final Frame frame;
    private final Publication publication;
    private final DaySeal seal;
    private final JsonObject document;

    PublishedView(Frame frame, Publication publication, DaySeal seal) {
        this.frame = frame;
        this.publication = publication;
        this.seal = seal;
        this.document = new JsonObject(Buffer.buffer(publication.content()));
    }

    /** A line; amounts are yuan. */
    public record Row(String district, String service, String payer, String taps, String gross, String payable) {}

    public Frame frame() {
        return frame;
    }

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String title() {
        return say(SealText.PUBLISHED, publication.day());
    }

    public String lead() {
        return say(SealText.PUBLISHED_LINE, document.getInteger("withheldBelowHolders"));
    }

    /** Where all days are, in this language. */
    public String listPath() {
        return frame.language() == Language.ZH
                ? PublishedPages.LIST
                : PublishedPages.LIST + "?lang=" + frame.language().code();
    }

    public String jsonPath() {
        return PublishedPages.path(publication.day()) + ".json";
    }

    public String sealPath() {
        return PublishedPages.path(publication.day()) + PublishedPages.SEAL;
    }

    /** What the seal is called when it was saved. */
    public String sealFile() {
        return publication.day() + PublishedPages.SEAL;
    }

    /** What is known of the seal. */
    public Map<String, String> seal() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(SealText.NUMBER), Long.toString(seal.sealNo()));
        facts.put(say(SealText.HASH), Hex.encode(seal.hash()));
        facts.put(say(SealText.KEY), say(SealText.KEY_LINE, seal.signature().keyVersion()));
        facts.put(say(SealText.SIGNATURE), seal.signature().hex());
        facts.put(say(SealText.PUBLIC_KEY), Hex.encode(seal.publicKey()));
        return facts;
    }

    /** The text that was sealed. */
    public String text() {
        return seal.text();
    }

    /** All together, and each district, service and payer alone. */
    public List<Row> margins() {
        return shown().filter(line -> !isCell(line)).map(this::row).toList();
    }

    /** Every combination. */
    public List<Row> cells() {
        return shown().filter(PublishedView::isCell).map(this::row).toList();
    }

    private Stream<JsonObject> shown() {
        return lines().stream().filter(line -> !isWithheld(line));
    }

    /** How many lines have no figures, and why; empty: all have. */
    public String withheld() {
        long withheld = lines().stream().filter(PublishedView::isWithheld).count();
        return withheld == 0
                ? ""
                : say(SealText.WITHHELD_LINES, Figures.count(withheld), document.getInteger("withheldBelowHolders"));
    }

    private static boolean isWithheld(JsonObject line) {
        return line.getBoolean("withheld", false);
    }

    private List<JsonObject> lines() {
        JsonArray totals = document.getJsonArray("totals");
        return totals.stream().map(JsonObject.class::cast).toList();
    }

    private static boolean isCell(JsonObject line) {
        return !line.getString("district").equals(ALL)
                && !line.getString("service").equals(ALL)
                && !line.getString("payer").equals(ALL);
    }

    private Row row(JsonObject line) {
        return new Row(
                district(line.getString("district")),
                service(line.getString("service")),
                payer(line.getString("payer")),
                Figures.count(line.getLong("taps")),
                Figures.yuan(line.getLong("gross")),
                Figures.yuan(payable(line)));
    }

    /** Documents of the first format have the same figure under another name. */
    private static long payable(JsonObject line) {
        return line.getLong("payable", line.getLong("subsidy", 0L));
    }

    private String district(String label) {
        return switch (label) {
            case ALL -> say(SealText.ALL);
            case NONE -> say(SealText.NOT_HERE);
            default -> PayerWords.of(Optional.of(Payer.of(District.valueOf(label))), frame.language());
        };
    }

    private String service(String label) {
        return label.equals(ALL)
                ? say(SealText.ALL)
                : Names.service(Service.valueOf(label).code(), frame.language());
    }

    private String payer(String label) {
        return switch (label) {
            case ALL -> say(SealText.ALL);
            case NONE -> PayerWords.of(Optional.empty(), frame.language());
            case "CITY" -> PayerWords.of(Optional.of(Payer.CITY), frame.language());
            default -> PayerWords.of(Optional.of(Payer.of(District.valueOf(label))), frame.language());
        };
    }
}
