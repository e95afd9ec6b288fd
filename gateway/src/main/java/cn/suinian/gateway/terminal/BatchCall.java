package cn.suinian.gateway.terminal;

import cn.suinian.core.terminal.Terminal;
import io.vertx.core.Future;

/** POST /v1/taps/batch. */
final class BatchCall implements Call {

    /** Most bytes of a batch. */
    static final int MOST_BYTES = 1 << 20;

    private final TapDesk desk;
    private final TapMeters meters;

    BatchCall(TapDesk desk, TapMeters meters) {
        this.desk = desk;
        this.meters = meters;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        long started = System.nanoTime();
        Terminal terminal = exchange.authenticate(body);
        exchange.requireJson();
        TapBatch batch = new TapBatch(desk, meters, exchange::later, started);
        return batch.authorize(terminal, BatchBodyParser.parse(body)).map(Reply::json);
    }
}
