package cn.suinian.gateway.counter.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.counter.gate.Asked;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of a token request: none twice; what nobody knows is ignored, and what is empty is not there. */
record OauthForm(Map<String, String> parameters) {

    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    static OauthForm of(Asked asked) {
        if (asked.header("Content-Type")
                .filter(type -> FORM.matcher(type).matches())
                .isEmpty()) {
            throw OauthFault.invalidRequest("the content type must be application/x-www-form-urlencoded");
        }
        Map<String, String> parameters = new HashMap<>();
        for (String pair : asked.body().toString().split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                throw OauthFault.invalidRequest("a parameter is given twice");
            }
        }
        return new OauthForm(parameters);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw OauthFault.invalidRequest("after every % there must be two hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return "a token request";
    }
}
