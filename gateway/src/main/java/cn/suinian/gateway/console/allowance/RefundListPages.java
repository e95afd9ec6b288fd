package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.gateway.console.allowance.ListView.ByDistrict;
import cn.suinian.gateway.console.allowance.ListView.Cell;
import cn.suinian.gateway.console.allowance.ListView.Column;
import cn.suinian.gateway.console.allowance.ListView.Filter;
import cn.suinian.gateway.console.allowance.ListView.Table;
import cn.suinian.gateway.console.allowance.ListView.Which;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.allowance.refund.RefundReads;
import cn.suinian.settlement.allowance.refund.RefundReads.Settled;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** In which districts something is owed to families, and what was given back. */
final class RefundListPages {

    static final String REFUNDS = "/allowance/refunds";

    private static final int PAGE = 50;

    private static final ByDistrict LIST = new ByDistrict(
            REFUNDS,
            AllowanceText.REFUNDS,
            AllowanceText.REFUNDS_LEAD,
            AllowanceText.REFUNDS_OPEN,
            AllowanceText.REFUNDS_SETTLED,
            AllowanceText.NO_REFUNDS_LINE);

    private final RefundReads reads;

    RefundListPages(RefundReads reads) {
        this.reads = reads;
    }

    static Filter filter(Frame frame, boolean city) {
        return LIST.filter(frame, city);
    }

    /** All districts that owe something, for whoever works for the whole city; what is settled is told of one. */
    Answer districts(Visit visit, Typed typed, Which which) throws SQLException {
        FormView form = visit.form(typed, Problems.NONE);
        if (which == Which.SETTLED) {
            return LinePages.list(LIST.settledOfNone(form));
        }
        List<List<Cell>> rows = new ArrayList<>();
        reads.countOpen(visit.actor())
                .forEach((district, open) -> rows.add(LIST.row(form.frame(), district, open.refunds(), open.fen())));
        return LinePages.list(
                LIST.districts(form, AllowanceText.REFUNDS_OPEN, rows, AllowanceText.NO_REFUNDS_ANYWHERE));
    }

    Answer settled(Visit visit, Typed typed, District district, boolean city) throws SQLException {
        FormView form = visit.form(typed, Problems.NONE);
        Frame frame = form.frame();
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Settled> found = reads.listSettled(visit.actor(), district, after, PAGE + 1);
        List<List<Cell>> rows =
                found.stream().limit(PAGE).map(RefundListPages::row).toList();
        String here = LIST.of(district).with("which", Which.SETTLED).text();
        List<Column> columns = new ArrayList<>(List.of(
                new Column(frame.say(AllowanceText.HOLDER), false),
                new Column(frame.say(AllowanceText.FOR_MONTH), false),
                new Column(frame.say(AllowanceText.AMOUNT), true)));
        columns.addAll(ByDistrict.settlement(frame));
        return LinePages.list(LIST.list(
                form,
                city,
                new Table(
                        frame.say(AllowanceText.REFUNDS_SETTLED_OF, Words.of(district, frame.language())),
                        columns,
                        rows),
                LinePages.turns(here, after, found.size() > PAGE ? after + PAGE : 0),
                AllowanceText.NO_REFUNDS_SETTLED));
    }

    private static List<Cell> row(Settled each) {
        return List.of(
                LinePages.holder(each.runNo(), each.holderId()),
                Cell.of(each.month().toString()),
                Cell.of(Figures.yuan(each.fen())),
                Cell.of(Figures.dateTime(each.at())),
                Cell.of(each.askedAs()),
                Cell.of(each.by()),
                Cell.of(each.evidence()));
    }
}
