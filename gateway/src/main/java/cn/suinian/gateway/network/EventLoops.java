package cn.suinian.gateway.network;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a node: one for each processor, each with its share of connections and lanes. More of them hand each
 * other work and wake each other up, which costs more than it gains (docs/performance.md).
 */
public final class EventLoops {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);

    /** A loop that loads something for a moment must not be the only one. */
    private static final int FEWEST = 2;

    private EventLoops() {}

    /** How a node talks to the network. */
    public enum Network {
        /** The first of the others that this system has, in their order. */
        AUTO,
        /** Linux from 5.10 on: the replies to a whole batch leave with one system call. */
        IO_URING,
        /** Any Linux. */
        EPOLL,
        /** Any system. */
        NIO
    }

    /** Starts them. What was asked for by name and is not there is replaced, with a warning. */
    public static Vertx start(Network wanted) {
        Transport transport = find(wanted);
        LOG.info("{} event loops over {}", count(), transport.name());
        return Vertx.builder()
                .with(new VertxOptions().setEventLoopPoolSize(count()))
                .withTransport(transport)
                .build();
    }

    /** How many there are. */
    public static int count() {
        return Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
    }

    private static Transport find(Network wanted) {
        List<Optional<Transport>> candidates =
                switch (wanted) {
                    case AUTO -> List.of(Optional.ofNullable(Transport.IO_URING), Optional.ofNullable(Transport.EPOLL));
                    case IO_URING -> List.of(Optional.ofNullable(Transport.IO_URING));
                    case EPOLL -> List.of(Optional.ofNullable(Transport.EPOLL));
                    case NIO -> List.of();
                };
        Optional<Transport> found = candidates.stream()
                .flatMap(Optional::stream)
                .filter(Transport::available)
                .findFirst();
        if (found.isEmpty() && wanted != Network.AUTO && wanted != Network.NIO) {
            LOG.warn("this system has no {}; nio takes its place", wanted);
        }
        return found.orElse(Objects.requireNonNull(Transport.NIO));
    }
}
