package cn.suinian.gateway.console.access;

/** How far somebody has come with signing in. Only the last stage sees any page but its own. */
public enum Stage {
    /** The password was right; a code of the authenticator is still to come. */
    PASSWORD_PROVED("/sign-in/code"),
    /** The password was right, and there is no authenticator yet. */
    ENROL_TOTP("/sign-in/authenticator"),
    /** Signed in with a password that somebody else chose. */
    CHANGE_PASSWORD("/sign-in/password"),
    /** Signed in. */
    COMPLETE("/");

    private final String path;

    Stage(String path) {
        this.path = path;
    }

    /** The page on which this stage goes on. */
    public String path() {
        return path;
    }
}
