package cn.suinian.core.staff.signin;

import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is at one request.
 *
 * @param actor who it is; without a permission until it is open
 * @param displayName what the console calls them
 * @param roles as they are now
 * @param stage what is wanted next
 * @param csrf what forms must carry
 * @param signedInAt when the password was given
 * @param provedAt when they last proved who they are
 * @param expiresAt when it ends whatever happens
 * @param newToken replaces the browser's, when it is there
 */
public record Session(
        long sessionId,
        Actor actor,
        String displayName,
        Set<Role> roles,
        SignInStage stage,
        Secret csrf,
        Instant signedInAt,
        Instant provedAt,
        Instant expiresAt,
        @Nullable Secret newToken) {

    public Session {
        roles = Set.copyOf(roles);
    }

    /** Whether they proved who they are this short a time ago: asked before what is dangerous. */
    public boolean recentlyProved(Instant now, Duration within) {
        return stage == SignInStage.OPEN && !provedAt.plus(within).isBefore(now);
    }
}
