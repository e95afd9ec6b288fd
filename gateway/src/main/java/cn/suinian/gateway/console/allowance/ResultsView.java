package cn.suinian.gateway.console.allowance;

import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.allowance.ResultCheck.Bad;
import cn.suinian.settlement.allowance.ResultCheck.Report;
import cn.suinian.settlement.allowance.ResultCheck.Wrong;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form for a bank's file, ready to print.
 *
 * @param report what stands against the file that was just sent; empty: none was
 */
public record ResultsView(FormView form, RunView run, List<Option> encodings, Optional<Report> report) {

    /**
     * A line that differs.
     *
     * @param path where something can be done about it; null: nowhere here
     */
    public record Row(
            String line,
            String payment,
            String why,
            String books,
            @Nullable String path) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(RunText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** How many lines differ; 0 when no file was sent. */
    public long wrong() {
        return report.map(Report::wrong).orElse(0L);
    }

    public int named() {
        return rows().size();
    }

    public List<Row> rows() {
        return report.map(Report::bad).orElse(List.of()).stream().map(this::row).toList();
    }

    private Row row(Bad bad) {
        boolean late = bad.why() == Wrong.RETURNED_AFTER_PAID;
        String books =
                bad.why() == Wrong.OTHER_OUTCOME || late ? CodeText.of(bad.known(), frame().language()) : bad.known();
        return new Row(
                Long.toString(bad.lineNo()),
                bad.paymentNo() == 0 ? "" : Long.toString(bad.paymentNo()),
                say(words(bad.why())),
                books,
                late
                        ? new Address(run.path() + LatePages.ASK)
                                .with("payment", bad.paymentNo())
                                .text()
                        : null);
    }

    private static RunText words(Wrong why) {
        return switch (why) {
            case UNREADABLE -> RunText.UNREADABLE;
            case NO_SUCH_PAYMENT -> RunText.NO_SUCH_PAYMENT;
            case OTHER_AMOUNT -> RunText.OTHER_AMOUNT;
            case OTHER_OUTCOME -> RunText.OTHER_OUTCOME;
            case RETURNED_AFTER_PAID -> RunText.RETURNED_AFTER_PAID;
        };
    }
}
