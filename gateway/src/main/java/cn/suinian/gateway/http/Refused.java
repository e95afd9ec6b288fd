package cn.suinian.gateway.http;

import org.jspecify.annotations.Nullable;

/** A request that gets a problem for an answer. Stackless: garbage must be cheap to refuse. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final @Nullable String field;
    private final int retryAfterSeconds;
    private final String members;

    public Refused(ProblemCode code, String detail) {
        this(code, null, detail);
    }

    /**
     * A request refused because of one field.
     *
     * @param field which, as a path such as {@code context.direction}
     * @param detail what is wrong and what would be right; never repeats what was sent
     */
    public Refused(ProblemCode code, @Nullable String field, String detail) {
        this(code, field, detail, code.status() == 503 ? 1 : 0, "");
    }

    private Refused(ProblemCode code, @Nullable String field, String detail, int retryAfterSeconds, String members) {
        super(detail, null, false, false);
        this.code = code;
        this.field = field;
        this.retryAfterSeconds = retryAfterSeconds;
        this.members = members;
    }

    /** The same problem, worth another try after so many seconds. */
    public Refused after(int seconds) {
        return new Refused(code, field, getMessage(), seconds, members);
    }

    /** The same problem with one more member of its own, its value written in JSON already. */
    public Refused with(String member, String json) {
        String more = members + ",\"" + member + "\":" + json;
        return new Refused(code, field, getMessage(), retryAfterSeconds, more);
    }

    /** Seconds after which the same request is worth another try; 0 when it is not, or nobody knows. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The same problem in one part of a request: its field is one of that part, or "" for the part itself. */
    public Refused within(String part) {
        if (field == null) {
            return this;
        }
        String whole = field.isEmpty() ? part : part + "." + field;
        return new Refused(code, whole, getMessage(), retryAfterSeconds, members);
    }

    /** What kind of problem. */
    public ProblemCode code() {
        return code;
    }

    /** The problem as application/problem+json (RFC 9457). */
    public String json() {
        StringBuilder json = new StringBuilder(200)
                .append("{\"type\":\"urn:suinian:problem:")
                .append(code.code())
                .append("\",\"title\":\"")
                .append(code.title())
                .append("\",\"status\":")
                .append(code.status())
                .append(",\"code\":")
                .append(code.code())
                .append(",\"detail\":\"")
                .append(JsonText.escaped(getMessage()))
                .append('"');
        if (field != null) {
            json.append(",\"field\":\"").append(JsonText.escaped(field)).append('"');
        }
        return json.append(members).append('}').toString();
    }
}
