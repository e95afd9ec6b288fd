package cn.suinian.gateway.console.route;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route of the console: the only way to be reached.
 *
 * @param method GET (which answers HEAD too) or POST
 * @param path as vert.x-web writes it, with {@code :name} for what varies
 * @param access who may
 * @param limit how much a post may bring
 * @param desk what answers it on a worker; null: live answers it
 * @param form what a refused post is shown again; null: the refusal has a page of its own
 * @param live what answers it on the event loop without ever waiting; null: desk does
 * @param wantsProof whether the password must have been given a short time ago
 * @param hashes whether a password is looked at or made on the way, which takes long and is done apart from all else
 */
public record ConsoleRoute(
        HttpMethod method,
        String path,
        Access access,
        BodyLimit limit,
        @Nullable Desk desk,
        Desk.@Nullable Form form,
        @Nullable Handler<RoutingContext> live,
        boolean wantsProof,
        boolean hashes) {

    private static final Set<String> DECISIONS = Set.of("approve", "reject", "refuse", "release", "confirm");

    /** A page. */
    public static ConsoleRoute get(String path, Access access, Desk desk) {
        return new ConsoleRoute(HttpMethod.GET, path, access, BodyLimit.FORM, desk, null, null, false, false);
    }

    /** A page for those who may. */
    public static ConsoleRoute get(String path, Permission permission, Desk desk) {
        return get(path, Access.to(permission), desk);
    }

    /** A page with an empty form on it. */
    public static ConsoleRoute form(String path, Permission permission, Desk.Form form) {
        return get(path, Access.to(permission), visit -> form.show(visit, Problems.NONE));
    }

    /** A page that reads without blocking, on the event loop. */
    public static ConsoleRoute live(String path, Permission permission, Handler<RoutingContext> live) {
        return new ConsoleRoute(
                HttpMethod.GET, path, Access.to(permission), BodyLimit.FORM, null, null, live, false, false);
    }

    /** Something for the whole world to read, answered on the event loop without a session. */
    public static ConsoleRoute open(String path, Handler<RoutingContext> live) {
        return new ConsoleRoute(HttpMethod.GET, path, Access.OPEN, BodyLimit.FORM, null, null, live, false, false);
    }

    /** An act. When it is refused, the form is shown again with the reason. */
    public static ConsoleRoute act(String path, Access access, Desk act, Desk.@Nullable Form again) {
        return new ConsoleRoute(HttpMethod.POST, path, access, BodyLimit.FORM, act, again, null, false, false);
    }

    /** An act of those who may. */
    public static ConsoleRoute act(String path, Permission permission, Desk act, Desk.@Nullable Form again) {
        return act(path, Access.to(permission), act, again);
    }

    /** The same, taking a body of another size, or files. */
    public ConsoleRoute taking(BodyLimit other) {
        return new ConsoleRoute(method, path, access, other, desk, form, live, wantsProof, hashes);
    }

    /** The same for those who have proved who they are a short time ago; the others are asked for their password. */
    public ConsoleRoute proved() {
        return new ConsoleRoute(method, path, access, limit, desk, form, live, true, hashes);
    }

    /** The same on the few threads for passwords: a flood of them holds up no page. */
    public ConsoleRoute hashing() {
        return new ConsoleRoute(method, path, access, limit, desk, form, live, wantsProof, true);
    }

    /** The same with other answers. */
    ConsoleRoute answering(@Nullable Desk otherDesk, Desk.@Nullable Form otherForm) {
        return new ConsoleRoute(method, path, access, limit, otherDesk, otherForm, live, wantsProof, hashes);
    }

    /** Whether it may change something. */
    public boolean writes() {
        return method.equals(HttpMethod.POST);
    }

    /**
     * Whether it decides on what somebody else asked for, as the second of two signatures. Such a form has nothing in
     * it that is hard to type, and is looked at anew by whoever signs in again.
     */
    public boolean decides() {
        return DECISIONS.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /** As people call it: {@code POST /cards/:serial/lost}. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
