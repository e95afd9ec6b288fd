package cn.suinian.gateway.counter.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.counter.gate.Asked;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Id and secret of a client, from one of the two places where they may stand (RFC 6749, 2.3.1). */
record ClientCredentials(String clientId, String secret) {

    private static final Pattern BASIC =
            Pattern.compile("Basic +([A-Za-z0-9+/]{1,1000}={0,2})", Pattern.CASE_INSENSITIVE);

    static ClientCredentials of(Asked asked, OauthForm form) {
        List<String> headers = asked.headers().getAll("Authorization");
        Optional<String> id = form.find("client_id");
        Optional<String> secret = form.find("client_secret");
        if (headers.size() > 1 || (!headers.isEmpty() && secret.isPresent())) {
            throw OauthFault.invalidRequest("the client may prove itself in one way only");
        }
        if (headers.isEmpty()) {
            return new ClientCredentials(
                    id.orElseThrow(OauthFault::invalidClient), secret.orElseThrow(OauthFault::invalidClient));
        }
        ClientCredentials basic = basic(headers.get(0).strip());
        if (id.isPresent() && !id.get().equals(basic.clientId())) {
            throw OauthFault.invalidRequest("client_id is not the one in the Authorization header");
        }
        return basic;
    }

    private static ClientCredentials basic(String header) {
        Matcher basic = BASIC.matcher(header);
        if (!basic.matches()) {
            throw OauthFault.invalidClient();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(basic.group(1)), UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw OauthFault.invalidClient();
            }
            return new ClientCredentials(
                    OauthForm.decoded(pair.substring(0, colon)), OauthForm.decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            throw OauthFault.invalidClient();
        }
    }

    /** Both, as one text. */
    String proof() {
        return clientId + "\n" + secret;
    }

    @Override
    public String toString() {
        return "the credentials of " + clientId;
    }
}
