package cn.suinian.gateway.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.HmacSm3;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Check values on what browsers carry for us when there is no session to ask. Every node has the same key, since it
 * follows from the vault; it opens nothing else. Safe for any number of threads.
 */
public final class HouseKey {

    private static final Pattern BY = Pattern.compile("([0-9]{1,18})\\.([A-Za-z0-9_-]{43})");

    private final HmacSm3 mac;

    /** The key of this house. */
    public HouseKey(DataVault vault) {
        this.mac = new HmacSm3(vault.blindIndex("console.form", "check values"));
    }

    /** The check value of these parts, in this order, for this purpose. */
    public String check(String purpose, List<String> parts) {
        StringBuilder text = new StringBuilder(purpose).append('\n');
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.mac(text.toString().getBytes(UTF_8)));
    }

    /** Whether it is. */
    public boolean matches(String given, String purpose, List<String> parts) {
        return MessageDigest.isEqual(
                given.getBytes(UTF_8), check(purpose, parts).getBytes(UTF_8));
    }

    /** What the field {@code by} of a form says: whose it is, and that it was printed under the token beside it. */
    String by(long staffId, String csrfToken) {
        return staffId + "." + check("by", List.of(Long.toString(staffId), csrfToken));
    }

    /** Whose form it was, when a page of ours was printed for them under this token; empty: nobody's. */
    public Optional<Long> whose(String by, String csrfToken) {
        Matcher written = BY.matcher(by);
        return written.matches() && matches(written.group(2), "by", List.of(written.group(1), csrfToken))
                ? Optional.of(Long.parseLong(written.group(1)))
                : Optional.empty();
    }
}
