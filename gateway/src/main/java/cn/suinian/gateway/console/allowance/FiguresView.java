package cn.suinian.gateway.console.allowance;

import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.settlement.allowance.RunFigures.Compared;
import cn.suinian.settlement.allowance.RunFigures.Figure;
import java.util.List;

/** A run that was added up again, ready to print. */
public record FiguresView(RunView run, List<Compared> compared) {

    /** A comparison. */
    public record Row(String figure, String said, String found, String tone, String verdict) {}

    public String say(RunText phrase, Object... values) {
        return run.say(phrase, values);
    }

    public boolean allAgree() {
        return compared.stream().allMatch(Compared::agrees);
    }

    public List<Row> rows() {
        return compared.stream().map(this::row).toList();
    }

    private Row row(Compared each) {
        boolean people = each.figure() == Figure.TWICE;
        return new Row(
                say(words(each.figure())),
                people ? Figures.count(each.said()) : Figures.money(each.said()),
                people ? Figures.count(each.found()) : Figures.money(each.found()),
                each.agrees() ? "good" : "bad",
                say(each.agrees() ? RunText.AGREES : RunText.DIFFERS));
    }

    private static RunText words(Figure figure) {
        return switch (figure) {
            case PAYABLE -> RunText.FIGURE_PAYABLE;
            case RECOVERY -> RunText.FIGURE_RECOVERY;
            case WITHDRAWN -> RunText.FIGURE_WITHDRAWN;
            case PAYMENTS -> RunText.FIGURE_PAYMENTS;
            case BOOKS_OWED -> RunText.FIGURE_BOOKS_OWED;
            case BOOKS_PAID -> RunText.FIGURE_BOOKS_PAID;
            case TWICE -> RunText.FIGURE_TWICE;
        };
    }
}
