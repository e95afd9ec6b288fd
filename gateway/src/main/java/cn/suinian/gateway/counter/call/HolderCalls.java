package cn.suinian.gateway.counter.call;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.register.LifeEvent;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.counter.body.Given;
import cn.suinian.gateway.counter.body.HolderBodies;
import cn.suinian.gateway.counter.body.HolderBodies.Corrected;
import cn.suinian.gateway.counter.body.HolderBodies.Event;
import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.counter.gate.Visit;
import cn.suinian.gateway.counter.json.HolderJson;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Holders: registered, found, shown, corrected, and what happens to them. */
public final class HolderCalls {

    private final HolderRegister register;

    public HolderCalls(HolderRegister register) {
        this.register = register;
    }

    /** Their lines of the route table. */
    public List<CounterRoute> routes() {
        String holder = "/v1/holders/{id}";
        return List.of(
                CounterRoute.act("POST", "/v1/holders", Permission.HOLDER_REGISTER, this::register),
                CounterRoute.ask("/v1/holders/search", Permission.HOLDER_SEARCH, this::search),
                CounterRoute.get(holder, Permission.HOLDER_VIEW, this::page),
                CounterRoute.act("PATCH", holder, Permission.HOLDER_CORRECT, this::correct),
                CounterRoute.ask(holder + "/disclosure", Permission.PERSONAL_DATA_SHOW, this::disclose),
                CounterRoute.act("POST", holder + "/hukou", Permission.HOLDER_CORRECT, this::setHukou),
                CounterRoute.act("POST", holder + "/hukou/end", Permission.HOLDER_CORRECT, this::endHukou),
                CounterRoute.act("POST", holder + "/categories", Permission.HOLDER_CORRECT, this::addCategory),
                CounterRoute.act("POST", holder + "/categories/end", Permission.HOLDER_CORRECT, this::endCategory),
                CounterRoute.act("POST", holder + "/events", Permission.HOLDER_LIFE_EVENT, this::event));
    }

    private Answer register(Visit visit) throws SQLException {
        Registered registered = register.register(visit.actor(), visit.read(HolderBodies::registration));
        if (registered instanceof Registered.NewHolder made) {
            return Answer.created(number("holderId", made.holderId()));
        }
        if (registered instanceof Registered.AlreadyRegistered already) {
            return Answer.of(already(already));
        }
        return Answer.of(alike((Registered.PossibleDuplicates) registered));
    }

    private static Refused already(Registered.AlreadyRegistered already) {
        Refused refused = new Refused(
                        ProblemCode.ALREADY_REGISTERED,
                        "documents",
                        "a holder has one of these documents; nothing was registered")
                .with("servedBy", '"' + already.servedBy().name() + '"');
        return already.visible() ? refused.with("holderId", Long.toString(already.holderId())) : refused;
    }

    private static Refused alike(Registered.PossibleDuplicates alike) {
        return new Refused(
                        ProblemCode.LOOKS_REGISTERED,
                        "look at these holders; if it is none of them, send it again with their numbers in notTheSameAs"
                                + " and with a new key")
                .with("holders", HolderJson.namesakes(alike.holders()).toString());
    }

    private Answer search(Visit visit) throws SQLException {
        String typed = visit.read(given -> given.text("q"));
        return Answer.ok(HolderJson.hits(register.find(visit.actor(), SearchText.of(typed))));
    }

    private Answer page(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        visit.asked().query().nothingElse();
        HolderPage page = register.page(visit.actor(), holderId);
        return Answer.ok(HolderJson.page(page)).with("ETag", "\"" + page.rowVersion() + "\"");
    }

    private Answer disclose(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        String reason = visit.read(given -> given.text("reason"));
        return Answer.ok(HolderJson.full(register.show(visit.actor(), holderId, reason)));
    }

    private Answer correct(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        int seen = visit.asked().version();
        Corrected corrected = visit.read(HolderBodies::correction);
        int now = register.correct(visit.actor(), holderId, seen, corrected.correction(), corrected.reason());
        return Answer.ok(number("holderId", holderId).put("rowVersion", now));
    }

    private record Hukou(District district, LocalDate from, String evidence) {}

    private Answer setHukou(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        Hukou hukou = visit.read(given ->
                new Hukou(given.constant("district", District.class), given.date("from"), given.text("evidence")));
        register.setHukou(visit.actor(), holderId, hukou.district(), hukou.from(), hukou.evidence());
        return Answer.done();
    }

    private record End(LocalDate on, String evidence) {
        static End of(Given given) {
            return new End(given.date("on"), given.text("evidence"));
        }
    }

    private Answer endHukou(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        End end = visit.read(End::of);
        register.endHukou(visit.actor(), holderId, end.on(), end.evidence());
        return Answer.done();
    }

    private Answer addCategory(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        CategoryClaim claim = visit.read(HolderBodies::claim);
        register.addCategory(visit.actor(), holderId, claim);
        return Answer.done();
    }

    private record CategoryEnd(Category category, End end) {}

    private Answer endCategory(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        CategoryEnd ended =
                visit.read(given -> new CategoryEnd(given.constant("category", Category.class), End.of(given)));
        End end = ended.end();
        register.endCategory(visit.actor(), holderId, ended.category(), end.on(), end.evidence());
        return Answer.done();
    }

    private Answer event(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        return Answer.ok(HolderJson.event(record(visit.actor(), holderId, visit.read(HolderBodies::event))));
    }

    private LifeEvent record(Actor actor, long holderId, Event event) throws SQLException {
        return switch (event.kind()) {
            case DEATH -> register.recordDeath(actor, holderId, event.on(), event.evidence());
            case MOVE_OUT -> register.recordMoveOut(actor, holderId, event.on(), event.evidence());
            case MOVE_DISTRICT ->
                register.recordMoveDistrict(
                        actor,
                        holderId,
                        Objects.requireNonNull(event.district()),
                        event.on(),
                        event.hukouToo(),
                        event.evidence());
        };
    }

    private static ObjectNode number(String name, long number) {
        return JsonNodeFactory.instance.objectNode().put(name, number);
    }
}
