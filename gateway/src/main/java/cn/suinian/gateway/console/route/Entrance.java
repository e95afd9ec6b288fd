package cn.suinian.gateway.console.route;

import cn.suinian.gateway.console.access.ConsoleDoor;
import cn.suinian.gateway.console.access.KeptForms;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import java.time.Clock;
import java.time.Duration;

/**
 * Who comes in, and by which way.
 *
 * @param kept keeps what was typed when somebody has to come in again
 * @param clock tells how long ago somebody proved who they are
 */
public record Entrance(Sessions sessions, ConsoleDoor door, KeptForms kept, Clock clock) {

    /** How long a password that was given counts for what {@link ConsoleRoute#proved} asks for. */
    public static final Duration PROOF_LASTS = Duration.ofMinutes(10);

    boolean provedRecently(Session session) {
        return !session.provedAt().plus(PROOF_LASTS).isBefore(clock.instant());
    }
}
