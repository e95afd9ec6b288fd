package cn.suinian.core.attestation;

import java.time.Instant;

/**
 * What an authority says of a holder.
 *
 * @param kind code of the kind of attestation
 * @param from first moment at which it holds
 * @param until first moment at which it no longer does
 * @param source who says so, 1 to 64 characters
 * @param statedAt when it was said: a later word stands against an earlier one
 */
public record Statement(long holderId, String kind, Instant from, Instant until, String source, Instant statedAt) {}
