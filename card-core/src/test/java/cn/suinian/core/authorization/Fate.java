package cn.suinian.core.authorization;

/**
 * What becomes of one call to the model of the database, and when.
 *
 * @param doneMillis after how long the database carries it out; {@link #NEVER}: not at all
 * @param reply what the caller hears
 * @param replyMillis after how long the caller hears it, not before it is done if it is the answer
 */
public record Fate(long doneMillis, Reply reply, long replyMillis) {

    public static final long NEVER = Long.MAX_VALUE;

    /** What the caller hears. */
    public enum Reply {
        /** What the database says. */
        ANSWER,
        /** The connection is lost. */
        LOST,
        /** Rolled back, as after a deadlock. */
        ROLLED_BACK,
        /** The database will not have it, this time. */
        REFUSED,
        /** Nothing, until the connection is dropped. */
        SILENCE
    }

    /** Where fates come from. */
    @FunctionalInterface
    public interface Weather {
        Fate of(Call call);
    }

    /** What a call asks for. */
    public enum Call {
        LOAD,
        LOOK_UP,
        POST
    }

    /** Nothing goes wrong. */
    public static Fate answered(long doneMillis, long replyMillis) {
        return new Fate(doneMillis, Reply.ANSWER, replyMillis);
    }

    /** Whether the database carries it out at all. */
    public boolean done() {
        return doneMillis != NEVER;
    }

    @Override
    public String toString() {
        String when = done() ? "done after " + doneMillis + " ms, " : "never done, ";
        return reply == Reply.SILENCE ? when + "no reply" : when + reply + " after " + replyMillis + " ms";
    }
}
