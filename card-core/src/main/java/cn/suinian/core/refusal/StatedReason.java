package cn.suinian.core.refusal;

/** What somebody gives as the reason of an act: one line of 1 to 200 characters. It goes to the audit trail. */
public final class StatedReason {
    /** Most characters. */
    public static final int LONGEST = 200;

    private StatedReason() {}

    /** The reason without blanks around it; refused this way when there is none, or more than a line. */
    public static String of(String given, Refusal otherwise) {
        String reason = given.strip();
        boolean oneLine = reason.codePoints().noneMatch(Character::isISOControl);
        if (reason.isEmpty() || reason.length() > LONGEST || !oneLine) {
            throw new RefusedException(otherwise, "reason");
        }
        return reason;
    }
}
