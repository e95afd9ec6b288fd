package cn.suinian.gateway.command;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.staff.totp.Totp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The authenticator of the staff of a demo city, so that its console can be tried without a phone. It knows no more
 * than the file that the demo city writes for its owner: nobody's code can be had anywhere else.
 */
public final class DemoCode {

    private static final long STEP_SECONDS = 30;

    private final Path file;
    private final Clock clock;
    private final Consumer<String> screen;

    /** Reads this demo-city.json. */
    public DemoCode(Path file, Clock clock, Consumer<String> screen) {
        this.file = file;
        this.clock = clock;
        this.screen = screen;
    }

    /** Says the code of now, and for how long it is; 0 it did, 1 there is none. */
    public int say(String account) throws IOException {
        if (Files.notExists(file)) {
            screen.accept("There is no demo city here (" + file + "): ./suinian up makes one in an empty database.");
            return 1;
        }
        for (JsonNode each : new ObjectMapper().readTree(file.toFile()).path("staff")) {
            if (each.path("account").asText().equalsIgnoreCase(account)) {
                Instant now = clock.instant();
                screen.accept(
                        new Totp().code(Hex.decode(each.path("authenticator").asText()), now));
                screen.accept("good once, for " + (STEP_SECONDS - now.getEpochSecond() % STEP_SECONDS)
                        + " s and 30 more; after that, or for the next sign-in, ask again");
                return 0;
            }
        }
        screen.accept("The demo city has no account " + account + " as it was planted; those it has are in " + file);
        return 1;
    }
}
