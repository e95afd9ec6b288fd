package cn.suinian.core.card.bureau;

import java.time.Instant;

/**
 * An answer of the bureau that was taken in.
 *
 * @param sm3 of the file, as hexadecimal
 * @param lines of the file without its header
 * @param made that went into stock
 * @param failed that the bureau could not make
 * @param already that were known before
 * @param faults lines that changed nothing
 */
public record TakenAnswer(
        String sm3, String by, Instant at, int lines, int made, int failed, int already, int faults) {}
