package cn.suinian.gateway.console.lens;

import cn.suinian.core.registry.VendorKind;
import cn.suinian.gateway.console.flags.EvidenceText;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.policy.FindingKind;
import cn.suinian.settlement.risk.policy.FlagKind;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flags, findings and answers in words. */
final class LensWords {

    private static final int TENTHS = 10;

    private LensWords() {}

    /** What a kind of flag or finding is called. */
    static String title(String kind, Language language) {
        return finding(kind)
                .map(each -> LensText.valueOf(each.name()).in(language))
                .orElseGet(() -> EvidenceText.title(kind, language));
    }

    /** What can be checked about it, in a sentence. */
    static String line(LensItem item, Language language) {
        JsonObject evidence = new JsonObject(item.evidence());
        return finding(item.kind())
                .map(kind -> line(kind, evidence, language))
                .orElseGet(() -> EvidenceText.line(item.kind(), evidence, language));
    }

    private static String line(FindingKind kind, JsonObject evidence, Language language) {
        return switch (kind) {
            case OUTSIDE_HOURS ->
                LensText.OUTSIDE_HOURS_LINE.in(
                        language, count(evidence, "taps"), text(evidence, "openFrom"), text(evidence, "openTo"));
            case SUBSIDISED_SHARE ->
                LensText.SHARE_LINE.in(
                        language, percent(evidence, "herePermille"), percent(evidence, "medianPermille"));
            case SUBSIDY_PER_HEAD ->
                LensText.HEAD_LINE.in(language, yuan(evidence, "hereFen"), yuan(evidence, "medianFen"));
        };
    }

    /** The figures that a finding compares, by what they are called; none of a flag. */
    static Map<String, String> figures(LensItem item, Language language) {
        JsonObject evidence = new JsonObject(item.evidence());
        Map<String, String> figures = new LinkedHashMap<>();
        finding(item.kind())
                .ifPresent(kind -> figures(kind, evidence, language)
                        .forEach((text, value) -> figures.put(text.in(language), value)));
        return figures;
    }

    private static Map<LensText, String> figures(FindingKind kind, JsonObject evidence, Language language) {
        Map<LensText, String> figures = new LinkedHashMap<>();
        switch (kind) {
            case OUTSIDE_HOURS -> {
                figures.put(LensText.OUTSIDE, count(evidence, "taps"));
                figures.put(LensText.OF_TAPS, count(evidence, "ofTaps"));
                figures.put(LensText.EARLIEST_LATEST, text(evidence, "earliest") + "–" + text(evidence, "latest"));
                figures.put(LensText.HOURS, text(evidence, "openFrom") + "–" + text(evidence, "openTo"));
            }
            case SUBSIDISED_SHARE -> {
                figures.put(LensText.HERE, LensText.PERCENT.in(language, percent(evidence, "herePermille")));
                figures.put(LensText.MEDIAN, LensText.PERCENT.in(language, percent(evidence, "medianPermille")));
                figures.put(LensText.SPREAD, LensText.PERCENT.in(language, percent(evidence, "spreadPermille")));
                figures.put(LensText.MEALS, count(evidence, "meals"));
                compared(figures, evidence, language);
            }
            case SUBSIDY_PER_HEAD -> {
                figures.put(LensText.HERE, "¥" + yuan(evidence, "hereFen"));
                figures.put(LensText.MEDIAN, "¥" + yuan(evidence, "medianFen"));
                figures.put(LensText.SPREAD, "¥" + yuan(evidence, "spreadFen"));
                figures.put(LensText.PEOPLE, count(evidence, "people"));
                compared(figures, evidence, language);
            }
        }
        return figures;
    }

    private static void compared(Map<LensText, String> figures, JsonObject evidence, Language language) {
        figures.put(LensText.CANTEENS, count(evidence, "canteens"));
        figures.put(LensText.DISTRICT, Payers.name(text(evidence, "district"), language));
    }

    static LensText of(@Nullable Verdict verdict) {
        if (verdict == null) {
            return LensText.UNANSWERED;
        }
        return switch (verdict) {
            case EXPLAINED -> LensText.EXPLAINED;
            case CONFIRMED -> LensText.CONFIRMED;
            case REOPENED -> LensText.REOPENED;
        };
    }

    static String tone(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "wait";
        }
        return switch (verdict) {
            case EXPLAINED -> "good";
            case CONFIRMED -> "bad";
            case REOPENED -> "wait";
        };
    }

    static List<Option> verdicts(Language language) {
        return List.of(
                new Option(Verdict.EXPLAINED.name(), LensText.V_EXPLAINED.in(language)),
                new Option(Verdict.CONFIRMED.name(), LensText.V_CONFIRMED.in(language)),
                new Option(Verdict.REOPENED.name(), LensText.V_REOPENED.in(language)));
    }

    static List<Option> vendorKinds(Language language) {
        return Arrays.stream(VendorKind.values())
                .map(kind -> new Option(kind.name(), name(kind, language)))
                .toList();
    }

    static String name(VendorKind kind, Language language) {
        return switch (language) {
            case ZH -> kind.zh();
            case EN -> kind.en();
        };
    }

    /** Every kind of finding and of flag. */
    static List<Option> itemKinds(Language language) {
        return Stream.concat(Arrays.stream(FindingKind.values()), Arrays.stream(FlagKind.values()))
                .map(Enum::name)
                .map(kind -> new Option(kind, title(kind, language)))
                .toList();
    }

    private static Optional<FindingKind> finding(String kind) {
        return Arrays.stream(FindingKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
    }

    private static String count(JsonObject evidence, String name) {
        Long value = evidence.getLong(name);
        return value == null ? "?" : Figures.count(value);
    }

    private static String yuan(JsonObject evidence, String name) {
        Long value = evidence.getLong(name);
        return value == null ? "?" : Figures.yuan(value);
    }

    private static String percent(JsonObject evidence, String name) {
        Long value = evidence.getLong(name);
        return value == null ? "?" : value / TENTHS + "." + value % TENTHS;
    }

    private static String text(JsonObject evidence, String name) {
        return evidence.getString(name, "?");
    }
}
