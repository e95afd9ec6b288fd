package cn.suinian.gateway.console.route;

import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
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

    /** A file to keep. */
    static Answer download(String fileName, String contentType, Buffer content) {
        return new Download(fileName, contentType, content);
    }

    /** A picture that the browser shows by itself and keeps nowhere. */
    static Answer picture(String contentType, Buffer content) {
        return new Picture(contentType, content);
    }

    /** One of the plain pages, as NOT_FOUND or CHANGED_MEANWHILE. */
    static Answer error(ErrorPage page) {
        return new Plain(page);
    }

    /** See {@link #page}. */
    record Page(int status, String template, Map<String, Object> values) implements Answer {}

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

    /** See {@link #error}. */
    record Plain(ErrorPage page) implements Answer {}
}
