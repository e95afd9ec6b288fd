package cn.suinian.gateway.console.route;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Writes a text to a response from a worker, 64 KiB at a time, and goes on only when the last piece is on its way: what
 * a slow reader has not taken is in no memory of ours.
 */
final class ResponseText implements Appendable {

    private static final int PIECE = 64 * 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final Context context;
    private final Supplier<HttpServerResponse> response;
    private final StringBuilder waiting = new StringBuilder();

    /**
     * A text for a response.
     *
     * @param response asked for on its context, when the first piece is ready: until then it can still be another one
     */
    ResponseText(Context context, Supplier<HttpServerResponse> response) {
        this.context = context;
        this.response = response;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        waiting.append(text);
        if (waiting.length() >= PIECE) {
            send(HttpServerResponse::write);
        }
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char letter) throws IOException {
        return append(String.valueOf(letter));
    }

    /** Sends what is left, and that this is all. */
    void end() throws IOException {
        send(HttpServerResponse::end);
    }

    private void send(BiFunction<HttpServerResponse, Buffer, Future<Void>> how) throws IOException {
        Buffer piece = Buffer.buffer(waiting.toString());
        waiting.setLength(0);
        Promise<Void> sent = Promise.promise();
        context.runOnContext(now -> {
            HttpServerResponse open = response.get();
            if (open.closed()) {
                sent.fail(new IOException("whoever asked has gone"));
            } else {
                how.apply(open, piece).onComplete(sent);
            }
        });
        try {
            sent.future().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while sending", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("whoever asked takes no more", failed);
        }
    }
}
