package cn.suinian.gateway.fuzz;

import cn.suinian.gateway.stand.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/** One hostile request, or what is sent instead of one. */
final class FuzzCase {
    private final String kind;
    private final byte[] bytes;
    private final Ending ending;
    private final Optional<Request> request;
    private Pattern allowed = Pattern.compile(".*");
    private boolean head;

    /** How it ends. */
    enum Ending {
        /** A whole request: exactly one reply. */
        REPLY,
        /** What need not be one request: a reply, several, or a closed connection. */
        REPLY_OR_CLOSE,
        /** What may promise more than it sends: the sender says that nothing more comes. */
        HALF_CLOSE,
        /** The sender hangs up without waiting. */
        HANG_UP
    }

    private FuzzCase(String kind, byte[] bytes, Ending ending, Optional<Request> request) {
        this.kind = kind;
        this.bytes = bytes;
        this.ending = ending;
        this.request = request;
    }

    /** A whole request, rightly signed unless its Authorization header was spoilt. */
    static FuzzCase of(String kind, Request request) {
        return new FuzzCase(kind, request.bytes(), Ending.REPLY, Optional.of(request));
    }

    static FuzzCase of(String kind, byte[] bytes, Ending ending) {
        return new FuzzCase(kind, bytes, ending, Optional.empty());
    }

    /** The same, with a head that may be too large to be read. */
    FuzzCase onItsOwn() {
        return new FuzzCase(kind, bytes, Ending.REPLY_OR_CLOSE, request);
    }

    /** No other outcome is right, as {@link ReplyCheck} words it. */
    FuzzCase only(String pattern) {
        allowed = Pattern.compile(pattern);
        return this;
    }

    boolean allows(String outcome) {
        return allowed.matcher(outcome).matches();
    }

    /** The reply has no body. */
    FuzzCase withoutReplyBody() {
        head = true;
        return this;
    }

    String kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes;
    }

    Ending ending() {
        return ending;
    }

    /** Whose reply can be checked. */
    Optional<Request> request() {
        return request;
    }

    boolean replyHasBody() {
        return !head;
    }
}
