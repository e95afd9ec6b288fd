package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.policy.BenefitToday;
import cn.suinian.core.entitlement.policy.BenefitToday.Lack;
import cn.suinian.core.entitlement.policy.BenefitToday.Limit;
import cn.suinian.core.entitlement.policy.BenefitToday.Standing;
import cn.suinian.core.entitlement.policy.QualificationCheck;
import cn.suinian.core.entitlement.policy.UseLimit;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.holder.page.Benefits.Told;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.ReasonText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Benefits in plain words, ready to print. */
public final class BenefitsView {

    private static final int WHOLE = 100;

    /** No rule of the city knows anybody older. */
    private static final int ANY_AGE = 150;

    private final Told told;
    private final Language language;

    /** A line of the table. */
    public record Row(String benefit, String tone, String gets, String why, List<String> left) {}

    BenefitsView(Told told, Language language) {
        this.told = told;
        this.language = language;
    }

    public String say(BenefitText phrase, Object... values) {
        return phrase.in(language, values);
    }

    /** What stands above the table, or in its place; null: nothing. */
    public @Nullable String notice() {
        if (told instanceof Told.NoCardYet) {
            return say(BenefitText.NO_CARD);
        }
        if (!(told instanceof Told.Of of)) {
            return say(BenefitText.UNREADABLE);
        }
        DeclineReason refused = of.cardRefused();
        if (refused == null) {
            return null;
        }
        return refused == DeclineReason.HOLDER_DECEASED
                ? say(BenefitText.ENDED)
                : say(
                        BenefitText.CARD_REFUSED,
                        ReasonText.of(refused.number()).title().in(language));
    }

    /** Each benefit; none for the dead. */
    public List<Row> rows() {
        return told instanceof Told.Of of && of.cardRefused() != DeclineReason.HOLDER_DECEASED
                ? of.benefits().stream().map(benefit -> row(benefit, of)).toList()
                : List.of();
    }

    /** What is left of today's lunches and of home-care vouchers, for a slip of paper; nothing when it is unknown. */
    List<String> slip() {
        if (!(told instanceof Told.Of of) || of.cardRefused() == DeclineReason.HOLDER_DECEASED) {
            return List.of();
        }
        return of.benefits().stream()
                .filter(each -> each.standing() == Standing.GIVEN || each.standing() == Standing.NOT_NOW)
                .flatMap(each -> slip(each).map(line -> say(BenefitText.SLIP, name(each), line)))
                .toList();
    }

    private Stream<String> slip(BenefitToday benefit) {
        boolean shut = benefit.stop() == UseLimit.NOT_A_WORKDAY || benefit.stop() == UseLimit.OUTSIDE_HOURS;
        return switch (benefit.rule().service()) {
            case MEAL ->
                shut
                        ? Stream.of(stop(benefit))
                        : benefit.limits().stream()
                                .filter(limit -> limit.period() == Period.DAY)
                                .map(this::left);
            case VOUCHER -> benefit.limits().stream().map(this::left);
            case TRANSIT, ALLOWANCE, VENUE -> Stream.of();
        };
    }

    private String name(BenefitToday benefit) {
        return switch (language) {
            case ZH -> benefit.benefit().zh();
            case EN -> benefit.benefit().en();
        };
    }

    private Row row(BenefitToday benefit, Told.Of of) {
        String name = name(benefit);
        return switch (benefit.standing()) {
            case GIVEN -> new Row(name, "good", gets(benefit.rule()), met(benefit.rule()), left(benefit, of));
            case NOT_NOW -> new Row(name, "wait", say(BenefitText.NOT_NOW), stop(benefit), left(benefit, of));
            case NOT_ATTESTED ->
                new Row(name, "wait", say(BenefitText.NEEDS_PROOF), say(BenefitText.PROOF), left(benefit, of));
            case NOT_FOR_THEM -> new Row(name, "out", say(BenefitText.NO), lacks(benefit), List.of());
        };
    }

