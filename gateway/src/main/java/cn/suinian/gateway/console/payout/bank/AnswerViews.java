package cn.suinian.gateway.console.payout.bank;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.gateway.console.payout.word.Elsewhere;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.settlement.payout.BankAnswer;
import cn.suinian.settlement.payout.BankAnswer.Row;
import cn.suinian.settlement.payout.iso20022.StatusReport.Scope;
import cn.suinian.settlement.payout.iso20022.StatusReportXml;
import cn.suinian.settlement.payout.policy.BankVerdict.Effect;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages of the bank's answers, ready to print. */
public final class AnswerViews {

    private static final Pattern BATCH = Pattern.compile("SNB0*([0-9]{1,12})");

    private AnswerViews() {}

    private static BankText of(Effect effect) {
        return switch (effect) {
            case ACCEPTED -> BankText.ACCEPTED;
            case REJECTED -> BankText.REJECTED;
            case RETURNED -> BankText.RETURNED;
            case NOTED -> BankText.NOTED;
            case UNCHANGED -> BankText.UNCHANGED;
            case UNKNOWN_ID -> BankText.UNKNOWN_ID;
            case UNKNOWN_STATUS -> BankText.UNKNOWN_STATUS;
            case CONTRADICTS -> BankText.CONTRADICTS;
            case AMOUNT_DIFFERS -> BankText.AMOUNT_DIFFERS;
        };
    }

    private static String tone(Effect effect) {
        return switch (effect) {
            case ACCEPTED -> "good";
            case NOTED, UNCHANGED -> "over";
            case REJECTED, RETURNED -> "wait";
            case UNKNOWN_ID, UNKNOWN_STATUS, CONTRADICTS, AMOUNT_DIFFERS -> "bad";
        };
    }

    /** How many rows did nothing, so that somebody has to ask the bank. */
    static long undone(BankAnswer answer) {
        return answer.rows().stream().filter(row -> order(row.effect()) == 0).count();
    }

    /** What was not done stands first. */
    private static int order(Effect effect) {
        return switch (effect) {
            case UNKNOWN_ID, UNKNOWN_STATUS, CONTRADICTS, AMOUNT_DIFFERS -> 0;
            case REJECTED, RETURNED -> 1;
            case ACCEPTED -> 2;
            case NOTED, UNCHANGED -> 3;
        };
    }

    private static BankText of(Scope scope) {
        return switch (scope) {
            case GROUP -> BankText.GROUP;
            case PAYMENT_INFORMATION -> BankText.PAYMENT_INFORMATION;
            case TRANSACTION -> BankText.TRANSACTION;
        };
    }

    private static Link batch(String originalId) {
        Matcher ours = BATCH.matcher(originalId);
        return ours.matches() ? new Link(originalId, "/payouts/" + ours.group(1)) : Link.of(originalId);
    }

    /** The answers so far and the form that takes another. */
    public record ListView(
            FormView form,
            List<BankAnswer> answers,
            @Nullable String first,
            @Nullable String older) {

        /** One of them. */
        public record Line(String number, String path, String name, Link batch, String by, String at) {}

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public boolean prepares() {
            return frame().visitor().may(Permission.PAYOUT_PREPARE);
        }

        public int mostBytes() {
            return StatusReportXml.MOST_BYTES;
        }

        public List<Line> lines() {
            return answers.stream()
                    .map(answer -> new Line(
                            Long.toString(answer.fileNo()),
                            "/payouts/answers/" + answer.fileNo(),
                            answer.name(),
                            batch(answer.originalId()),
                            answer.receivedAs(),
                            Figures.dateTime(answer.receivedAt())))
                    .toList();
        }
    }

    /**
     * One answer.
     *
     * @param effect rows of this effect only; empty: all
     * @param from the first row of this page
     */
    public record OneView(FormView form, BankAnswer answer, Optional<Effect> effect, long from) {

        /** How many rows came to the same. */
        public record Sum(String effect, String tone, String count, String path) {}

        /** A row. */
        public record StatusLine(
                String scope,
                String id,
                String code,
                @Nullable String reason,
                @Nullable String amount,
                String effect,
                String tone,
                @Nullable String payment) {}

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public String title() {
            return say(BankText.ANSWER, answer.fileNo());
        }

        public Link batch() {
            return AnswerViews.batch(answer.originalId());
        }

        public Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(say(BankText.NAME), answer.name());
            facts.put(say(BankText.MESSAGE), answer.messageId());
            facts.put(say(BankText.BATCH), answer.originalId());
            facts.put(say(BankText.RECEIVED), answer.receivedAs() + " · " + Figures.dateTime(answer.receivedAt()));
            return facts;
        }

        public List<Sum> sums() {
            return Arrays.stream(Effect.values())
                    .filter(each -> answer.count(each) > 0)
                    .sorted(Comparator.comparingInt(AnswerViews::order))
                    .map(each -> new Sum(
                            say(of(each)),
                            tone(each),
                            Figures.count(answer.count(each)),
                            here().with("effect", each.name()).toString()))
                    .toList();
        }

        public List<Option> effects() {
            return Arrays.stream(Effect.values())
                    .map(each -> new Option(each.name(), say(of(each))))
                    .toList();
        }

        public String path() {
            return here().toString();
        }

        private Address here() {
            return new Address("/payouts/answers/" + answer.fileNo());
        }

        public Slice<Row> slice() {
            List<Row> rows = answer.rows().stream()
                    .filter(row -> effect.isEmpty() || row.effect() == effect.get())
                    .sorted(Comparator.comparingInt(row -> order(row.effect())))
                    .toList();
            return Slice.from(
                    rows, from, here().with("effect", effect.map(Enum::name).orElse(null)), "from");
        }

        public List<StatusLine> lines() {
            return slice().rows().stream()
                    .map(row -> new StatusLine(
                            say(of(row.scope())),
                            row.id(),
                            row.status(),
                            BankReason.text(row.reason(), frame().language()),
                            row.effect() == Effect.AMOUNT_DIFFERS && row.amount() != null
                                    ? say(BankText.BANK_AMOUNT, row.amount())
                                    : null,
                            say(of(row.effect())),
                            tone(row.effect()),
                            row.paymentNo() == null ? null : Elsewhere.payment(Long.toString(row.paymentNo()))))
                    .toList();
        }
    }
}
