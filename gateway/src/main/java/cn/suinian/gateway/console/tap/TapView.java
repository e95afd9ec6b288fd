package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.explanation.Explanation;
import cn.suinian.core.authorization.explanation.Explanation.Judged;
import cn.suinian.core.authorization.explanation.Explanation.Judgement;
import cn.suinian.core.authorization.explanation.Explanation.Person;
import cn.suinian.core.authorization.explanation.Explanation.Rule;
import cn.suinian.core.authorization.explanation.Explanation.Told;
import cn.suinian.core.authorization.explanation.Explanation.Window;
import cn.suinian.core.authorization.explanation.UsedUp;
import cn.suinian.core.authorization.explanation.UsedUp.Unit;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.console.flags.TapFlags;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.gateway.console.today.ReasonText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation in plain words: everything the template prints, ready to print. */
public final class TapView {

    private final Frame frame;
    private final Explanation explanation;
    private final Circumstances circumstances;
    private final @Nullable List<TapFlags.OnTap> flags;
    private final boolean personToo;
    private final boolean flagsToo;

    /**
     * One thing and what is said of it.
     *
     * @param path where more of it is; null: nowhere
     */
    public record Row(String name, String value, @Nullable String path) {}

    /**
     * Everything that is known of a tap.
     *
     * @param flags null: they could not be read
     */
    record Story(
            Explanation explanation,
            Circumstances circumstances,
            @Nullable List<TapFlags.OnTap> flags) {}

    /**
     * What is said to one reader.
     *
     * @param personToo whether the holder is one of theirs; else what tells of the person is left out
     * @param flagsToo whether they may see what looks wrong; shown only of a holder of theirs, since it tells of them
     */
    TapView(Frame frame, Story story, boolean personToo, boolean flagsToo) {
        this.frame = frame;
        this.explanation = story.explanation();
        this.circumstances = story.circumstances();
        this.flags = story.flags();
        this.personToo = personToo;
        this.flagsToo = personToo && flagsToo;
    }

    /** The frame of the page. */
    public Frame frame() {
        return frame;
    }

    /** A phrase, with values for its placeholders. */
    public String say(TapText phrase, Object... values) {
        return phrase.in(language(), values);
    }

    /** What was tapped. */
    public List<Row> tap() {
        Told told = told();
        Answer answer = told.answer();
        int selfPay = answer.approved() ? told.amountFen() - answer.subsidyFen() : 0;
        List<Row> rows = new ArrayList<>();
        add(rows, TapText.ID, told.tapId().toString());
        add(rows, TapText.SERVICE, Names.service(told.service().code(), language()));
        add(rows, TapText.TAPPED, moment(told.tappedAt()));
        add(rows, TapText.RECEIVED, moment(told.receivedAt()));
        add(rows, TapText.AMOUNT, Figures.yuan(told.amountFen()));
        add(rows, TapText.SUBSIDY, Figures.yuan(answer.subsidyFen()));
        add(rows, TapText.SELF_PAY, Figures.yuan(selfPay));
        add(rows, TapText.SETTLED_IN, told.settleDate().toString());
        add(rows, TapText.REVERSAL, reversal(told.reversal()));
        return rows;
    }

    /** Where it was made, with what, and who pays. */
    public List<Row> circumstances() {
        List<Row> rows = new ArrayList<>();
        String vendor = circumstances.vendorName() + " (" + circumstances.vendorCode() + ")";
        add(rows, TapText.VENDOR, circumstances.vendorCode().isEmpty() ? say(TapText.NOT_KEPT) : vendor);
        add(rows, TapText.TERMINAL, Terminal.digits(circumstances.key().terminalId()));
        add(rows, TapText.CARD_NUMBER, circumstances.card().masked());
        Integer payer = circumstances.payer();
        if (personToo) {
            add(rows, TapText.PAYER, payer == null ? say(TapText.NOBODY) : Names.payer(payer, language()));
        }
        Direction direction = circumstances.direction();
        addIfGiven(rows, TapText.DIRECTION, direction == null ? null : say(Words.of(direction)));
        addIfGiven(rows, TapText.LINE, circumstances.line());
        addIfGiven(rows, TapText.STATION, circumstances.station());
        addIfGiven(rows, TapText.VEHICLE, circumstances.vehicle());
        Journey journey = told().answer().journey();
        addIfGiven(rows, TapText.JOURNEY, journey == null ? null : say(Words.of(journey.outcome())));
        TapId partner = circumstances.partner();
        if (partner != null) {
            rows.add(new Row(say(TapText.PARTNER), partner.toString(), TapPage.path(partner)));
        }
        if (told().service() == Service.MEAL) {
            int delivery = circumstances.deliverySubsidyFen();
            String paid = say(TapText.DELIVERY_PAID, Figures.yuan(delivery));
            add(rows, TapText.DELIVERED, delivery > 0 ? paid : say(TapText.NO_DELIVERY));
        }
        return rows;
    }

    /** Whether this reader is told what looks wrong about it. */
    public boolean flagsToo() {
        return flagsToo;
    }

