package cn.suinian.gateway.console.allowance;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.ListView.Cell;
import cn.suinian.gateway.console.allowance.ListView.Choice;
import cn.suinian.gateway.console.allowance.ListView.Column;
import cn.suinian.gateway.console.allowance.ListView.Filter;
import cn.suinian.gateway.console.allowance.ListView.Head;
import cn.suinian.gateway.console.allowance.ListView.Link;
import cn.suinian.gateway.console.allowance.ListView.Nothing;
import cn.suinian.gateway.console.allowance.ListView.Table;
import cn.suinian.gateway.console.allowance.ListView.Turns;
import cn.suinian.gateway.console.allowance.account.KeptView;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.Note;
import cn.suinian.settlement.allowance.RunReads.Line;
import cn.suinian.settlement.allowance.RunReads.Returned;
import cn.suinian.settlement.allowance.policy.Ordered;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The people of a run: who is paid or owes what, who is left out or changed, whose payment came back, and why. */
final class LinePages {

    private static final int PAGE = 50;

    private final AllowanceOffice office;

    LinePages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        Permission may = Permission.ALLOWANCE_VIEW;
        return List.of(
                ConsoleRoute.get(RunPages.RUN + "/lines", may, this::lines),
                ConsoleRoute.get(RunPages.RUN + "/differences", may, this::differences),
                ConsoleRoute.get(RunPages.RUN + "/returned", may, this::returned),
                ConsoleRoute.get(RunPages.RUN + "/holders/:holder", may, this::holder));
    }

    private Answer lines(Visit visit) throws SQLException {
        Typed asked = asked(visit, "kind");
        FormView form = visit.form(asked, Problems.NONE);
        RunView run = view(visit, form);
        Optional<Ordered.Kind> kind = asked.choice("kind", Ordered.Kind.class);
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Line> lines = office.reads().listLines(visit.actor(), run.run().runNo(), kind.orElse(null), after, PAGE);
        long last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).holderId();
        boolean full = new TreeSet<>(lines.stream().map(Line::holderId).toList()).size() == PAGE;
        String here = new Address(run.path() + "/lines")
                .with("kind", kind.map(Enum::name).orElse(null))
                .text();
        Language language = form.frame().language();
        List<List<Cell>> rows =
                lines.stream().map(each -> line(run, each, language)).toList();
        return list(new ListView(
                form,
                new Head(run.say(RunText.LIST_LINES), run.name()),
                back(run),
                new Filter(
                        run.path() + "/lines",
                        List.of(new Choice(
                                "kind",
                                run.say(RunText.KIND),
                                options(Ordered.Kind.values(), language),
                                run.say(RunText.ALL_KINDS))),
                        form.frame().say(AllowanceText.SHOW)),
                new Table(
                        run.say(RunText.LIST_LINES),
                        List.of(
                                new Column(form.frame().say(AllowanceText.HOLDER), false),
                                new Column(run.say(RunText.FOR_MONTH), false),
                                new Column(run.say(RunText.KIND), false),
                                new Column(run.say(RunText.TIER), false),
                                new Column(run.say(RunText.REASON), false),
                                new Column(form.frame().say(AllowanceText.AMOUNT), true)),
                        rows),
                turns(here, after, full ? last : 0),
                new Nothing(run.say(RunText.NO_LINES), run.say(RunText.NO_LINES_LINE))));
    }

    private static List<Cell> line(RunView run, Line each, Language language) {
        int fromAge = each.line().fromAge();
        return List.of(
                holder(run, each.holderId()),
                Cell.of(each.line().month().toString()),
                Cell.of(CodeText.of(each.line().kind(), language)),
                Cell.of(fromAge == 0 ? "" : run.say(RunText.FROM_AGE, fromAge)),
                Cell.of(CodeText.of(each.line().reason(), language)),
                Cell.of(Figures.yuan(each.line().fen())));
    }

    private Answer differences(Visit visit) throws SQLException {
        Typed asked = asked(visit, "kind", "reason");
        Note.Kind kind = asked.choice("kind", Note.Kind.class).orElse(Note.Kind.EXCLUDED);
        String reason = asked.text("reason");
        FormView form = visit.form(asked.with("kind", kind.name()), Problems.NONE);
        RunView run = view(visit, form);
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Note> found = office.reads().listNotes(visit.actor(), run.run().runNo(), kind, reason, after, PAGE + 1);
        List<Note> notes = found.subList(0, Math.min(PAGE, found.size()));
        String here = new Address(run.path() + "/differences")
                .with("kind", kind)
                .with("reason", reason)
                .text();
        Language language = form.frame().language();
        List<List<Cell>> rows =
                notes.stream().map(each -> note(run, each, language)).toList();
        return list(new ListView(
                form,
                new Head(run.say(RunText.DIFFERENCES), run.name()),
                back(run),
                new Filter(
                        run.path() + "/differences",
                        List.of(
                                new Choice("kind", run.say(RunText.WHAT), options(Note.Kind.values(), language), null),
                                new Choice(
                                        "reason",
                                        run.say(RunText.REASON),
                                        reasons(visit, run, kind, language),
                                        run.say(RunText.ALL_KINDS))),
                        form.frame().say(AllowanceText.SHOW)),
                new Table(
                        CodeText.of(kind, language),
                        List.of(
                                new Column(form.frame().say(AllowanceText.HOLDER), false),
                                new Column(run.say(RunText.REASON), false),
                                new Column(run.say(RunText.BEFORE), true),
                                new Column(run.say(RunText.AFTER), true)),
                        rows),
                turns(here, after, found.size() > PAGE ? notes.get(PAGE - 1).holderId() : 0),
                new Nothing(run.say(RunText.NO_LINES), run.say(RunText.NO_LINES_LINE))));
    }

    private static List<Cell> note(RunView run, Note each, Language language) {
        return List.of(
                holder(run, each.holderId()),
                Cell.of(CodeText.of(each.reason(), language)),
                Cell.of(Figures.yuan(each.beforeFen())),
                Cell.of(Figures.yuan(each.afterFen())));
    }

    /** Those that the run has of this kind. */
    private List<Option> reasons(Visit visit, RunView run, Note.Kind kind, Language language) throws SQLException {
        String of = kind.name() + " ";
        return office.reads().countNotes(visit.actor(), run.run().runNo()).keySet().stream()
                .filter(what -> what.startsWith(of))
                .map(what -> what.substring(of.length()))
                .map(reason -> new Option(reason, CodeText.of(reason, language)))
                .toList();
    }

    private Answer returned(Visit visit) throws SQLException {
        FormView form = visit.form(Problems.NONE);
        RunView run = view(visit, form);
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Returned> found =
                office.reads().listReturned(visit.actor(), run.run().runNo(), after, PAGE + 1);
        List<Returned> returned = found.subList(0, Math.min(PAGE, found.size()));
        Language language = form.frame().language();
        List<List<Cell>> rows = returned.stream()
                .map(each -> List.of(
                        Cell.of(Long.toString(each.paymentNo())),
                        holder(run, each.holderId()),
                        Cell.of(
                                each.withheld()
                                        ? run.say(RunText.WITHHELD_CODE, CodeText.of(each.code(), language))
                                        : words(each.code(), language)),
                        Cell.of(
                                each.lateOn() == null
                                        ? run.say(RunText.RETURN_PLAIN)
                                        : run.say(RunText.LATE_WORD, each.lateOn())),
                        Cell.of(Figures.yuan(each.fen()))))
                .toList();
        return list(new ListView(
                form,
                new Head(run.say(RunText.LIST_RETURNED), run.name()),
                back(run),
                null,
                new Table(
                        run.say(RunText.LIST_RETURNED),
                        List.of(
                                new Column(run.say(RunText.PAYMENT_NO), false),
                                new Column(form.frame().say(AllowanceText.HOLDER), false),
                                new Column(run.say(RunText.CODE), false),
                                new Column(run.say(RunText.RETURN_KIND), false),
                                new Column(form.frame().say(AllowanceText.AMOUNT), true)),
                        rows),
                turns(
                        run.path() + "/returned",
                        after,
                        found.size() > PAGE ? returned.get(PAGE - 1).paymentNo() : 0),
                new Nothing(run.say(RunText.NO_LINES), run.say(RunText.NO_RETURNED_LINE))));
    }

    private static String words(String code, Language language) {
        return Objects.requireNonNullElse(BankReason.text(code, language), code);
    }

    private Answer holder(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        long holderId = NotThere.number(visit, "holder");
        HolderView view = new HolderView(visit.frame(), office.looks().look(visit.actor(), runNo, holderId));
        KeptView kept = new KeptView(
                visit.frame(),
                office.keptAccounts().find(visit.actor(), runNo, holderId).stream()
                        .toList());
        return Answer.page("allowance/holder.jte", Map.of("view", view, "kept", kept));
    }

    private RunView view(Visit visit, FormView form) throws SQLException {
        return new RunView(form.frame(), office.history().tell(visit.actor(), NotThere.number(visit, "run")), Map.of());
    }

    /** The filter as it stands in the address. */
    static Typed asked(Visit visit, String... names) {
        Typed typed = Typed.NOTHING;
        for (String name : names) {
            Optional<String> value = visit.query(name).filter(text -> text.matches("[A-Z0-9_]{1,40}"));
            typed = value.isPresent() ? typed.with(name, value.get()) : typed;
        }
        return typed;
    }

    /** Where a list begins and goes on; a key of 0: it does not. */
    static Turns turns(String here, long after, long last) {
        return new Turns(
                after == 0 ? null : here,
                last == 0 ? null : new Address(here).with("after", last).text());
    }

    static Answer list(ListView view) {
        return Answer.page("allowance/list.jte", Map.of("view", view));
    }

    static Cell holder(RunView run, long holderId) {
        return holder(run.run().runNo(), holderId);
    }

    /** A person by number; leads to why they get what they get. */
    static Cell holder(long runNo, long holderId) {
        return new Cell(Long.toString(holderId), RunView.path(runNo) + "/holders/" + holderId);
    }

    private static Link back(RunView run) {
        return new Link(run.path(), run.say(RunText.BACK_TO_RUN));
    }

    private static List<Option> options(Enum<?>[] constants, Language language) {
        return Arrays.stream(constants)
                .map(each -> new Option(each.name(), CodeText.of(each, language)))
                .toList();
    }
}
