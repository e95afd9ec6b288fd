package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.statement.format.StatementField;
import cn.suinian.settlement.statement.format.StatementFormat;
import java.util.Arrays;

/** What fields and forms of statements are called. */
final class FieldWords {
    private FieldWords() {}

    /** A column that is called as in our own formats, in words; one that the vendor named stays as it is. */
    static String column(String column, Language language) {
        return Arrays.stream(StatementField.values())
                .filter(field -> field.ownName().equals(column))
                .findFirst()
                .map(field -> of(field).in(language) + " · " + column)
                .orElse(column);
    }

    static FormatText of(StatementField field) {
        return switch (field) {
            case TAP_DATE -> FormatText.TAP_DATE;
            case TAPPED_AT -> FormatText.TAPPED_AT;
            case TERMINAL -> FormatText.TERMINAL;
            case TERMINAL_SEQ -> FormatText.TERMINAL_SEQ;
            case CARD -> FormatText.CARD;
            case SERVICE -> FormatText.SERVICE;
            case AMOUNT -> FormatText.AMOUNT;
            case SUBSIDY -> FormatText.SUBSIDY;
            case EXTRA -> FormatText.EXTRA;
            case PAYER -> FormatText.PAYER;
        };
    }

    static FormatText of(StatementFormat format) {
        return switch (format) {
            case CSV -> FormatText.CSV;
            case JSON_LINES -> FormatText.JSON_LINES;
            case FIXED -> FormatText.FIXED;
        };
    }
}
