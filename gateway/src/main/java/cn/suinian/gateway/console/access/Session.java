package cn.suinian.gateway.console.access;

import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.page.Visitor;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody who is signed in, or on the way.
 *
 * @param sessionId our own number of it; not what the cookie holds
 * @param actor who they are, as acts want to know it
 * @param displayName what the pages call them
 * @param csrfToken what their forms carry; another one for every session
 * @param stage how far they have come
 * @param provedAt when they last proved that it is they
 */
public record Session(
        long sessionId, Actor actor, String displayName, String csrfToken, Stage stage, Instant provedAt) {

    /** Whether they are signed in all the way. */
    public boolean complete() {
        return stage == Stage.COMPLETE;
    }

    /** Their number; whoever has a session is a member of staff. */
    public long staffId() {
        return Objects.requireNonNull(actor.staffId());
    }

    /** What the frame of a page knows of them; on the way they are led nowhere. */
    public Visitor visitor() {
        boolean city = actor.scope().district() == null;
        return complete()
                ? new Visitor(staffId(), displayName, csrfToken, actor.permissions(), city)
                : new Visitor(staffId(), "", csrfToken, Set.of(), city);
    }

    /** Says which one it is, and nothing that opens anything. */
    @Override
    public String toString() {
        return "Session[" + sessionId + ", " + stage + "]";
    }
}
