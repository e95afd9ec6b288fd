package cn.suinian.gateway.console.day.seal;

import cn.suinian.core.crypto.Hex;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.DoneBy;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.seal.DaySeal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seal of a day, ready to print. */
public record SealView(Frame frame, LocalDate date, Optional<DaySeal> seal, boolean published) {

    /** A part of what is sealed. */
    public record Row(String name, String rows, String root) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String dayPath() {
        return DayPath.of(date);
    }

    public String publishedPath() {
        return PublishedPages.path(date);
    }

    public boolean isSealed() {
        return seal.isPresent();
    }

    /** What is known of the seal itself. */
    public Map<String, String> facts() {
        DaySeal of = seal.orElseThrow();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(SealText.NUMBER), Long.toString(of.sealNo()));
        facts.put(say(SealText.SEALED_AT), Figures.dateTime(of.sealedAt()));
        facts.put(say(SealText.SEALED_BY), DoneBy.of(of.sealedBy(), frame.language()));
        facts.put(
                say(SealText.PREVIOUS),
                of.previousDay() == null
                        ? say(SealText.FIRST_SEAL)
                        : of.previousDay() + " · " + Hex.encode(of.previousHash()));
        facts.put(say(SealText.HASH), Hex.encode(of.hash()));
        facts.put(say(SealText.KEY), say(SealText.KEY_LINE, of.signature().keyVersion()));
        facts.put(say(SealText.SIGNATURE), of.signature().hex());
        facts.put(say(SealText.PUBLIC_KEY), Hex.encode(of.publicKey()));
        return facts;
    }

    /** Whether its signature is that of its key over its text. */
    public boolean signed() {
        return seal.orElseThrow().isSigned();
    }

    public List<Row> sections() {
        return seal.orElseThrow().sections().stream()
                .map(each -> new Row(
                        say(SealText.valueOf(each.section().name())),
                        Figures.count(each.rows()),
                        Hex.encode(each.root())))
                .toList();
    }

    /** What is hashed and signed, to the byte. */
    public String text() {
        return seal.orElseThrow().text();
    }

    /** How the rows are checked. */
    public String command() {
        return "./suinian verify --day " + date;
    }
}
