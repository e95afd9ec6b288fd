package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.statement.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of statements, ready to print.
 *
 * @param form of the filter
 * @param first where the first page is; null: this is it
 * @param older where the next page is; null: there is none
 */
public record StatementsView(
        FormView form,
        VendorNames vendors,
        List<Statement> statements,
        @Nullable String first,
        @Nullable String older) {

    /** One of them. */
    public record Row(
            String path,
            String number,
            String vendor,
            String code,
            String day,
            String file,
            String received,
            String good,
            String bad,
            String amount,
            String subsidy,
            String state,
            String tone) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase) {
        return frame().say(phrase);
    }

    /** States as choices. */
    public List<Option> states() {
        return Arrays.stream(Statement.State.values())
                .map(state -> new Option(state.name(), say(text(state))))
                .toList();
    }

    /** Whether anything was asked for. */
    public boolean filtered() {
        return form.typed().all().values().stream()
                .anyMatch(given -> !given.get(0).isEmpty());
    }

    /** Every row. */
    public List<Row> rows() {
        return statements.stream().map(this::row).toList();
    }

    private Row row(Statement each) {
        return new Row(
                "/reconciliation/statements/" + each.statementId(),
                Integer.toString(each.statementId()),
                vendors.name(each.vendorId()),
                vendors.code(each.vendorId()),
                each.day().toString(),
                each.label(),
                each.receivedAs() + " · " + Figures.dateTime(each.receivedAt()),
                Figures.count(each.counts().good()),
                Figures.count(each.counts().bad()),
                money(each.counts().amountFen()),
                money(each.counts().subsidyFen()),
                say(text(each.state())),
                tone(each.state()));
    }

    /** What the vendor states is of all payers, and so not for staff of one. */
    private String money(long fen) {
        return frame().visitor().city() ? Words.money(fen) : "—";
    }

    static StatementText text(Statement.State state) {
        return switch (state) {
            case READY -> StatementText.READY;
            case HELD -> StatementText.HELD;
            case WITHDRAWN -> StatementText.WITHDRAWN;
        };
    }

    static String tone(Statement.State state) {
        return switch (state) {
            case READY -> "good";
            case HELD -> "bad";
            case WITHDRAWN -> "over";
        };
    }
}
