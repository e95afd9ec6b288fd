package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What is stored, as people read and write it. */
public final class Words {
    private static final Pattern YUAN =
            Pattern.compile("([0-9]{1,10}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\\.([0-9]{1,2}))?");

    private Words() {}

    /** Money with its sign: {@code ¥1,234.50}, {@code -¥0.40}. */
    public static String money(long fen) {
        return Figures.money(fen);
    }

    /** The same with a plus in front of what is above zero. */
    public static String difference(long fen) {
        return fen > 0 ? "+" + money(fen) : money(fen);
    }

    /** Money that an adjustment moves, and to whom: {@code ¥3.00 taken back from the vendor}. */
    public static String moved(long fen, Language language) {
        ReconcileText where = fen > 0 ? ReconcileText.TO_VENDOR : ReconcileText.FROM_VENDOR;
        return money(Math.abs(fen)) + " " + where.in(language);
    }

    /** Yuan as somebody types them, as fen; empty: they cannot be read. */
    public static OptionalLong fen(String typed) {
        var parts = YUAN.matcher(typed.strip().replace("¥", ""));
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        String cents = parts.group(2) == null ? "" : parts.group(2);
        return OptionalLong.of(
                Long.parseLong(parts.group(1).replace(",", "")) * 100 + Long.parseLong((cents + "00").substring(0, 2)));
    }

    /** A day of an address or a field; empty: it is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A number of ours that fits an int; -1: it is none. */
    public static int small(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** What kind of break it is; of one that is only an adjustment to be turned round, that and what it was. */
    public static String kind(Break it, Language language) {
        String kind = kind(it.kind(), language);
        if (!it.turnsRound()) {
            return kind;
        }
        return language == Language.ZH ? "调账待冲回（原为" + kind + "）" : "Adjustment to be turned round (was: " + kind + ")";
    }

    /** What kind of break. */
    public static String kind(BreakKind kind, Language language) {
        return language == Language.ZH ? kind.nameZh() : kind.nameEn();
    }

    /** What it means. */
    public static String meaning(BreakKind kind, Language language) {
        return language == Language.ZH ? kind.zh() : kind.en();
    }

    /** How far a break is. */
    public static String status(BreakStatus status, Language language) {
        return language == Language.ZH ? status.zh() : status.en();
    }

    /** The tone of its badge. */
    public static String tone(BreakStatus status) {
        return switch (status) {
            case OPEN -> "bad";
            case ASKED -> "wait";
            case HEALED, ACCEPTED, ADJUSTED, LINKED -> "good";
            case REJECTED -> "over";
        };
    }

    /** A service. */
    public static String service(Service service, Language language) {
        return Names.service(service.code(), language);
    }

    /** Who pays; empty: nobody knows. */
    public static String payer(Optional<Payer> payer, Language language) {
        return payer.map(known -> Names.payer(known.code(), language))
                .orElseGet(() -> ReconcileText.PAYER_UNKNOWN.in(language));
    }

    /** Kinds as choices. */
    public static List<Option> kinds(Language language) {
        return Arrays.stream(BreakKind.values())
                .map(kind -> new Option(kind.name(), kind(kind, language)))
                .toList();
    }

    /** Services as choices. */
    public static List<Option> services(Language language) {
        return Arrays.stream(Service.values())
                .map(service -> new Option(service.name(), service(service, language)))
                .toList();
    }
}
