package cn.suinian.gateway.terminal;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * Makes a request line with another version of HTTP what it is to us: not a valid request. Vert.x answers one by
 * itself,
 * with a bare 501, before any handler sees it; a stranger's noise must not look like a fault of ours.
 */
final class OnlyHttp1 extends ChannelInboundHandlerAdapter {

    private OnlyHttp1() {}

    /** Looks at the requests of a new connection before Vert.x does. */
    static void guard(HttpConnection connection) {
        if (connection instanceof HttpServerConnection server) {
            ChannelHandlerContext context = server.channelHandlerContext();
            context.pipeline().addBefore(context.name(), "only-http-1", new OnlyHttp1());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !known(request.protocolVersion())) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("not HTTP/1.0 or HTTP/1.1")));
        }
        context.fireChannelRead(message);
    }

    /** As Vert.x compares: a version that is written otherwise, as {@code HTtP/1.1}, equals but is another object. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean known(HttpVersion version) {
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }
}
