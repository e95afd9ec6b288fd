/**
 * The page of risk flags: what the settlement role found to look wrong, with its evidence in plain words, the newest
 * first, by kind and by business day.
 *
 * <p>{@code FlagStore} asks, {@code FlagsPage} replies, {@code FlagsView} and {@code EvidenceText} put it into words.
 * Pages follow each other by the number of the last flag shown and not by an offset, so that a flag that appears
 * meanwhile moves nothing and page one hundred costs what page one does. Taps and terminals are named, holders by
 * number only.
 *
 * <p>It only shows. Deciding what becomes of a flag belongs to those who sign in, and to settlement's own tables.
 *
 * <p>Imports settlement's names of kinds, core's values and the pages' shared room.
 */
package cn.suinian.gateway.console.flags;
