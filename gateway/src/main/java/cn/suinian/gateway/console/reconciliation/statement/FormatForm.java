package cn.suinian.gateway.console.reconciliation.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.settlement.statement.format.AmountUnit;
import cn.suinian.settlement.statement.format.StatementField;
import cn.suinian.settlement.statement.format.StatementFormat;
import cn.suinian.settlement.statement.format.StatementMapping;
import cn.suinian.settlement.statement.format.TimeForm;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping as fields of a form, and back. */
final class FormatForm {
    private static final Map<String, Charset> CHARSETS = Map.of("UTF-8", UTF_8, "GB18030", Charset.forName("GB18030"));

    private FormatForm() {}

    /** Formats that many vendors have. */
    enum KnownFormat {
        OWN_CSV,
        OWN_JSON_LINES,
        TRANSIT_CLEARING;

        StatementMapping mapping() {
            return switch (this) {
                case OWN_CSV -> StatementMapping.OWN_CSV;
                case OWN_JSON_LINES -> StatementMapping.OWN_JSON_LINES;
                case TRANSIT_CLEARING -> StatementMapping.TRANSIT_CLEARING;
            };
        }
    }

    /** The name of the input of a field's source. */
    static String input(StatementField field) {
        return "source-" + field.name();
    }

    static Typed typed(int vendorId, String known, StatementMapping mapping) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("vendor", Integer.toString(vendorId));
        values.put("known", known);
        values.put("format", mapping.format().name());
        values.put("charset", mapping.charset().name());
        values.put("unit", mapping.unit().name());
        values.put("times", mapping.times().name());
        for (StatementField field : StatementField.values()) {
            values.put(input(field), mapping.sources().getOrDefault(field, ""));
        }
        return Typed.of(values);
    }

    /** The mapping that was typed; stops with everything that is not chosen. */
    static StatementMapping mapping(Typed typed) {
        Optional<StatementFormat> format = typed.choice("format", StatementFormat.class);
        Optional<AmountUnit> unit = typed.choice("unit", AmountUnit.class);
        Optional<TimeForm> times = typed.choice("times", TimeForm.class);
        Charset charset = CHARSETS.get(typed.text("charset"));
        Problems problems = Problems.NONE;
        problems = format.isEmpty() ? problems.and("format", FormatText.CHOOSE_ONE) : problems;
        problems = charset == null ? problems.and("charset", FormatText.CHOOSE_ONE) : problems;
        problems = unit.isEmpty() ? problems.and("unit", FormatText.CHOOSE_ONE) : problems;
        problems = times.isEmpty() ? problems.and("times", FormatText.CHOOSE_ONE) : problems;
        problems.stopIfAny();
        Map<StatementField, String> sources = new EnumMap<>(StatementField.class);
        for (StatementField field : StatementField.values()) {
            typed.find(input(field)).ifPresent(source -> sources.put(field, source));
        }
        return new StatementMapping(
                0,
                format.orElseThrow(),
                charset == null ? UTF_8 : charset,
                unit.orElseThrow(),
                times.orElseThrow(),
                sources);
    }
}