    /** What looks wrong about it. */
    public List<Row> flags() {
        if (flags == null || flags.isEmpty()) {
            return List.of(new Row(
                    say(TapText.FLAGS), say(flags == null ? TapText.FLAGS_UNREADABLE : TapText.NO_FLAGS), null));
        }
        return flags.stream()
                .map(flag -> new Row(flag.title(language()), flag.line(language()), flag.path()))
                .toList();
    }

    /** How it was decided. */
    public List<Row> decision() {
        Told told = told();
        DeclineReason reason = told.answer().reason();
        List<Row> rows = new ArrayList<>();
        add(rows, TapText.OUTCOME, say(reason == null ? TapText.APPROVED : TapText.DECLINED));
        if (reason != null) {
            ReasonText text = ReasonText.of(reason.number());
            add(rows, TapText.REASON, text.title().in(language()));
            add(rows, TapText.HINT, text.hint().in(language()));
        }
        addRule(rows, told.rule());
        addLimit(rows, told.used());
        addJudgement(rows, told.judgement());
        Long held = told.denylistVersion();
        add(rows, TapText.DENYLIST, held == null ? say(TapText.NOT_SAID) : held.toString());
        return rows;
    }

    /** Whether the holder is served elsewhere, so that what tells of them is left out. */
    public boolean ofOthers() {
        return !personToo;
    }

    /** What the decision saw of the person; empty for a tap older than that record, and for readers elsewhere. */
    public List<Row> person() {
        Person person = explanation.person();
        List<Row> rows = new ArrayList<>();
        if (person == null || !personToo) {
            return rows;
        }
        add(rows, TapText.AGE, AgeBand.of(person.age()).in(language()));
        add(
                rows,
                TapText.HUKOU,
                person.hukou() == null
                        ? say(TapText.NO_HUKOU)
                        : Names.payer(person.hukou().code(), language()));
        String categories = person.categories().stream()
                .sorted()
                .map(category -> Words.of(category).in(language()))
                .collect(Collectors.joining(say(TapText.COMMA)));
        add(rows, TapText.CATEGORIES, categories.isEmpty() ? say(TapText.NONE) : categories);
        Long version = person.accountVersion();
        add(rows, TapText.ACCOUNT_VERSION, version == null ? say(TapText.NOT_KEPT) : version.toString());
        return rows;
    }

    private void addRule(List<Row> rows, @Nullable Rule rule) {
        if (rule == null) {
            add(rows, TapText.RULE, say(TapText.NO_RULE));
            return;
        }
        String whose = rule.district() == null
                ? say(TapText.WHOLE_CITY)
                : Names.payer(rule.district().code(), language());
        // A district's own rule tells where the person is registered.
        boolean nobodys = personToo || rule.district() == null;
        if (nobodys) {
            add(rows, TapText.RULE, say(TapText.RULE_LINE, rule.id(), name(rule.benefit()), whose, rule.validFrom()));
        }
        Window window = rule.window();
        if (window != null) {
            add(rows, TapText.HOURS, say(TapText.HOURS_LINE, window.from(), window.to()));
        }
        if (nobodys) {
            add(rows, TapText.BASIS, rule.basis());
        }
    }

    private String name(Benefit benefit) {
        return switch (language()) {
            case ZH -> benefit.zh();
            case EN -> benefit.en();
        };
    }

    private void addLimit(List<Row> rows, @Nullable UsedUp used) {
        if (used != null) {
            boolean money = used.unit() == Unit.FEN_OF_MONTH;
            add(
                    rows,
                    Words.of(used.unit()),
                    say(
                            TapText.USED_LINE,
                            money ? Figures.yuan(used.before()) : Figures.count(used.before()),
                            money ? Figures.yuan(used.after()) : Figures.count(used.after()),
                            money ? Figures.yuan(used.limit()) : Figures.count(used.limit())));
        }
    }

    private void addJudgement(List<Row> rows, @Nullable Judgement judgement) {
        if (judgement == null) {
            add(rows, TapText.CARD, say(TapText.NOT_KEPT));
            return;
        }
        add(rows, TapText.CARD, Words.of(judgement.card()).in(language()));
        add(rows, TapText.JUDGED, say(judgement.judged() == Judged.ONLINE ? TapText.ONLINE : TapText.AT_TAP_TIME));
        if (judgement.goodFaith()) {
            add(rows, TapText.GOOD_FAITH, say(TapText.GOOD_FAITH_LINE));
        }
    }

    private String reversal(@Nullable Reversal reversal) {
        return reversal == null
                ? say(TapText.STANDS)
                : say(
                        TapText.REVERSED_LINE,
                        moment(reversal.receivedAt()),
                        Words.of(reversal.cause()).in(language()));
    }

    private void add(List<Row> rows, TapText name, String value) {
        rows.add(new Row(say(name), value, null));
    }

    private void addIfGiven(List<Row> rows, TapText name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            add(rows, name, value);
        }
    }

    private static String moment(Instant moment) {
        return LocalDate.ofInstant(moment, Figures.ZONE) + " " + Figures.time(moment);
    }

    private Told told() {
        return explanation.told();
    }

    private Language language() {
        return frame.language();
    }
}
