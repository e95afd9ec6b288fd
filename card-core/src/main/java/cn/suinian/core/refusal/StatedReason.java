package cn.suinian.core.refusal;

/**
 * What somebody gives as the reason of an act: one line of 1 to 200 characters without numbers that belong to a person,
 * since it goes to the audit trail and stays there.
 */
public final class StatedReason {
    /** Most characters. */
    public static final int LONGEST = 200;

    private StatedReason() {}

    /**
     * The reason without blanks around it; refused this way when there is none, or more than a line, and as
     * {@link ReasonRefusal} for a number in it.
     */
    public static String of(String given, Refusal otherwise) {
        String reason = given.strip();
        boolean oneLine = reason.codePoints().noneMatch(Character::isISOControl);
        if (reason.isEmpty() || reason.length() > LONGEST || !oneLine) {
            throw new RefusedException(otherwise, "reason");
        }
        return ReasonRefusal.withoutNumbers(reason, "reason");
    }
}
