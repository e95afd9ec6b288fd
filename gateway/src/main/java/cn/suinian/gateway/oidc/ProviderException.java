package cn.suinian.gateway.oidc;

/** Nobody comes in through the provider this time. The message has no part of what was sent. */
public final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Which kind it is. */
    public enum Kind {
        /** The provider does not answer, or not as a provider does; or too many wait for it. */
        DOWN,
        /** The code is none of the provider's, or was redeemed before. */
        CODE_REFUSED,
        /** What it answered is not to be believed. */
        UNTRUSTWORTHY
    }

    private final Kind kind;

    ProviderException(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    /** Which kind it is. */
    public Kind kind() {
        return kind;
    }
}
