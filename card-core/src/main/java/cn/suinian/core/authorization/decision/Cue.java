package cn.suinian.core.authorization.decision;

/** What the reader sounds and lights. Neutral by design: none of them tells bystanders anybody's age. */
public enum Cue {
    /** Go on, nothing to pay. */
    PASS,
    /** Done, and something is left to pay. */
    PAY,
    /** Not done; staff should have a look. */
    HELP
}
