package cn.suinian.gateway.http.guard;

import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** A port on which programs ask, terminals and those of banks: HTTP/1.1 on kept connections, no WebSockets. */
public final class ProgramPort {
    private static final int MOST_FIRST_LINE_BYTES = 4 * 1024;
    private static final int IDLE_SECONDS = 75;

    private ProgramPort() {}

    /**
     * How to listen.
     *
     * @param port 0 for any free one
     * @param mostHeaderBytes of all headers of a request together
     */
    public static HttpServerOptions options(String host, int port, int mostHeaderBytes) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(mostHeaderBytes)
                .setMaxInitialLineLength(MOST_FIRST_LINE_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setTcpKeepAlive(true);
    }
}
