package cn.suinian.core.authorization.decision;

import cn.suinian.core.account.Account;

/** What a decision comes to. */
public sealed interface Verdict {

    /**
     * A new answer, which becomes true when it is posted.
     *
     * @param next the account once it is
     * @param seen what it was decided on
     */
    record Decided(Answer answer, Account next, FactsSeen seen) implements Verdict {}

    /** The same tap was answered before; this is what it was told. */
    record AnsweredBefore(Answer answer) implements Verdict {}

    /** Another tap has this key: 409. */
    record KeyReused() implements Verdict {}

    /** It may have been seen before: look it up, then decide. */
    record LookUpFirst() implements Verdict {}
}
