package cn.suinian.gateway.console.route;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The body of a reply as a stream for one worker. It waits until each piece is on its way before it takes the next, so
 * a reply of any size holds one piece; whoever reads nothing for a minute is given up. Flushing sends nothing: until
 * the first piece is full or all is written, the reply can still become another page.
 */
final class ReplyStream extends OutputStream {

    private static final int PIECE_BYTES = 32 * 1024;
    private static final int PATIENCE_SECONDS = 60;

    private final Context context;
    private final HttpServerResponse response;
    private final Answer.Stream file;
    private Buffer piece = Buffer.buffer(PIECE_BYTES);
    private boolean begun;

    ReplyStream(Context context, HttpServerResponse response, Answer.Stream file) {
        this.context = context;
        this.response = response;
        this.file = file;
    }

    @Override
    public void write(int letter) throws IOException {
        piece.appendByte((byte) letter);
        sendIfFull();
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int at = from; at < from + count; ) {
            int part = Math.min(from + count - at, PIECE_BYTES - piece.length());
            piece.appendBytes(bytes, at, part);
            at += part;
            sendIfFull();
        }
    }

    /** Sends what is left, and ends the reply. */
    void finish() throws IOException {
        Buffer last = piece;
        if (!begun) {
            await(() ->
                    Replies.head(response, file.fileName(), file.contentType()).end(last));
        } else {
            await(() -> response.end(last));
        }
    }

    private void sendIfFull() throws IOException {
        if (piece.length() < PIECE_BYTES) {
            return;
        }
        Buffer full = piece;
        piece = Buffer.buffer(PIECE_BYTES);
        boolean first = !begun;
        begun = true;
        await(() -> {
            if (first) {
                Replies.head(response, file.fileName(), file.contentType()).setChunked(true);
            }
            return response.write(full);
        });
    }

    private void await(Supplier<Future<Void>> sending) throws IOException {
        Promise<Void> sent = Promise.promise();
        context.runOnContext(now -> {
            try {
                sending.get().onComplete(sent);
            } catch (IllegalStateException closed) {
                sent.fail(closed);
            }
        });
        try {
            sent.future().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a file was sent");
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("the reader of a file is gone or reads nothing", failed);
        }
    }
}
