package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.gateway.console.allowance.ListView.Cell;
import cn.suinian.gateway.console.allowance.ListView.Choice;
import cn.suinian.gateway.console.allowance.ListView.Column;
import cn.suinian.gateway.console.allowance.ListView.Filter;
import cn.suinian.gateway.console.allowance.ListView.Head;
import cn.suinian.gateway.console.allowance.ListView.Link;
import cn.suinian.gateway.console.allowance.ListView.Nothing;
import cn.suinian.gateway.console.allowance.ListView.Table;
import cn.suinian.gateway.console.allowance.ListView.Turns;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Address;
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

    private final RefundReads reads;

    RefundListPages(RefundReads reads) {
        this.reads = reads;
    }

    /** What is listed of a district. */
    enum Which {
        OPEN,
        SETTLED
    }

    static Filter filter(Frame frame, boolean city) {
        Choice which = new Choice(
                "which",
                frame.say(AllowanceText.STATE),
                List.of(
                        new Option(Which.OPEN.name(), frame.say(AllowanceText.REFUNDS_OPEN)),
                        new Option(Which.SETTLED.name(), frame.say(AllowanceText.REFUNDS_SETTLED))),
                null);
        Choice district = new Choice(
                "district",
                frame.say(AllowanceText.DISTRICT),
                Words.districts(frame.language()),
                frame.say(AllowanceText.ALL_DISTRICTS));
        return new Filter(REFUNDS, city ? List.of(district, which) : List.of(which), frame.say(AllowanceText.SHOW));
    }

    /** All districts that owe something, for whoever works for the whole city; what is settled is told of one. */
    Answer districts(Visit visit, Typed typed, Which which) throws SQLException {
        FormView form = visit.form(typed, Problems.NONE);
        Frame frame = form.frame();
        List<List<Cell>> rows = new ArrayList<>();
        if (which == Which.SETTLED) {
            Table none = new Table(frame.say(AllowanceText.REFUNDS_SETTLED), List.of(), rows);
            return page(form, filter(frame, true), none, new Turns(null, null), AllowanceText.SETTLED_BY_DISTRICT);
        }
        reads.countOpen(visit.actor())
                .forEach((district, open) -> rows.add(List.of(
                        new Cell(
                                Words.of(district, frame.language()),
                                new Address(REFUNDS).with("district", district).text()),
                        Cell.of(Figures.count(open.refunds())),
                        Cell.of(Figures.yuan(open.fen())))));
        Table table = new Table(
                frame.say(AllowanceText.REFUNDS_OPEN),
                List.of(
                        new Column(frame.say(AllowanceText.DISTRICT), false),
                        new Column(frame.say(AllowanceText.REFUNDS_OPEN), true),
                        new Column(frame.say(AllowanceText.AMOUNT), true)),
                rows);
        return page(form, filter(frame, true), table, new Turns(null, null), AllowanceText.NO_REFUNDS_ANYWHERE);
    }

    Answer settled(Visit visit, Typed typed, District district, boolean city) throws SQLException {
        FormView form = visit.form(typed, Problems.NONE);
        Frame frame = form.frame();
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Settled> found = reads.listSettled(visit.actor(), district, after, PAGE + 1);
        List<List<Cell>> rows =
                found.stream().limit(PAGE).map(RefundListPages::row).toList();
        String here = new Address(REFUNDS)
                .with("district", district)
                .with("which", Which.SETTLED)
                .text();
        Table table = new Table(
                frame.say(AllowanceText.REFUNDS_SETTLED_OF, Words.of(district, frame.language())),
                List.of(
                        new Column(frame.say(AllowanceText.HOLDER), false),
                        new Column(frame.say(AllowanceText.FOR_MONTH), false),
                        new Column(frame.say(AllowanceText.AMOUNT), true),
                        new Column(frame.say(AllowanceText.SETTLED_AT), false),
                        new Column(frame.say(AllowanceText.COLLECTION_ASKED), false),
                        new Column(frame.say(AllowanceText.SETTLED_BY), false),
                        new Column(frame.say(AllowanceText.COLLECTION_REASON), false)),
                rows);
        return page(
                form,
                filter(frame, city),
                table,
                LinePages.turns(here, after, found.size() > PAGE ? after + PAGE : 0),
                AllowanceText.NO_REFUNDS_SETTLED);
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

    private static Answer page(FormView form, Filter filter, Table table, Turns turns, AllowanceText nothing) {
        Frame frame = form.frame();
        return LinePages.list(new ListView(
                form,
                new Head(frame.say(AllowanceText.REFUNDS), frame.say(AllowanceText.REFUNDS_LEAD)),
                new Link("/allowance", frame.say(AllowanceText.ALL_MONTHS)),
                filter,
                table,
                turns,
                new Nothing(frame.say(nothing), frame.say(AllowanceText.NO_REFUNDS_LINE))));
    }
}
