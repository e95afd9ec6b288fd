package cn.suinian.gateway.console.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.console.page.ErrorPage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request, and stops as soon as it is more than the route takes, more than there is room for, or
 * slower than anybody's line.
 */
public final class BodyReader {

    private static final String PLAIN = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private final HttpServerRequest request;
    private final BodyLimit limit;
    private final UploadRoom.Place place;
    private final Patience patience;
    private final boolean keepsFiles;
    private final Promise<Typed> answer = Promise.promise();
    private final Buffer plain = Buffer.buffer();
    private final List<Upload> uploads = new ArrayList<>();
    private long bytes;

    private BodyReader(
            HttpServerRequest request, BodyLimit limit, UploadRoom.Place place, Patience patience, boolean keepsFiles) {
        this.request = request;
        this.limit = limit(request, limit);
        this.place = place;
        this.patience = patience;
        this.keepsFiles = keepsFiles;
    }

    /**
     * How slowly a body may come.
     *
     * @param seconds in which nothing is said; a plain form has to be there by then
     * @param bytesASecond what a file must have brought for each second after them
     */
    record Patience(int seconds, int bytesASecond) {
        /** A file of 50 MiB may take 27 minutes. */
        static final Patience USUAL = new Patience(30, 32 << 10);

        boolean isOver(int passed, long bytes, boolean plain) {
            return passed > seconds && (plain || bytes < (long) (passed - seconds) * bytesASecond);
        }
    }

    private static BodyLimit limit(HttpServerRequest request, BodyLimit limit) {
        return isPlain(request) ? limit.ofPlain() : limit;
    }

    /** What can be said against a request before any of its body is read. */
    public static Optional<ErrorPage> refused(HttpServerRequest request, BodyLimit limit) {
        String type = mediaType(request);
        if (!type.equals(PLAIN) && !(type.equals(MULTIPART) && limit.files() > 0)) {
            return Optional.of(ErrorPage.WRONG_FORM);
        }
        return declared(request) > limit(request, limit).bytes() ? Optional.of(ErrorPage.TOO_LARGE) : Optional.empty();
    }

    /** How many bytes it says it has; 0: it does not say. */
    private static long declared(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Whether the body is a plain form, which can be kept and sent again. */
    public static boolean isPlain(HttpServerRequest request) {
        return mediaType(request).equals(PLAIN);
    }

    /** Whether the body has a file in it and says that it is small enough to be read for its fields alone. */
    public static boolean isSmallWithFile(HttpServerRequest request) {
        long bytes = declared(request);
        return mediaType(request).equals(MULTIPART) && bytes > 0 && bytes <= BodyLimit.WITH_PHOTO.bytes();
    }

    /**
     * What was typed. The request was paused and goes on from here.
     *
     * @param place where files are; whoever calls leaves it when the files are done with
     * @return fails with {@link BodyRefusedException}
     */
    public static Future<Typed> read(HttpServerRequest request, BodyLimit limit, UploadRoom.Place place) {
        return read(request, limit, place, Patience.USUAL);
    }

    /**
     * The fields of a form with a file in it: of the file only that one was chosen. The place is for as long as it is
     * read, since what decodes it holds some of it.
     */
    public static Future<Typed> readFields(HttpServerRequest request, BodyLimit limit, UploadRoom.Place place) {
        return read(new BodyReader(request, limit, place, Patience.USUAL, false));
    }

    static Future<Typed> read(HttpServerRequest request, BodyLimit limit, UploadRoom.Place place, Patience patience) {
        return read(new BodyReader(request, limit, place, patience, true));
    }

    private static Future<Typed> read(BodyReader reader) {
        // What is only said takes no room from those whose bytes come.
        if (reader.place.hasRoom(declared(reader.request))) {
            reader.start();
            reader.watch(Objects.requireNonNull(Vertx.currentContext()).owner());
        } else {
            reader.stop(ErrorPage.BUSY);
        }
        return reader.answer.future();
    }

    private void watch(Vertx vertx) {
        AtomicInteger passed = new AtomicInteger();
        long watch = vertx.setPeriodic(TimeUnit.SECONDS.toMillis(1), tick -> {
            if (patience.isOver(passed.incrementAndGet(), bytes, isPlain(request))) {
                stop(ErrorPage.TOO_SLOW);
            }
        });
        answer.future().onComplete(done -> vertx.cancelTimer(watch));
    }

    private void start() {
        boolean multipart = !isPlain(request);
        if (multipart) {
            request.setExpectMultipart(true);
            request.uploadHandler(this::receive);
        }
        request.handler(chunk -> count(chunk, multipart));
        request.exceptionHandler(this::refuse);
        request.endHandler(end -> finish(multipart));
        request.resume();
    }

    private void count(Buffer chunk, boolean multipart) {
        bytes += chunk.length();
        if (bytes > limit.bytes()) {
            stop(ErrorPage.TOO_LARGE);
        } else if (!place.hold(bytes)) {
            stop(ErrorPage.BUSY);
        } else if (!multipart) {
            plain.appendBuffer(chunk);
        }
    }

    private void stop(ErrorPage page) {
        request.pause();
        answer.tryFail(new BodyRefusedException(page));
    }

    private void receive(HttpServerFileUpload upload) {
        Buffer content = Buffer.buffer();
        upload.handler(chunk -> {
            if (!keepsFiles) {
                return;
            }
            if (content.length() + chunk.length() > limit.bytes()) {
                stop(ErrorPage.TOO_LARGE);
            } else {
                content.appendBuffer(chunk);
            }
        });
        upload.exceptionHandler(this::refuse);
        upload.endHandler(end -> uploads.add(
                new Upload(upload.name(), orEmpty(upload.filename()), orEmpty(upload.contentType()), content)));
    }

    private void finish(boolean multipart) {
        try {
            if (!multipart) {
                answer.tryComplete(UrlEncoded.parse(plain.toString(UTF_8)));
            } else if (uploads.size() > limit.files()) {
                answer.tryFail(new BodyRefusedException(ErrorPage.BAD_REQUEST));
            } else {
                answer.tryComplete(new Typed(UrlEncoded.bounded(request.formAttributes()), uploads));
            }
        } catch (BodyRefusedException refused) {
            answer.tryFail(refused);
        }
    }

    /** A body that broke off or that no decoder understands. */
    private void refuse(Throwable broken) {
        answer.tryFail(new BodyRefusedException(ErrorPage.BAD_REQUEST));
    }

    private static String mediaType(HttpServerRequest request) {
        String type = orEmpty(request.getHeader("Content-Type"));
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
