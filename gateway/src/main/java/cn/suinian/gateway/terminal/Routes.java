package cn.suinian.gateway.terminal;

import static java.util.stream.Collectors.joining;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The route table. The first shape that fits a path has it, so {@code /v1/taps/batch} stands before a variable. */
final class Routes {

    private final List<Route> routes;

    Routes(Route... routes) {
        this.routes = List.of(routes);
    }

    /**
     * Where a request goes.
     *
     * @param call refuses, where there is nothing at this path or not with this method
     * @param variable the variable segment of the path
     */
    record Found(Call call, int bodyLimit, String variable) {}

    List<Route> all() {
        return routes;
    }

    Found find(String method, @Nullable String path) {
        List<Route> here = new ArrayList<>();
        for (Route route : routes) {
            Optional<String> match = path == null ? Optional.empty() : route.match(path);
            boolean sameShape = here.isEmpty() || here.get(0).shape().equals(route.shape());
            if (match.isPresent() && sameShape) {
                if (route.method().equals(method)) {
                    return new Found(route.call(), route.bodyLimit(), match.get());
                }
                here.add(route);
            }
        }
        return new Found(here.isEmpty() ? Routes::nothingHere : onlyOf(here), Route.SMALL_BODY, "");
    }

    private static Future<Reply> nothingHere(Exchange exchange, byte[] body) {
        throw new Refused(ProblemCode.NO_SUCH_RESOURCE, "there is nothing at this path");
    }

    private static Call onlyOf(List<Route> here) {
        String allowed = here.stream().map(Route::method).collect(joining(", "));
        return (exchange, body) -> {
            exchange.header("Allow", allowed);
            throw new Refused(ProblemCode.METHOD_NOT_ALLOWED, "only " + allowed + " is allowed here");
        };
    }
}
