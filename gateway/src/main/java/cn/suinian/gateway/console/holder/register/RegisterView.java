package cn.suinian.gateway.console.holder.register;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.holder.word.Dates;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A step, ready to print.
 *
 * @param alike holders of the same name and birthday, masked
 */
public record RegisterView(FormView form, Step step, Scope scope, List<Namesake> alike) {

    /** A field whose name depends on a category. */
    public record Claim(String name, String from, String until, String evidence, boolean graded) {}

    /** Somebody alike. */
    public record Alike(String path, boolean visible, String name, String line) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(RegisterText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String say(WordText phrase) {
        return frame().say(phrase);
    }

    public String say(Consent phrase) {
        return frame().say(phrase);
    }

    /** What is called what on top. */
    public List<String> steps() {
        return List.of(
                say(RegisterText.STEP_DOCUMENT),
                say(RegisterText.STEP_PERSON),
                say(RegisterText.STEP_RESIDENCE),
                say(RegisterText.STEP_CHECK),
                say(RegisterText.STEP_DONE));
    }

    /** The name of the template's part. */
    public String stepName() {
        return step.name();
    }

    public int shownAs() {
        return step.shownAs();
    }

    public List<String> carried() {
        return step.carried();
    }

    public boolean first() {
        return step == Step.DOCUMENT;
    }

    /** Whether the page is read before anything is typed, so that keys begin above it and not in the head. */
    public boolean startsAtTitle() {
        return (step == Step.CHECK || step == Step.ALIKE) && !form.problems().any();
    }

    public boolean asksForBirth() {
        return draft().asksForBirth();
    }

    public List<Option> kinds() {
        return Words.documents(language());
    }

    public List<Option> sexes() {
        return Words.sexes(language());
    }

    public List<Option> grades() {
        return Words.grades(language());
    }

    /** Districts that this clerk may register for. */
    public List<Option> districts() {
        return Words.districts(language()).stream()
                .filter(option -> scope.sees(District.valueOf(option.value())))
                .toList();
    }

    /** Every district, and none. */
    public List<Option> hukous() {
        List<Option> options = new ArrayList<>(List.of(new Option("NONE", say(WordText.NO_HUKOU))));
        options.addAll(Words.districts(language()));
        return options;
    }

    /** A box for each category. */
    public List<Option> ticks() {
        return Arrays.stream(Category.values())
                .map(category ->
                        new Option(Step.tick(category), Words.of(category).in(language())))
                .toList();
    }

    /** What is asked of each category that was ticked. */
    public List<Claim> claims() {
        return draft().categories().stream()
                .map(category -> new Claim(
                        Words.of(category).in(language()),
                        Step.from(category),
                        Step.until(category),
                        Step.evidence(category),
                        category == Category.MODERATELY_DISABLED))
                .toList();
    }

    /** All that was typed, to be looked at. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        draft().kind().ifPresent(kind -> facts.put(Words.of(kind, language()), text("number")));
        facts.put(say(WordText.NAME), text("name"));
        LocalDate bornOn = draft().bornOn();
        facts.put(say(RegisterText.BORN_ON), bornOn == null ? say(WordText.NOT_GIVEN) : bornOn.toString());
        if (asksForBirth()) {
            facts.put(say(RegisterText.BIRTH_EVIDENCE), text("birthEvidence"));
        }
        Sex sex = draft().sex();
        facts.put(
                say(WordText.SEX),
                sex == null ? say(WordText.NOT_GIVEN) : Words.of(sex).in(language()));
        facts.put(say(WordText.PHONE), orNone(text("phone")));
        facts.put(say(WordText.BANK_ACCOUNT), orNone(text("bankAccount")));
        form.typed()
                .choice("district", District.class)
                .ifPresent(district -> facts.put(say(RegisterText.DISTRICT), Words.of(district, language())));
        facts.put(
                say(RegisterText.HUKOU),
                form.typed()
                        .choice("hukou", District.class)
                        .map(district -> Words.of(district, language()))
                        .orElseGet(() -> say(WordText.NO_HUKOU)));
        if (form.typed().choice("hukou", District.class).isPresent()) {
            facts.put(
                    say(RegisterText.HUKOU_SINCE),
                    Dates.find(form.typed(), "hukouSince")
                            .map(LocalDate::toString)
                            .orElseGet(() -> say(RegisterText.HUKOU_SINCE_TODAY)));
            facts.put(say(RegisterText.HUKOU_EVIDENCE), orNone(text("hukouEvidence")));
        }
        List<Claim> claims = claims();
        if (claims.isEmpty()) {
            facts.put(say(RegisterText.CATEGORIES_CHOSEN), say(WordText.NOT_GIVEN));
        }
        claims.forEach(claim -> facts.put(claim.name(), details(claim)));
        return facts;
    }

    /** From when, until when, which level, and how it is known. */
    private String details(Claim claim) {
        List<String> details = new ArrayList<>();
        Dates.find(form.typed(), claim.from()).ifPresent(from -> details.add(say(RegisterText.CLAIM_FROM, from)));
        details.add(Dates.find(form.typed(), claim.until())
                .map(until -> say(RegisterText.CLAIM_UNTIL, until))
                .orElseGet(() -> say(RegisterText.CLAIM_OPEN)));
        if (claim.graded()) {
            form.typed()
                    .choice("grade", CategoryClaim.Grade.class)
                    .ifPresent(grade -> details.add(Words.of(grade).in(language())));
        }
        details.add(say(RegisterText.CLAIM_EVIDENCE, orNone(text(claim.evidence()))));
        return String.join(say(WordText.COMMA), details);
    }

    /** Whoever has this name and birthday. */
    public List<Alike> people() {
        return alike.stream()
                .map(each -> new Alike("/holders/" + each.holderId(), each.visible(), each.name(), whatIsSaidOf(each)))
                .toList();
    }

    private String whatIsSaidOf(Namesake namesake) {
        String district = Words.of(namesake.district(), language());
        Hit seen = namesake.seen();
        return seen == null
                ? say(RegisterText.ALIKE_ELSEWHERE, district)
                : String.join(say(WordText.COMMA), seen.documents()) + say(WordText.COMMA) + district;
    }

    /** Their numbers, which the clerk says are others. */
    public String alikeNumbers() {
        return alike.stream().map(each -> Long.toString(each.holderId())).collect(Collectors.joining(","));
    }

    private Draft draft() {
        return new Draft(form.typed());
    }

    private String text(String name) {
        return form.typed().text(name);
    }

    private String orNone(String value) {
        return value.isEmpty() ? say(WordText.NOT_GIVEN) : value;
    }

    private Language language() {
        return frame().language();
    }
}
