package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.statement.MappingTrial;
import cn.suinian.settlement.statement.format.StatementField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor writes, ready to print.
 *
 * @param vendorId -1: none is chosen yet
 * @param version that is in force
 * @param trial what came of a sample; null: none was tried
 */
public record FormatView(
        FormView form,
        VendorNames vendors,
        int vendorId,
        int version,
        @Nullable MappingTrial trial) {
    static final int SHOWN = 10;

    /** A field and where it is. */
    public record Source(String input, String name, boolean needed, String value) {}

    /** A row of the sample, as it was read. */
    public record SampleRow(
            String line,
            String time,
            String terminal,
            String number,
            String card,
            String service,
            String amount,
            String subsidy) {}

    /** A line of the sample that is no row. */
    public record SampleFault(String line, String column, String shown, String why) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public boolean chosen() {
        return vendorId >= 0;
    }

    public String vendor() {
        return vendors.name(vendorId);
    }

    public boolean maySave() {
        return frame().visitor().may(Permission.RECONCILE_APPROVE);
    }

    public boolean mayTry() {
        return frame().visitor().may(Permission.RECONCILE_ACT);
    }

    public List<Option> known() {
        return List.of(
                new Option("OWN_CSV", say(FormatText.OWN_CSV)),
                new Option("OWN_JSON_LINES", say(FormatText.OWN_JSON_LINES)),
                new Option("TRANSIT_CLEARING", say(FormatText.TRANSIT_CLEARING)));
    }

    public List<Option> formats() {
        return List.of(
                new Option("CSV", say(FormatText.CSV)),
                new Option("JSON_LINES", say(FormatText.JSON_LINES)),
                new Option("FIXED", say(FormatText.FIXED)));
    }

    public List<Option> charsets() {
        return List.of(new Option("UTF-8", "UTF-8"), new Option("GB18030", "GB18030"));
    }

    public List<Option> units() {
        return List.of(new Option("FEN", say(FormatText.FEN)), new Option("YUAN", say(FormatText.YUAN)));
    }

    public List<Option> times() {
        return List.of(
                new Option("ISO", "2026-11-16T12:00:00+08:00"),
                new Option("SPACED", "2026-11-16 12:00:00"),
                new Option("COMPACT", "20261116120000"));
    }

    /** Every field. */
    public List<Source> sources() {
        return Arrays.stream(StatementField.values())
                .map(field -> new Source(
                        FormatForm.input(field),
                        say(FieldWords.of(field)),
                        field.needed(),
                        form.value(FormatForm.input(field))))
                .toList();
    }

    /** What the sample came to. */
    public Map<String, String> tried() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (trial != null) {
            facts.put(
                    say(FormatText.HEADER),
                    vendor() + " · " + trial.header().vendorCode() + " · "
                            + trial.header().day());
            facts.put(say(FormatText.GOOD), Figures.count(trial.good()));
            facts.put(say(FormatText.BAD), Figures.count(trial.bad()));
            facts.put(
                    say(FormatText.TRAILER),
                    trial.trailer()
                            .map(end -> Figures.count(end.rows()) + " · " + Words.money(end.amountFen()) + " · "
                                    + Words.money(end.subsidyFen()))
                            .orElseGet(() -> say(FormatText.NO_TRAILER)));
        }
        return facts;
    }

    public List<SampleRow> rows() {
        return trial == null
                ? List.of()
                : trial.rows().stream()
                        .map(row -> new SampleRow(
                                Figures.count(row.lineNo()),
                                Figures.dateTime(row.tappedAt()),
                                Long.toString(row.terminalId()),
                                Long.toString(row.terminalSeq()),
                                Integer.toString(row.cardSerial()),
                                Words.service(row.service(), frame().language()),
                                Words.money(row.amountFen()),
                                Words.money(row.subsidyFen())))
                        .toList();
    }

    public List<SampleFault> faults() {
        return trial == null
                ? List.of()
                : trial.faults().stream()
                        .map(fault -> new SampleFault(
                                Figures.count(fault.lineNo()),
                                FieldWords.column(fault.field(), frame().language()),
                                fault.shown(),
                                frame().language() == Language.ZH
                                        ? fault.problem().zh()
                                        : fault.problem().en()))
                        .toList();
    }
}
