package cn.suinian.gateway.console.route;

import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What a page answers. */
public sealed interface Answer {

    /** A page of 200. */
    static Answer page(String template, Map<String, Object> values) {
        return new Page(200, template, values);
    }

    /** A page of another status. */
    static Answer page(int status, String template, Map<String, Object> values) {
        return new Page(status, template, values);
    }

    /** On to another page of ours, as every post that did something ends. */
    static Onward to(String path) {
        return new Onward(path, null);
    }

    /** Away from here, to an address that only the house's own settings can have named; no form may end so. */
    static Answer away(String address) {
        return new Away(address);
    }

    /**
     * What a desk answers that goes on when somebody else has answered, as a provider of identity. No thread waits for
     * them; the desk that comes of it runs on a worker, for the same visit.
     */
    static Answer later(Future<Desk> next) {
        return new Later(next);
    }

    /**
     * A page with something that is told this once, as a password, a key, or what came of each of many things that were
     * done at once. It is the only page that answers a post: whatever carried it to another page would keep it. A
     * second click gets it again, half a minute long.
     */
    static Answer telling(String template, Map<String, Object> values) {
        return new Telling(template, values);
    }

    /**
     * A text to keep, of any length, written while it is sent. Every reason to refuse it has to be found before; when
     * it fails on the way, the connection breaks off, so that half a file does not look like a whole one.
     */
    static Answer text(String fileName, String contentType, Text text) {
        return new Streamed(fileName, contentType, text);
    }

    /** A file to keep. */
    static Answer download(String fileName, String contentType, Buffer content) {
        return new Download(fileName, contentType, content);
    }

    /** A picture that the browser shows by itself and keeps nowhere. */
    static Answer picture(String contentType, Buffer content) {
        return new Picture(contentType, content);
    }

    /**
     * A file that is written while it is sent, and so is never held whole. What is refused or goes wrong before its
     * first byte still has a page; afterwards the connection is cut, so that no browser takes a part for the whole.
     */
    static Answer stream(String fileName, String contentType, Writing content) {
        return new Stream(fileName, contentType, content, new AtomicBoolean());
    }

    /** One of the plain pages, as NOT_FOUND or CHANGED_MEANWHILE. */
    static Answer error(ErrorPage page) {
        return new Plain(page);
    }

    /** See {@link #page}. */
    record Page(int status, String template, Map<String, Object> values) implements Answer {}

    /** See {@link #away}. */
    record Away(String address) implements Answer {}

    /** See {@link #later}. */
    record Later(Future<Desk> next) implements Answer {}

    /** See {@link #telling}. */
    record Telling(String template, Map<String, Object> values) implements Answer {}

    /** See {@link #text}. */
    record Streamed(String fileName, String contentType, Text text) implements Answer {}

    /** Writes itself, on a worker. */
    @FunctionalInterface
    interface Text {
        /** Writes everything. */
        void writeTo(Appendable out) throws Exception;
    }

    /**
     * See {@link #to}.
     *
     * @param flash what the next page says; null: nothing
     */
    record Onward(String path, @Nullable Flash flash) implements Answer {

        /** The same, and the next page says so. */
        public Onward saying(Flash message) {
            return new Onward(path, message);
        }
    }

    /** See {@link #download}. */
    record Download(String fileName, String contentType, Buffer content) implements Answer {}

    /** See {@link #picture}. */
    record Picture(String contentType, Buffer content) implements Answer {}

    /** Writes a file, on a worker. It may wait for the database and for whoever reads. */
    @FunctionalInterface
    interface Writing {
        /** Writes all of it; closes nothing. */
        void to(OutputStream out) throws Exception;
    }

    /**
     * See {@link #stream}.
     *
     * @param begun whether somebody gets it already: it is written once
     */
    record Stream(String fileName, String contentType, Writing content, AtomicBoolean begun) implements Answer {}

    /** See {@link #error}. */
    record Plain(ErrorPage page) implements Answer {}
}