    private String gets(BenefitRule rule) {
        Integer cap = rule.howMuch().capFen();
        if (rule.howMuch().pays() == BenefitRule.For.DELIVERY) {
            return say(BenefitText.BROUGHT, Figures.yuan(rule.howMuch().operatorSubsidyFen()));
        }
        if (rule.service() == Service.ALLOWANCE) {
            return say(BenefitText.CHECK);
        }
        if (cap != null) {
            return cap == 0 ? say(BenefitText.USE) : say(BenefitText.UP_TO, Figures.yuan(cap));
        }
        return rule.howMuch().percent() == WHOLE
                ? say(BenefitText.FREE)
                : say(BenefitText.PERCENT, rule.howMuch().percent());
    }

    private String met(BenefitRule rule) {
        List<String> conditions = new ArrayList<>(List.of(age(rule)));
        if (rule.who().hukouRequired() || rule.district() != null) {
            conditions.add(hukou(rule));
        }
        if (!rule.who().categories().isEmpty()) {
            conditions.add(category(rule));
        }
        return say(BenefitText.MEETS, String.join(WordText.COMMA.in(language), conditions));
    }

    private String lacks(BenefitToday benefit) {
        BenefitRule rule = benefit.rule();
        return say(
                BenefitText.LACKS,
                benefit.lacks().stream()
                        .sorted()
                        .map(lack -> lack(lack, rule))
                        .collect(Collectors.joining(WordText.COMMA.in(language))));
    }

    private String lack(Lack lack, BenefitRule rule) {
        return switch (lack) {
            case AGE -> age(rule);
            case HUKOU -> hukou(rule);
            case CATEGORY -> category(rule);
        };
    }

    private String age(BenefitRule rule) {
        BenefitRule.Who who = rule.who();
        return who.maxAge() >= ANY_AGE
                ? say(BenefitText.FROM_AGE, who.minAge())
                : say(BenefitText.AGES, who.minAge(), who.maxAge());
    }

    private String hukou(BenefitRule rule) {
        return rule.district() == null
                ? say(BenefitText.OF_HUKOU)
                : say(BenefitText.OF_DISTRICT, Words.of(rule.district(), language));
    }

    private String category(BenefitRule rule) {
        return say(
                BenefitText.OF_CATEGORY,
                rule.who().categories().stream()
                        .sorted()
                        .map(category -> Words.of(category).in(language))
                        .collect(Collectors.joining(say(BenefitText.OR))));
    }

    private String stop(BenefitToday benefit) {
        UseLimit stop = benefit.stop();
        if (stop == null) {
            return say(BenefitText.USED_UP);
        }
        return switch (stop) {
            case NOT_A_WORKDAY -> say(BenefitText.NOT_A_WORKDAY);
            case OUTSIDE_HOURS -> {
                LocalTime from = Objects.requireNonNull(benefit.rule().when().windowFrom());
                LocalTime to = Objects.requireNonNull(benefit.rule().when().windowTo());
                yield say(BenefitText.OUTSIDE_HOURS, from, to);
            }
            case USED_TODAY, USED_THIS_WEEK, USED_THIS_MONTH, USED_THIS_YEAR -> say(BenefitText.USED_UP);
        };
    }

    private List<String> left(BenefitToday benefit, Told.Of of) {
        if (benefit.rule().service() == Service.ALLOWANCE) {
            return List.of(check(of));
        }
        return benefit.limits().isEmpty()
                ? List.of(say(BenefitText.NO_LIMIT))
                : benefit.limits().stream().map(this::left).toList();
    }

    private String left(Limit limit) {
        if (limit.fen()) {
            return say(BenefitText.LEFT_FEN, Figures.yuan(limit.left()), Figures.yuan(limit.most()));
        }
        BenefitText text =
                switch (limit.period()) {
                    case DAY -> BenefitText.LEFT_DAY;
                    case WEEK -> BenefitText.LEFT_WEEK;
                    case MONTH -> BenefitText.LEFT_MONTH;
                    case YEAR -> BenefitText.LEFT_YEAR;
                };
        return say(text, limit.left(), limit.most());
    }

    private String check(Told.Of of) {
        if (of.account().checkedOn() == 0) {
            return say(BenefitText.NEVER_CHECKED);
        }
        LocalDate checked = LocalDate.ofEpochDay(of.account().checkedOn());
        return QualificationCheck.qualified(checked, of.today())
                ? say(BenefitText.CHECKED, checked, QualificationCheck.validUntil(checked))
                : say(BenefitText.CHECK_DUE, checked);
    }
}
