/**
 * What counter software reads: holders, cards and stock as JSON.
 *
 * <p>Everything is masked as the core masks it; the one exception is a full record, which somebody gave a reason for.
 * A card is named by its serial, which is a number of ours, and shown by its masked number. Members that are missing in
 * an answer do not exist: what a holder does not have is null.
 *
 * <p>Imports core.
 */
package cn.suinian.gateway.counter.json;
