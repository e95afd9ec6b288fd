package cn.suinian.gateway.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The If-None-Match headers of a request (RFC 9110, 13.1.2). */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e]{0,100}\")");

    private EntityTags() {}

    /** Whether one of the tags is this one; a weak tag counts like a strong one, and {@code *} is every tag. */
    public static boolean name(List<String> ifNoneMatch, String etag) {
        for (String header : ifNoneMatch) {
            if (header.strip().equals("*")) {
                return true;
            }
            Matcher tags = TAG.matcher(header);
            while (tags.find()) {
                if (tags.group(1).equals(etag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
