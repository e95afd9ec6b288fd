package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.PagePlace;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Total;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The worklist, ready to print.
 *
 * @param form of the filter
 * @param bulk of what is done with the ticked ones
 * @param saved names of kept filters and where each leads
 * @param totals of all that fit
 * @param now ages are counted to here
 */
public record BreaksView(
        FormView form,
        FormView bulk,
        VendorNames vendors,
        FilterForm filter,
        Map<String, String> saved,
        List<Total> totals,
        List<Break> breaks,
        Instant now,
        Pages pages) {

    /**
     * Where other pages of it are; null: there is none.
     *
     * @param before how many fit that stand before this one
     */
    public record Pages(
            long before,
            @Nullable String first,
            @Nullable String newer,
            @Nullable String older) {
        static final Pages NONE = new Pages(0, null, null, null);

        /**
         * Of the page that comes after a break.
         *
         * @param after null: the first page
         * @param last of the page; null: none comes after it
         */
        static Pages of(FilterForm filter, @Nullable Break after, PagePlace place, @Nullable Break last) {
            String first = filter.address().toString();
            String next = last == null ? null : page(filter, last);
            return after == null
                    ? new Pages(0, null, null, next)
                    : new Pages(
                            place.before(),
                            first,
                            place.newerAfter().map(each -> page(filter, each)).orElse(first),
                            next);
        }

        private static String page(FilterForm filter, Break after) {
            return filter.address().with("after", after.breakNo()).toString();
        }
    }

    /** One of them. */
    public record Row(
            String path,
            String number,
            String tick,
            boolean ticked,
            boolean open,
            String vendor,
            String day,
            String kind,
            String service,
            String ours,
            String theirs,
            String difference,
            String risk,
            String age,
            String state,
            String tone,
            String whose) {}

    /** All of a kind that fit. */
    public record KindTotal(String name, String count, String risk) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public boolean filtered() {
        return filter.filtered();
    }

    /** Whether a condition cannot be read; nothing is listed then. */
    public boolean unreadable() {
        return filter.problems().any();
    }

    public boolean mayAct() {
        return frame().visitor().may(Permission.RECONCILE_ACT);
    }

    /** The address of something about what fits. */
    public String address(String below) {
        return filter.address(FilterForm.LIST + below).toString();
    }

    public List<Option> kinds() {
        return Words.kinds(frame().language());
    }

    public List<Option> services() {
        return Words.services(frame().language());
    }

    public List<Option> states() {
        List<Option> states = new ArrayList<>();
        states.add(new Option(FilterForm.DONE, say(BreakText.DONE_STATES)));
        for (BreakStatus status : BreakStatus.values()) {
            states.add(new Option(status.name(), Words.status(status, frame().language())));
        }
        states.add(new Option(FilterForm.ALL, say(BreakText.ALL_STATES)));
        return states;
    }

    public List<Option> whose() {
        return List.of(
                new Option(FilterForm.ME, say(BreakText.MINE)), new Option(FilterForm.NOBODY, say(BreakText.NOBODYS)));
    }

    public List<Option> orders() {
        return List.of(new Option("MOST_MONEY", say(BreakText.MOST_MONEY)));
    }

    public List<Option> acts() {
        return acts(frame());
    }

    static List<Option> acts(Frame frame) {
        return List.of(
                new Option("ACCEPT", frame.say(BreakText.ACCEPT_CHOICE)),
                new Option("REJECT", frame.say(BreakText.REJECT_CHOICE)));
    }

    /** All that fit, by kind. */
    public List<KindTotal> kindTotals() {
        Map<BreakKind, long[]> sums = new EnumMap<>(BreakKind.class);
        for (Total total : totals) {
            long[] sum = sums.computeIfAbsent(total.kind(), kind -> new long[2]);
            sum[0] += total.breaks();
            sum[1] += total.riskFen();
        }
        return sums.entrySet().stream()
                .map(each -> new KindTotal(
                        Words.kind(each.getKey(), frame().language()),
                        Figures.count(each.getValue()[0]),
                        Words.money(each.getValue()[1])))
                .toList();
    }

    /** How many fit. */
    public long fitting() {
        return totals.stream().mapToLong(Total::breaks).sum();
    }

    /** Which of all that fit this page has. */
    public String place() {
        String from = Figures.count(pages.before() + 1);
        return say(BreakText.PLACE, from, Figures.count(pages.before() + breaks.size()), count());
    }

    public String count() {
        return Figures.count(fitting());
    }

    /** Money at risk in all that fit. */
    public String risk() {
        return Words.money(totals.stream().mapToLong(Total::riskFen).sum());
    }

    public List<Row> rows() {
        return breaks.stream().map(this::row).toList();
    }

    private Row row(Break each) {
        String tick = each.breakNo() + ":" + each.version();
        return new Row(
                FilterForm.LIST + "/" + each.breakNo(),
                Long.toString(each.breakNo()),
                tick,
                bulk.chosen("tick", tick),
                each.status() == BreakStatus.OPEN && !each.kind().isAwaited() && !each.turnsRound(),
                vendors.name(each.vendorId()),
                each.day().toString(),
                Words.kind(each, frame().language()),
                Words.service(each.service(), frame().language()),
                Words.money(each.money().oursFen()),
                Words.money(each.money().theirsFen()),
                Words.difference(each.money().difference()),
                Words.money(each.money().riskFen()),
                Figures.count(Math.max(0, Duration.between(each.openedAt(), now).toDays())),
                Words.status(each.status(), frame().language()),
                Words.tone(each.status()),
                BreakView.whose(each, frame()));
    }
}
