package cn.suinian.gateway.console.bulk;

import cn.suinian.core.holder.bulk.BulkFile;
import cn.suinian.core.holder.bulk.BulkState;
import cn.suinian.core.holder.bulk.Fault;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One list of people, ready to print.
 *
 * @param form of its one button
 * @param faults the first of them
 */
public record FileView(FormView form, BulkFile file, List<Fault> faults) {
    static final int FIRST_FAULTS = 20;

    /** A line of a table of faults. */
    public record FaultLine(String row, String column, String reason, String document) {}

    /** A count and what of. */
    public record Count(String what, String number) {}

    /** The frame of the page, whose address is that of the whole page also for a fragment. */
    public Frame frame() {
        return form.frame().at(path());
    }

    /** A phrase. */
    public String say(BulkText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** Its address. */
    public String path() {
        return "/bulk/" + file.fileNo();
    }

    /** How far it is, as a badge. */
    public String state() {
        return say(state(file.state()));
    }

    static BulkText state(BulkState state) {
        return switch (state) {
            case CHECKING -> BulkText.CHECKING;
            case CHECKED -> BulkText.CHECKED;
            case RUNNING -> BulkText.RUNNING;
            case DONE -> BulkText.DONE;
            case CANCELLED -> BulkText.CANCELLED;
            case STOPPED -> BulkText.STOPPED;
        };
    }

    static String tone(BulkState state) {
        return switch (state) {
            case CHECKING, CHECKED, RUNNING -> "wait";
            case DONE -> "good";
            case CANCELLED, STOPPED -> "bad";
        };
    }

    /** The badge's tone. */
    public String tone() {
        return tone(file.state());
    }

    /** What is going on, in a sentence. */
    public String line() {
        return say(
                switch (file.state()) {
                    case CHECKING -> BulkText.CHECKING_LINE;
                    case CHECKED -> BulkText.CHECKED_LINE;
                    case RUNNING -> BulkText.RUNNING_LINE;
                    case DONE -> BulkText.DONE_LINE;
                    case CANCELLED -> BulkText.CANCELLED_LINE;
                    case STOPPED -> file.starterGone() ? BulkText.STARTER_GONE_LINE : BulkText.STOPPED_LINE;
                });
    }

    /** The names of the steps. */
    public List<String> steps() {
        return List.of(
                say(BulkText.STEP_SEND), say(BulkText.STEP_CHECK), say(BulkText.STEP_RUN), say(BulkText.STEP_DONE));
    }

    /** Which step it is at. */
    public int step() {
        return switch (file.state()) {
            case CHECKING, CHECKED -> 2;
            case RUNNING -> 3;
            case DONE -> 4;
            case CANCELLED, STOPPED -> file.startedAs() == null ? 2 : 3;
        };
    }

    /** Whether a node is at it, so that the page looks again by itself. */
    public boolean underWay() {
        return file.state().underWay();
    }

    /** Rows that are done, for people. */
    public String progress() {
        return say(BulkText.PROGRESS, Figures.count(file.passed()), Figures.count(file.toPass()));
    }

    /** How fast it goes; empty: not known yet. */
    public String rate() {
        return file.perSecond() == 0 ? "" : say(BulkText.RATE, Figures.count(file.perSecond()));
    }

    /** Every count that is of interest. */
    public List<Count> counts() {
        Map<BulkText, Integer> all = new LinkedHashMap<>();
        all.put(BulkText.REGISTERED, file.tally().registered());
        all.put(BulkText.FIT, file.tally().fit());
        all.put(BulkText.WRONG, file.tally().wrong());
        all.put(BulkText.KNOWN, file.tally().known());
        all.put(BulkText.ALIKE, file.tally().alike());
        all.put(BulkText.TWICE, file.tally().twice());
        all.put(BulkText.LEFT_OUT, file.tally().leftOut());
        return all.entrySet().stream()
                .filter(each -> each.getValue() > 0 || each.getKey() == always())
                .map(each -> new Count(say(each.getKey()), Figures.count(each.getValue())))
                .toList();
    }

    private BulkText always() {
        return file.startedAs() == null ? BulkText.FIT : BulkText.REGISTERED;
    }

    /** What is known of the list itself. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(BulkText.NAME), file.name());
        facts.put(say(BulkText.ROWS), Figures.count(file.rows()));
        facts.put(
                say(BulkText.FORMAT),
                frame().language() == Language.ZH
                        ? file.format().zh()
                        : file.format().en());
        facts.put(
                say(BulkText.WHOSE),
                file.district() == null ? say(BulkText.CITY) : district(file.district(), frame().language()));
        facts.put(say(BulkText.SENT_BY), file.receivedAs() + " · " + Figures.dateTime(file.receivedAt()));
        if (file.startedAs() != null) {
            facts.put(say(BulkText.STARTED_BY), file.startedAs());
        }
        if (!file.ignored().isEmpty()) {
            facts.put(say(BulkText.IGNORED), file.ignored());
        }
        return facts;
    }

    static String district(cn.suinian.core.holder.District district, Language language) {
        String name = district.name();
        return language == Language.ZH
                ? district.zh() + "区"
                : name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the registration can begin. */
    public boolean canStart() {
        return file.state() == BulkState.CHECKED
                && file.tally().fit() + file.tally().alike() > 0;
    }

    /** Whether a list that was stopped can go on. */
    public boolean canGoOn() {
        return file.state() == BulkState.STOPPED;
    }

    /** Whether nobody of a list that was checked can be registered. */
    public boolean nobody() {
        return file.state() == BulkState.CHECKED && !canStart();
    }

    /** What the button says that lets it begin. */
    public String startLabel() {
        return file.tally().fit() > 0
                ? say(BulkText.START, Figures.count(file.tally().fit()))
                : say(BulkText.START_REST);
    }

    /** Whether it can be cancelled. */
    public boolean canCancel() {
        return !file.state().over();
    }

    /** Whether somebody has to be compared now. */
    public boolean toCompare() {
        return file.state() == BulkState.DONE && file.tally().alike() > 0 && !file.purged();
    }

    /** What leads there. */
    public String compareLabel() {
        return say(BulkText.COMPARE, Figures.count(file.tally().alike()));
    }

    /** The head of the table of faults. */
    public String faultsTitle() {
        return faults.size() < FIRST_FAULTS ? say(BulkText.ERRORS) : say(BulkText.ERRORS_FIRST, FIRST_FAULTS);
    }

    /** The first faults. */
    public List<FaultLine> faultLines() {
        boolean zh = frame().language() == Language.ZH;
        return faults.stream()
                .map(fault -> new FaultLine(
                        Figures.count(fault.rowNo()),
                        zh ? fault.column().zh() : fault.column().en(),
                        zh ? fault.reason().zh() : fault.reason().en(),
                        fault.shown()))
                .toList();
    }
}
