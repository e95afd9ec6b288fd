package cn.suinian.gateway.counter.gate;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.http.PathShape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the route table: the only way to be reached.
 *
 * @param permission what a client must be allowed; null: everybody may, without a token
 * @param changes whether it changes something, and so needs an idempotency key
 */
public record CounterRoute(
        String method, PathShape shape, @Nullable Permission permission, boolean changes, CounterCall call) {

    /** Something to be read. */
    public static CounterRoute get(String shape, Permission permission, CounterCall call) {
        return new CounterRoute("GET", new PathShape(shape), permission, false, call);
    }

    /** Something to be read, with words that must not stand in an address. */
    public static CounterRoute ask(String shape, Permission permission, CounterCall call) {
        return new CounterRoute("POST", new PathShape(shape), permission, false, call);
    }

    /** An act. */
    public static CounterRoute act(String method, String shape, Permission permission, CounterCall call) {
        return new CounterRoute(method, new PathShape(shape), permission, true, call);
    }

    /** Something for everybody. */
    public static CounterRoute open(String method, String shape, CounterCall call) {
        return new CounterRoute(method, new PathShape(shape), null, false, call);
    }

    /** What stands in the variable segment of a path that has this shape. */
    public Optional<String> match(String path) {
        return shape.match(path);
    }

    @Override
    public String toString() {
        return method + " " + shape.text();
    }
}
