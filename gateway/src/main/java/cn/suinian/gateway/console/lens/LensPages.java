package cn.suinian.gateway.console.lens;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.VendorKind;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.CsvFile;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.lens.work.WorkFilter;
import cn.suinian.settlement.lens.work.WorkRow;
import cn.suinian.settlement.lens.work.WorkTotals;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every page of the look before payment; this one is the list of vendors' days. */
public final class LensPages {

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.SETTLEMENT, "/lens", Permission.LENS_VIEW, LensText.TITLE, LensText.LINE);

    private static final String LENS = "/lens";
    private static final String EXPORT = "/lens/export";
    private static final List<String> FILTER =
            List.of("from", "to", "vendorKind", "itemKind", "waiting", "held", "least");
    private static final List<String> FIELDS =
            Stream.concat(FILTER.stream(), Stream.of("after")).toList();
    private static final Pattern AFTER = Pattern.compile("([0-9]{1,9})_([0-9-]{10})_([0-9]{1,9})");
    /** How many days are looked at when nobody says which. */
    static final int USUAL_DAYS = 30;

    private final PayoutOffice office;
    private final VendorRegister vendors;
    private final Clock clock;

    public LensPages(PayoutOffice office, VendorRegister vendors, Clock clock) {
        this.office = office;
        this.vendors = vendors;
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> own = List.of(
                ConsoleRoute.get(LENS, Permission.LENS_VIEW, this::list),
                ConsoleRoute.form(EXPORT, Permission.LENS_VIEW, this::askToExport),
                ConsoleRoute.act(EXPORT, Permission.LENS_VIEW, this::export, this::askToExport));
        return Stream.of(
                        own,
                        new CasePages(office, clock).routes(),
                        new RecoveryPages(office).routes(),
                        new HoldPages(office, vendors, clock).routes(),
                        new ReleasePages(office).routes())
                .flatMap(List::stream)
                .toList();
    }

    private Answer list(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Problems problems = Problems.NONE;
        WorkFilter filter = null;
        try {
            filter = filter(asked);
        } catch (RefusedException refused) {
            problems = named(Problems.of(refused));
        }
        List<WorkRow> found = List.of();
        WorkTotals totals = new WorkTotals(0, 0, 0, 0, 0);
        WorkRow.Key after = after(asked.text("after"));
        if (filter != null) {
            found = office.worklist().list(visit.actor(), filter, after, Slice.ROWS + 1);
            totals = office.worklist().totals(visit.actor(), filter);
        }
        List<WorkRow> shown = found.subList(0, Math.min(Slice.ROWS, found.size()));
        Typed typed = asked.typed();
        for (String name : List.of("from", "to")) {
            if (filter != null && typed.text(name).isEmpty()) {
                typed = typed.with(name, (name.equals("from") ? filter.from() : filter.to()).toString());
            }
        }
        Address here = address(LENS, asked);
        WorkView view = new WorkView(
                visit.form(typed, problems.and(asked.problems())),
                shown,
                totals,
                after == null ? null : here.toString(),
                found.size() > Slice.ROWS
                        ? here.with("after", text(shown.get(shown.size() - 1).key()))
                                .toString()
                        : null,
                address(EXPORT, asked).toString());
        return Answer.page("lens/list.jte", Map.of("view", view));
    }

    private static Problems named(Problems problems) {
        return new Problems(problems.list().stream()
                .map(each -> "days".equals(each.field()) ? new Problem("from", each.zh(), each.en()) : each)
                .toList());
    }

    private static Address address(String path, Asked asked) {
        Address address = new Address(path);
        for (String name : FILTER) {
            address = address.with(name, asked.text(name));
        }
        return address;
    }

    /** The filter of an address; days that are not given are the last thirty. */
    private WorkFilter filter(Asked asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Figures.ZONE);
        LocalDate to = asked.day("to");
        LocalDate from = asked.day("from");
        LocalDate last = to == null ? (from == null || from.isBefore(today) ? today : from) : to;
        String kind = asked.text("itemKind");
        boolean known = LensWords.itemKinds(Language.ZH).stream()
                .anyMatch(option -> option.value().equals(kind));
        return new WorkFilter(
                from == null ? last.minusDays(USUAL_DAYS) : from,
                last,
                asked.choice("vendorKind", VendorKind.class).orElse(null),
                known ? kind : null,
                asked.typed().ticked("waiting"),
                asked.typed().ticked("held"),
                asked.number("least"));
    }

    private static String text(WorkRow.Key key) {
        return key.score() + "_" + key.day() + "_" + key.vendorId();
    }

    private static WorkRow.@Nullable Key after(String text) {
        Matcher key = AFTER.matcher(text);
        if (!key.matches()) {
            return null;
        }
        try {
            return new WorkRow.Key(
                    Long.parseLong(key.group(1)), LocalDate.parse(key.group(2)), Integer.parseInt(key.group(3)));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private Answer askToExport(Visit visit, Problems problems) {
        Asked asked = Asked.of(visit, FIELDS);
        FormView form = visit.form(asked.typed(), problems);
        Frame frame = form.frame();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(WordText.FROM), orAll(asked.text("from")));
        facts.put(frame.say(WordText.UNTIL), orAll(asked.text("to")));
        Confirmation confirmation = new Confirmation(
                form,
                EXPORT,
                frame.say(WordText.EXPORT_TITLE),
                frame.say(WordText.EXPORT_LINE),
                facts,
                frame.say(WordText.EXPORT),
                address(LENS, asked).toString(),
                0,
                true);
        return Answer.page("lens/export.jte", Map.of("view", confirmation, "names", FILTER));
    }

    private static String orAll(String text) {
        return Optional.of(text).filter(day -> !day.isEmpty()).orElse("—");
    }

    private Answer export(Visit visit) {
        Asked asked = Asked.of(visit, FIELDS);
        WorkFilter filter = filter(asked);
        asked.problems().stopIfAny();
        String why = visit.typed().text("reason");
        return CsvFile.of(
                "suinian-before-payment-" + filter.from() + "-" + filter.to() + ".csv",
                out -> office.worklist().export(visit.actor(), filter, why, out));
    }
}
