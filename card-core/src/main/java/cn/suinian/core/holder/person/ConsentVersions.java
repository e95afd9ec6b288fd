package cn.suinian.core.holder.person;

import java.util.Set;

/** Versions of the text that holders sign. One that is not here names no text, so nobody can have agreed to it. */
public final class ConsentVersions {
    /** Of the text that is signed now. */
    public static final String CURRENT = "2026-11";

    /** Stands where a version did once the holder has taken their consent back. */
    public static final String WITHDRAWN = "WITHDRAWN";

    /** Every version that was ever signed; one that was replaced stays, since lists on paper arrive late. */
    private static final Set<String> KNOWN = Set.of("2026-01", CURRENT);

    private ConsentVersions() {}

    /** Whether there is a text of this version. */
    public static boolean isKnown(String version) {
        return KNOWN.contains(version);
    }

    /** Why one that is not known is refused. */
    public static HolderRefusal refusalOf(String version) {
        return version.isEmpty() ? HolderRefusal.CONSENT_MISSING : HolderRefusal.CONSENT_UNKNOWN;
    }
}
