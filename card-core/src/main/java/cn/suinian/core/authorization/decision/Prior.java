package cn.suinian.core.authorization.decision;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an earlier tap with the same key.
 *
 * @param state whether anybody looked
 * @param tac the earlier tap's TAC, when there was one
 * @param answer the earlier tap's answer, when there was one
 */
public record Prior(State state, long tac, @Nullable Answer answer) {

    /** Whether anybody looked. */
    public enum State {
        NOT_LOOKED_UP,
        ABSENT,
        PRESENT
    }

    /** Nobody looked yet. */
    public static final Prior NOT_LOOKED_UP = new Prior(State.NOT_LOOKED_UP, 0, null);

    /** There is none. */
    public static final Prior ABSENT = new Prior(State.ABSENT, 0, null);

    /** There is one. */
    public static Prior present(long tac, Answer answer) {
        return new Prior(State.PRESENT, tac, answer);
    }
}
