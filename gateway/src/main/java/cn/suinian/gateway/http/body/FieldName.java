package cn.suinian.gateway.http.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.util.regex.Pattern;

/** Names of fields and parameters, as problems show them. */
public final class FieldName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,31}");

    private FieldName() {}

    /** A name from a request as it may be shown to whoever reads the problem or its log: "?" for one that is odd. */
    public static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }

    /** That it is not there and has to be. */
    public static Refused missing(String name) {
        return new Refused(ProblemCode.FIELD_MISSING, name, name + " is missing");
    }
}
