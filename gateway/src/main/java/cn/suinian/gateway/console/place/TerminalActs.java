package cn.suinian.gateway.console.place;

import static cn.suinian.core.staff.Permission.TERMINAL_MANAGE;

import cn.suinian.core.registry.HandedKey;
import cn.suinian.core.registry.TerminalRegister;
import cn.suinian.core.registry.TerminalSeen;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Told;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an administrator does to a terminal: suspend, resume, hand out its key. Each with a reason. */
public final class TerminalActs {

    private static final String KEY_VERSION = "keyVersion";

    private final TerminalRegister terminals;

    public TerminalActs(TerminalRegister terminals) {
        this.terminals = terminals;
    }

    private record Plain(PlaceText question, PlaceText consequence, PlaceText label, boolean harmless) {}

    private static final Plain SUSPEND =
            new Plain(PlaceText.SUSPEND_QUESTION, PlaceText.SUSPEND_LINE, PlaceText.SUSPEND, false);
    private static final Plain RESUME =
            new Plain(PlaceText.RESUME_QUESTION, PlaceText.RESUME_LINE, PlaceText.RESUME, true);
    private static final Plain KEY = new Plain(PlaceText.KEY_QUESTION, PlaceText.KEY_LINE, PlaceText.KEY, false);

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form("/terminals/:id/suspend", TERMINAL_MANAGE, this::askToSuspend),
                ConsoleRoute.act("/terminals/:id/suspend", TERMINAL_MANAGE, this::suspend, this::askToSuspend),
                ConsoleRoute.form("/terminals/:id/resume", TERMINAL_MANAGE, this::askToResume),
                ConsoleRoute.act("/terminals/:id/resume", TERMINAL_MANAGE, this::resume, this::askToResume),
                ConsoleRoute.form("/terminals/:id/key", TERMINAL_MANAGE, this::askForKey)
                        .proved(),
                ConsoleRoute.act("/terminals/:id/key", TERMINAL_MANAGE, this::handOutKey, this::askForKey)
                        .proved());
    }

    private Answer askToSuspend(Visit visit, Problems problems) throws SQLException {
        return ask(visit, problems, "suspend", SUSPEND, "part/act.jte", Map.of());
    }

    private Answer askToResume(Visit visit, Problems problems) throws SQLException {
        return ask(visit, problems, "resume", RESUME, "part/act.jte", Map.of());
    }

    private Answer askForKey(Visit visit, Problems problems) throws SQLException {
        Optional<TerminalSeen> found = TerminalPages.find(terminals, visit);
        int oldest = found.map(TerminalSeen::oldestKeyVersion).orElse(1);
        List<Option> versions = terminals.keyVersions().stream()
                .filter(version -> version >= oldest)
                .map(version ->
                        new Option(version.toString(), visit.frame().say(PlaceText.KEY_VERSION_OPTION, version)))
                .toList();
        return ask(visit, problems, "key", KEY, "place/key.jte", Map.of("versions", versions));
    }

    private Answer ask(
            Visit visit, Problems problems, String name, Plain act, String template, Map<String, Object> more)
            throws SQLException {
        Optional<TerminalSeen> found = TerminalPages.find(terminals, visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        TerminalView terminal = new TerminalView(frame, found.get(), "", List.of());
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put(
                "view",
                new Confirmation(
                        form,
                        terminal.address() + "/" + name,
                        frame.say(act.question(), terminal.number()),
                        frame.say(act.consequence()),
                        terminal.brief(),
                        frame.say(act.label()),
                        terminal.address(),
                        found.get().terminal().rowVersion(),
                        act.harmless()));
        return Answer.page(template, values);
    }

    private Answer suspend(Visit visit) throws SQLException {
        TerminalSeen now = terminals.suspend(visit.actor(), visit.number("id"), reason(visit));
        return TerminalPages.done(visit, now, PlaceText.SUSPENDED_NOW);
    }

    private Answer resume(Visit visit) throws SQLException {
        TerminalSeen now = terminals.resume(visit.actor(), visit.number("id"), reason(visit));
        return TerminalPages.done(visit, now, PlaceText.RESUMED_NOW);
    }

    private Answer handOutKey(Visit visit) throws SQLException {
        long version = Typed.wholeNumber(visit.typed().text(KEY_VERSION));
        if (version < 1 || version > Short.MAX_VALUE) {
            Problems.NONE.and(KEY_VERSION, PlaceText.CHOOSE_ONE).stopIfAny();
        }
        HandedKey key = terminals.handOutKey(visit.actor(), visit.number("id"), (int) version, reason(visit));
        Frame frame = visit.frame();
        String number = Terminal.digits(key.terminalId());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(PlaceText.TERMINAL), number);
        facts.put(frame.say(PlaceText.KEY_VERSION), Integer.toString(key.keyVersion()));
        facts.put(frame.say(PlaceText.KEY_TITLE), key.hex().replaceAll("(.{4})(?=.)", "$1 "));
        facts.put(frame.say(PlaceText.CHECK_VALUE), key.checkValue());
        Told told = new Told(
                frame.at("/terminals/" + number),
                frame.say(PlaceText.KEY_TITLE),
                facts,
                frame.say(PlaceText.KEY_ADVICE),
                "/terminals/" + number,
                frame.say(PlaceText.BACK_TO_TERMINAL));
        return Answer.telling("part/told.jte", Map.of("view", told));
    }

    private static String reason(Visit visit) {
        return visit.typed().text("reason");
    }
}
