package cn.suinian.gateway.console.staff;

import static cn.suinian.core.staff.Permission.STAFF_MANAGE;
import static cn.suinian.gateway.console.staff.PlainAct.reason;
import static cn.suinian.gateway.console.staff.PlainAct.version;

import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.client.ApiClient;
import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
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
import java.util.Set;

/** The programs of banks and others: list, a new one, another secret, disabling and enabling. */
public final class ClientPages {

    private static final String CLIENTS = "/clients";
    private static final String NEW = "/clients/new";
    private static final String ACT = "/clients/:id/";
    private static final List<Role> FOR_PROGRAMS = StaffForm.EVERY_ROLE.stream()
            .filter(role -> role != Role.ADMINISTRATOR)
            .toList();

    private final ApiClients clients;
    private final Counters counters;

    public ClientPages(ApiClients clients, Counters counters) {
        this.clients = clients;
        this.counters = counters;
    }

    private static final PlainAct ROTATE =
            new PlainAct("secret", ClientText.ROTATE_QUESTION, ClientText.ROTATE_LINE, ClientText.ROTATE, false);
    private static final PlainAct DISABLE =
            new PlainAct("disable", ClientText.DISABLE_QUESTION, ClientText.DISABLE_LINE, ClientText.DISABLE, false);
    private static final PlainAct ENABLE =
            new PlainAct("enable", ClientText.ENABLE_QUESTION, ClientText.ENABLE_LINE, ClientText.ENABLE, true);

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(CLIENTS, STAFF_MANAGE, this::list),
                ConsoleRoute.form(NEW, STAFF_MANAGE, this::fresh).proved(),
                ConsoleRoute.act(NEW, STAFF_MANAGE, this::create, this::fresh).proved(),
                ConsoleRoute.get("/clients/:id", STAFF_MANAGE, this::page),
                ROTATE.form(ACT, this::target).proved(),
                ROTATE.act(ACT, this::target, this::rotate).proved(),
                DISABLE.form(ACT, this::target),
                DISABLE.act(ACT, this::target, this::disable),
                ENABLE.form(ACT, this::target),
                ENABLE.act(ACT, this::target, this::enable));
    }

    private Answer list(Visit visit) throws SQLException {
        ClientView view = new ClientView(visit.frame(), clients.list(visit.actor()), scopes(visit.frame()));
        return Answer.page("staff/clients.jte", Map.of("view", view));
    }

    private Answer page(Visit visit) throws SQLException {
        Optional<ApiClient> client = clients.find(visit.actor(), visit.path("id"));
        if (client.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        ClientView view = new ClientView(visit.frame(), List.of(client.get()), scopes(visit.frame()));
        return Answer.page("staff/client.jte", Map.of("view", view));
    }

    private Answer fresh(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        StaffForm view = new StaffForm(form, scopes(form.frame()), CLIENTS, "", 0, FOR_PROGRAMS);
        return Answer.page("staff/newclient.jte", Map.of("view", view));
    }

    private Answer create(Visit visit) throws Exception {
        Typed typed = visit.typed();
        Set<Role> roles = typed.choices("roles", Role.class);
        Secret secret = scopes(visit.frame())
                .apply(
                        typed,
                        scope -> clients.create(
                                visit.actor(), typed.text("clientId"), typed.text("name"), roles, scope));
        return told(visit.frame(), typed.text("clientId"), secret);
    }

    private Optional<PlainAct.Target> target(Visit visit, Frame frame) throws SQLException {
        Scopes scopes = scopes(frame);
        return clients.find(visit.actor(), visit.path("id"))
                .map(client -> new PlainAct.Target(
                        client.clientId(),
                        address(client.clientId()),
                        new ClientView(frame, List.of(client), scopes)
                                .rows()
                                .get(0)
                                .facts(),
                        client.rowVersion()));
    }

    private Answer rotate(Visit visit) throws SQLException {
        Secret secret = clients.rotate(visit.actor(), visit.path("id"), version(visit), reason(visit));
        return told(visit.frame(), visit.path("id"), secret);
    }

    private Answer disable(Visit visit) throws SQLException {
        clients.disable(visit.actor(), visit.path("id"), version(visit), reason(visit));
        return done(visit, ClientText.DISABLED_NOW);
    }

    private Answer enable(Visit visit) throws SQLException {
        clients.enable(visit.actor(), visit.path("id"), version(visit), reason(visit));
        return done(visit, ClientText.ENABLED_NOW);
    }

    private static Answer told(Frame frame, String clientId, Secret secret) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(ClientText.ID), clientId);
        facts.put(frame.say(ClientText.SECRET), secret.reveal());
        return Answer.telling(
                "part/told.jte",
                Map.of(
                        "view",
                        new Told(
                                frame.at(address(clientId)),
                                frame.say(ClientText.SECRET),
                                facts,
                                frame.say(ClientText.SECRET_ADVICE),
                                address(clientId),
                                frame.say(ClientText.BACK))));
    }

    private static Answer done(Visit visit, ClientText what) {
        String id = visit.path("id");
        return Answer.to(address(id)).saying(Flash.done(visit.frame().say(what, id)));
    }

    private static String address(String clientId) {
        return CLIENTS + "/" + clientId;
    }

    private Scopes scopes(Frame frame) throws SQLException {
        return new Scopes(counters.list(), frame.language());
    }
}
