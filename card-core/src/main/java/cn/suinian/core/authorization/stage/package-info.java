/**
 * The stages of a tap's way, as operators see them: one histogram, {@code suinian_tap_stage_seconds}, with a tag.
 *
 * <p>Where a stage begins and ends: verify and parse once for a request, a batch's time divided by its taps; tac once
 * for a tap; queue, decide and commit once for a train, since all who ride in it wait for the whole of it. Averages of
 * decide and commit for one tap are their sums divided by that of {@code suinian_lane_batch_size}.
 *
 * <p>What a tap pays for it: seven readings of the clock and three values, 0.45 microseconds of some 60 (one thread,
 * 29 ns a reading); the lane's three values are shared by a train. A node has 62 buckets for each stage of work, 77 for
 * each of waiting.
 *
 * <p>What was rejected: one value for MAC and TAC together. The MAC is proven once for a request and the TAC once for a
 * tap, with a look at the directory of cards in between; apart they also tell a slow key of terminals from a slow key
 * of cards.
 *
 * <p>Imports nothing of ours.
 */
package cn.suinian.core.authorization.stage;
