package cn.suinian.gateway.http;

/**
 * Every way a request can fail, with the stable number that clients may build on (docs/protocol.md, "Errors", and
 * docs/counter-api.md). The first three digits are the HTTP status.
 */
public enum ProblemCode {
    BAD_HTTP(40000, "Not a valid HTTP request"),
    NOT_JSON(40001, "Not JSON"),
    FIELD_MISSING(40002, "Field missing"),
    FIELD_UNKNOWN(40003, "Field unknown"),
    FIELD_MALFORMED(40004, "Field of the wrong type or format"),
    FIELD_OUT_OF_RANGE(40005, "Field out of range"),
    FIELD_TWICE(40006, "Field given twice"),
    AUTHORIZATION_MALFORMED(40101, "Authorization missing or malformed"),
    TERMINAL_UNKNOWN(40102, "Terminal unknown"),
    KEY_VERSION_UNKNOWN(40103, "Key version unknown"),
    MAC_WRONG(40104, "MAC wrong"),
    SENT_OUTSIDE_TOLERANCE(40105, "Terminal clock outside tolerance"),
    KEY_RETIRED(40106, "Key version retired"),
    TOKEN_NOT_GOOD(40107, "Access token unknown or no longer good"),
    TERMINAL_SUSPENDED(40301, "Terminal suspended"),
    SERVICE_NOT_OFFERED(40302, "Service not offered at this terminal"),
    FEED_NOT_ALLOWED(40303, "Attestations of this kind not supplied by this terminal"),
    NOT_PERMITTED(40304, "Not permitted to this client"),
    NO_SUCH_RESOURCE(40401, "No such resource"),
    TAP_NEVER_SEEN(40402, "Tap never seen"),
    CARD_NOT_FOUND(40403, "Card unknown"),
    HOLDER_NOT_FOUND(40404, "Holder unknown"),
    METHOD_NOT_ALLOWED(40501, "Method not allowed"),
    REQUEST_TIMEOUT(40801, "Request did not arrive in time"),
    KEY_REUSED(40901, "Sequence number already used by another tap"),
    NOTHING_TO_REVERSE(40902, "Nothing to reverse"),
    STATE_CONFLICT(40903, "Not possible as things stand"),
    CALL_IN_PROGRESS(40904, "The same call is being worked on"),
    ALREADY_REGISTERED(40905, "The person is registered already"),
    LOOKS_REGISTERED(40906, "Somebody of this name and birthday is registered"),
    CHANGED_MEANWHILE(41201, "Changed meanwhile"),
    BODY_TOO_LARGE(41301, "Body too large"),
    CONTENT_TYPE(41501, "Content type not supported"),
    TAPPED_IN_FUTURE(42201, "Tap time in the future"),
    REVERSAL_TOO_LATE(42202, "Too late to reverse"),
    CALL_KEY_REUSED(42203, "Idempotency key belongs to another call"),
    REFUSED_BY_RULE(42204, "Refused by a rule"),
    IF_MATCH_MISSING(42801, "If-Match missing"),
    RATE_LIMITED(42901, "Too many requests"),
    OUR_FAULT(50001, "Internal error"),
    QUEUE_FULL(50301, "Too many taps are waiting"),
    DEADLINE_PASSED(50302, "Deadline passed, nothing was done"),
    OUTCOME_UNKNOWN(50303, "Outcome not known yet"),
    NOT_READY(50304, "Not ready or stopping"),
    TOO_MANY_WAITING(50305, "Too many requests are waiting");

    private final int code;
    private final String title;

    ProblemCode(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The stable number. */
    public int code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return code / 100;
    }

    /** A few words for people; the same for every occurrence. */
    public String title() {
        return title;
    }
}
