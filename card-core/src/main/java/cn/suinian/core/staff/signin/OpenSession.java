package cn.suinian.core.staff.signin;

import java.time.Instant;

/**
 * An open session, for a list of somebody's.
 *
 * @param address where it was opened
 * @param lastUsedAt to half a minute
 */
public record OpenSession(long sessionId, String address, Instant since, Instant lastUsedAt) {}
