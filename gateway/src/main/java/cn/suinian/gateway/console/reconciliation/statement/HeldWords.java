package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.Statement.Held;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.util.List;
import java.util.stream.Stream;

/** Why a statement is held, in words: which total differs, what each side has, and by how much. */
final class HeldWords {
    private HeldWords() {}

    /** A sentence for each reason; none: it is not held. */
    static List<String> of(Statement statement, Language language) {
        return causes(statement)
                .map(why -> cause(why, language)
                        + statement
                                .trailer()
                                .map(trailer -> difference(why, trailer, statement.counts(), language))
                                .orElse(""))
                .toList();
    }

    /** The same without what each side has. */
    static List<String> causes(Statement statement, Language language) {
        return causes(statement).map(why -> cause(why, language)).toList();
    }

    private static Stream<Held> causes(Statement statement) {
        return statement.state() == Statement.State.HELD
                ? statement.held().stream().sorted()
                : Stream.empty();
    }

    private static String cause(Held why, Language language) {
        return language == Language.ZH ? why.zh() : why.en();
    }

    private static String difference(Held why, Trailer trailer, Statement.Counts counts, Language language) {
        return switch (why) {
            case TRAILER_MISSING -> "";
            case ROWS_DIFFER -> rows(trailer.rows(), counts.good() + counts.bad(), language);
            case AMOUNT_DIFFERS -> money(trailer.amountFen(), counts.amountFen(), language);
            case SUBSIDY_DIFFERS -> money(trailer.subsidyFen(), counts.subsidyFen(), language);
        };
    }

    private static String rows(long trailer, long rows, Language language) {
        String apart = (trailer > rows ? "+" : "") + Figures.count(trailer - rows);
        return StatementText.HELD_APART.in(language, Figures.count(trailer), Figures.count(rows), apart);
    }

    private static String money(long trailer, long rows, Language language) {
        return StatementText.HELD_APART.in(
                language, Words.money(trailer), Words.money(rows), Words.difference(trailer - rows));
    }
}
