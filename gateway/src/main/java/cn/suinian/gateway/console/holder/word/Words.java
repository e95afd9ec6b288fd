package cn.suinian.gateway.console.holder.word;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.register.CategoryClaim.Grade;
import cn.suinian.core.holder.register.LifeEvent;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Codes in the reader's language. */
public final class Words {

    private Words() {}

    public static Phrase of(Category category) {
        return switch (category) {
            case SPECIAL_HARDSHIP -> WordText.SPECIAL_HARDSHIP;
            case LOW_INCOME -> WordText.LOW_INCOME;
            case LOW_INCOME_MARGIN -> WordText.LOW_INCOME_MARGIN;
            case VETERAN_OR_MARTYR_KIN -> WordText.VETERAN_OR_MARTYR_KIN;
            case BEREAVED_ONE_CHILD -> WordText.BEREAVED_ONE_CHILD;
            case MODERATELY_DISABLED -> WordText.MODERATELY_DISABLED;
        };
    }

    public static Phrase of(Sex sex) {
        return switch (sex) {
            case MALE -> WordText.MALE;
            case FEMALE -> WordText.FEMALE;
        };
    }

    public static Phrase of(Grade grade) {
        return switch (grade) {
            case MODERATE -> WordText.MODERATE;
            case SEVERE -> WordText.SEVERE;
            case FULL -> WordText.FULL;
        };
    }

    public static Phrase of(CardStatus status) {
        return switch (status) {
            case ISSUED -> WordText.CARD_ISSUED;
            case ACTIVE -> WordText.CARD_ACTIVE;
            case LOST -> WordText.CARD_LOST;
            case REPLACED -> WordText.CARD_REPLACED;
            case CANCELLED -> WordText.CARD_CANCELLED;
        };
    }

    /** The colour of its badge. */
    public static String tone(CardStatus status) {
        return switch (status) {
            case ISSUED -> "wait";
            case ACTIVE -> "good";
            case LOST, REPLACED, CANCELLED -> "bad";
        };
    }

    /** What a life event stops or brings back, and from when. */
    public static String effects(LifeEvent event, Language language) {
        return event.effects().stream()
                .map(effect -> WordText.EFFECT.in(
                        language,
                        switch (language) {
                            case ZH -> effect.what().zh();
                            case EN -> effect.what().en();
                        },
                        effect.from()))
                .collect(Collectors.joining(WordText.SEMICOLON.in(language)));
    }

    public static String of(DocumentKind kind, Language language) {
        return switch (language) {
            case ZH -> kind.zh();
            case EN -> kind.en();
        };
    }

    public static String of(District district, Language language) {
        String name = district.name();
        return switch (language) {
            case ZH -> WordText.DISTRICT.in(language, district.zh());
            case EN -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        };
    }

    /** From when and until when something holds. */
    public static String of(Period<?> period, Language language) {
        LocalDate to = period.to();
        String end = to == null ? WordText.UNTIL_NOW.in(language) : WordText.UNTIL.in(language, to.minusDays(1));
        return WordText.PERIOD.in(language, period.from(), end);
    }

    /** Every district, to choose from. */
    public static List<Option> districts(Language language) {
        return Arrays.stream(District.values())
                .map(district -> new Option(district.name(), of(district, language)))
                .toList();
    }

    /** Every kind of document, to choose from. */
    public static List<Option> documents(Language language) {
        return Arrays.stream(DocumentKind.values())
                .map(kind -> new Option(kind.name(), of(kind, language)))
                .toList();
    }

    /** Both, to choose from. */
    public static List<Option> sexes(Language language) {
        return Arrays.stream(Sex.values())
                .map(sex -> new Option(sex.name(), of(sex).in(language)))
                .toList();
    }

    /** Every category, to choose from. */
    public static List<Option> categories(Language language) {
        return Arrays.stream(Category.values())
                .map(category -> new Option(category.name(), of(category).in(language)))
                .toList();
    }

    /** Every level of disability, to choose from. */
    public static List<Option> grades(Language language) {
        return Arrays.stream(Grade.values())
                .map(grade -> new Option(grade.name(), of(grade).in(language)))
                .toList();
    }
}
