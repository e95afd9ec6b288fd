package cn.suinian.gateway.terminal.call;

import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.terminal.body.BatchBodyParser;
import cn.suinian.gateway.terminal.body.BatchBodyParser.Item;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import cn.suinian.gateway.terminal.gate.TapMeters;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/** POST /v1/taps/batch. */
public final class BatchCall implements Call {

    /** Most bytes of a batch. */
    public static final int MOST_BYTES = 1 << 20;

    /** In a batch so many taps count as one request; the batch itself as one more. */
    private static final int TAPS_PER_TOKEN = 10;

    private final TapDesk desk;
    private final TapMeters meters;

    public BatchCall(TapDesk desk, TapMeters meters) {
        this.desk = desk;
        this.meters = meters;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        exchange.requireJson();
        TapBatch batch = new TapBatch(desk, meters, exchange::later, exchange.arrivedNanos());
        long proven = System.nanoTime();
        List<Item> items = BatchBodyParser.parse(body);
        meters.parsed(System.nanoTime() - proven, items.size());
        meters.verified(exchange.proofNanos(), items.size());
        items.stream()
                .map(Item::tap)
                .filter(Objects::nonNull)
                .forEach(tap -> exchange.noteDenylist(tap.context().denylistVersion(), tap.tappedAt()));
        exchange.owe(terminal, items.size() / TAPS_PER_TOKEN);
        return exchange.hold(
                terminal, items.size(), () -> batch.authorize(terminal, items).map(Reply::json));
    }
}
