package cn.suinian.load.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How a member of the demo city's staff signs in. */
public record Login(String account, String password, String authenticatorHex) {

    /** Every login of a city file, by account. */
    public static Map<String, Login> readAll(Path cityFile) throws IOException {
        Map<String, Login> logins = new TreeMap<>();
        for (JsonNode each : new ObjectMapper().readTree(cityFile.toFile()).path("staff")) {
            Login login = new Login(
                    each.path("account").asText(),
                    each.path("password").asText(),
                    each.path("authenticator").asText());
            logins.put(login.account, login);
        }
        return logins;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return account;
    }
}
