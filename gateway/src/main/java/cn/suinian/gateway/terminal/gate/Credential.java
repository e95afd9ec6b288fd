package cn.suinian.gateway.terminal.gate;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal says of itself in the Authorization header (docs/protocol.md, "Request").
 *
 * @param sent the time as it was written, because the MAC is over these very characters
 * @param macHex 64 lower-case hexadecimal digits
 */
public record Credential(long terminalId, int keyVersion, String sent, String macHex) {

    private static final String SCHEME = "HMAC-SM3 ";
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*([a-z]{1,16})=(?:\"([^\"\\\\]{0,128})\"|([0-9a-zA-Z:+.-]{1,128}))\\s*(?:,|$)");
    private static final Pattern TERMINAL = Pattern.compile("[0-9]{12}");
    private static final Pattern KEY = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{64}");

    /** Reads the Authorization headers of a request, of which there must be exactly one. */
    public static Credential parse(List<String> headers) {
        if (headers.size() != 1) {
            throw refused("there must be one Authorization header");
        }
        String header = headers.get(0);
        if (!header.startsWith(SCHEME)) {
            throw refused("the scheme must be HMAC-SM3");
        }
        Map<String, String> parameters = parameters(header.substring(SCHEME.length()));
        if (parameters.size() != 4) {
            throw refused("there must be terminal, key, sent and mac and nothing else");
        }
        return new Credential(
                Long.parseLong(parameter(parameters, "terminal", TERMINAL, "12 digits")),
                Integer.parseInt(parameter(parameters, "key", KEY, "a key version from 1")),
                parameter(parameters, "sent", null, ""),
                parameter(parameters, "mac", MAC, "64 lower-case hexadecimal digits"));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            if (parameters.put(matcher.group(1), value) != null) {
                throw refused("a parameter is given twice");
            }
            end = matcher.end();
        }
        if (end < text.length()) {
            throw refused("the parameters must be written as name=\"value\", with commas between");
        }
        return parameters;
    }

    private static String parameter(
            Map<String, String> parameters, String name, @Nullable Pattern shape, String expected) {
        String value = parameters.get(name);
        if (value == null) {
            throw refused("the parameter " + name + " is missing");
        }
        if (shape != null && !shape.matcher(value).matches()) {
            throw refused("the parameter " + name + " must be " + expected);
        }
        return value;
    }

    private static Refused refused(String detail) {
        return new Refused(ProblemCode.AUTHORIZATION_MALFORMED, "Authorization", detail);
    }
}
