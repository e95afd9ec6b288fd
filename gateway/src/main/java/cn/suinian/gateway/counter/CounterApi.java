package cn.suinian.gateway.counter;

import static java.util.stream.Collectors.joining;

import cn.suinian.gateway.counter.call.CardCalls;
import cn.suinian.gateway.counter.call.DocumentCall;
import cn.suinian.gateway.counter.call.HolderCalls;
import cn.suinian.gateway.counter.call.TokenCall;
import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.Asked;
import cn.suinian.gateway.counter.gate.ClientThrottle;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.counter.gate.Reception;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.office.Offices;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What counter software may ask: the route table. One for a node. */
public final class CounterApi {

    private final List<CounterRoute> routes;
    private final Reception reception;

    /**
     * The calls of a house.
     *
     * @param nanos a clock that never goes back, such as {@link System#nanoTime}
     */
    public CounterApi(Offices offices, int callsPerSecond, LongSupplier nanos) {
        ClientThrottle throttle = new ClientThrottle(callsPerSecond, nanos);
        this.reception = new Reception(offices.clients(), offices.calls(), throttle);
        this.routes = Stream.of(
                        new TokenCall(offices.clients(), throttle).routes(),
                        new HolderCalls(offices.holders()).routes(),
                        new CardCalls(offices.cards(), offices.cardFile(), offices.stock()).routes(),
                        new DocumentCall().routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Everything that can be asked. */
    public List<CounterRoute> routes() {
        return routes;
    }

    /**
     * Where a request goes.
     *
     * @param route null: nowhere
     * @param variable what stands in the variable segment of the path
     * @param allowed the methods of this path; empty: there is nothing at it
     */
    record Found(@Nullable CounterRoute route, String variable, String allowed) {

        /** The route, or a refusal. */
        CounterRoute get() {
            if (route != null) {
                return route;
            }
            throw allowed.isEmpty()
                    ? new Refused(ProblemCode.NO_SUCH_RESOURCE, "there is nothing at this path")
                    : new Refused(ProblemCode.METHOD_NOT_ALLOWED, "only " + allowed + " is allowed here");
        }
    }

    /** The first shape that fits a path has it. */
    Found find(String method, @Nullable String path) {
        Optional<CounterRoute> first = routes.stream()
                .filter(route -> path != null && route.match(path).isPresent())
                .findFirst();
        if (first.isEmpty()) {
            return new Found(null, "", "");
        }
        List<CounterRoute> here = routes.stream()
                .filter(route -> route.shape().equals(first.get().shape()))
                .toList();
        String allowed = here.stream().map(CounterRoute::method).collect(joining(", "));
        return here.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .map(route -> new Found(route, route.match(path).orElseThrow(), allowed))
                .orElseGet(() -> new Found(null, "", allowed));
    }

    /** Lets a client in and answers its call. Blocking. */
    Answer answer(CounterRoute route, Asked asked) throws SQLException {
        return reception.receive(route, asked);
    }
}
