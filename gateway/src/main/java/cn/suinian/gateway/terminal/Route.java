package cn.suinian.gateway.terminal;

import cn.suinian.gateway.http.PathShape;
import cn.suinian.gateway.http.guard.BoundedBody;
import cn.suinian.gateway.terminal.gate.Call;
import java.util.Optional;

/**
 * A line of the route table.
 *
 * @param shape a path, of which one segment may be variable, as in {@code /v1/taps/{terminalSeq}/reversal}
 * @param bodyLimit most bytes of its body
 */
record Route(String method, String shape, int bodyLimit, Call call) {

    static final int SMALL_BODY = BoundedBody.SMALL;

    static Route get(String shape, Call call) {
        return new Route("GET", shape, SMALL_BODY, call);
    }

    static Route post(String shape, Call call) {
        return new Route("POST", shape, SMALL_BODY, call);
    }

    Route withBodyLimit(int bytes) {
        return new Route(method, shape, bytes, call);
    }

    /** What stands in the place of the variable segment; "" where the shape has none; empty when the path differs. */
    Optional<String> match(String path) {
        return new PathShape(shape).match(path);
    }
}
