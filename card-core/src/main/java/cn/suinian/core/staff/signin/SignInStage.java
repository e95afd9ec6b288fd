package cn.suinian.core.staff.signin;

/** How far a sign-in has come: what is wanted next. */
public enum SignInStage {
    /** The password was right; a code of the authenticator is wanted. */
    SECOND_FACTOR,
    /** The password was right and there is no authenticator yet: one is to be enrolled. */
    ENROLMENT,
    /** Both were right; the initial password is to be replaced. */
    NEW_PASSWORD,
    /** Signed in. */
    OPEN
}
