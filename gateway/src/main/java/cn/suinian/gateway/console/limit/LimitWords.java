package cn.suinian.gateway.console.limit;

import cn.suinian.core.registry.VendorKind;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.flags.EvidenceText;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.lens.LensText;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.settlement.lens.policy.FindingKind;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.limit.LimitRoom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits in words. */
public record LimitWords(VendorNames vendors, Language language) {

    /** Of a room; only reconciliation speaks of single vendors. */
    static LimitWords of(VendorRegister register, LimitRoom room, Actor actor, Language language) throws SQLException {
        return new LimitWords(
                room == LimitRoom.RECONCILIATION
                        ? VendorNames.of(register, actor, language)
                        : new VendorNames(Map.of(), language),
                language);
    }

    String name(Limit limit) {
        return LimitText.valueOf(limit.name()).in(language);
    }

    String about(Limit limit, String about) {
        if (about.isEmpty()) {
            return LimitText.ALL.in(language);
        }
        return switch (limit.about()) {
            case ALL -> about;
            case VENDOR -> vendors.name(Integer.parseInt(about));
            case VENDOR_KIND -> kind(VendorKind.valueOf(about));
            case ITEM_KIND ->
                Arrays.stream(FindingKind.values()).anyMatch(kind -> kind.name().equals(about))
                        ? LensText.valueOf(about).in(language)
                        : EvidenceText.title(about, language);
        };
    }

    /** A value as people count it; null: none. */
    String value(Limit limit, @Nullable String value) {
        if (value == null) {
            return switch (limit) {
                case OPENING_HOURS -> LimitText.NONE_HOURS.in(language);
                case AUTO_HOLD_SCORE -> LimitText.NONE_SCORE.in(language);
                default -> LimitText.NONE_OWN.in(language);
            };
        }
        return switch (limit.unit()) {
            case FEN -> Figures.money(Long.parseLong(value));
            case NUMBER ->
                Tenths.are(limit) ? Tenths.words(Long.parseLong(value)) : Figures.count(Long.parseLong(value));
            case HOURS -> value;
            case YES_NO -> (value.equals("1") ? LimitText.YES : LimitText.NO).in(language);
        };
    }

    /** What may be typed. */
    String hint(Limit limit) {
        String empty =
                switch (limit) {
                    case AUTO_HOLD_SCORE -> LimitText.EMPTY_SCORE.in(language);
                    case RECONCILE_FEN, RECONCILE_SECONDS, RECONCILE_DAYS -> LimitText.EMPTY_OWN.in(language);
                    default -> "";
                };
        return switch (limit.unit()) {
            case FEN ->
                LimitText.FEN_HINT
                        .in(language, Figures.yuan(limit.least()), Figures.yuan(limit.most()), empty)
                        .strip();
            case NUMBER ->
                (Tenths.are(limit)
                                ? LimitText.TENTHS_HINT.in(
                                        language, Tenths.words(limit.least()), Tenths.words(limit.most()), empty)
                                : LimitText.NUMBER_HINT.in(language, limit.least(), limit.most(), empty))
                        .strip();
            case HOURS -> LimitText.HOURS_HINT.in(language);
            case YES_NO -> "";
        };
    }

    /** What is chosen instead of typed. */
    List<Option> yesOrNo() {
        return List.of(new Option("1", LimitText.YES.in(language)), new Option("0", LimitText.NO.in(language)));
    }

    private String kind(VendorKind kind) {
        return switch (language) {
            case ZH -> kind.zh();
            case EN -> kind.en();
        };
    }
}
