/**
 * The look before payment, on pages: vendors' days by score, a case with its evidence, answers, holds and their end,
 * and money taken back of what was confirmed.
 *
 * <p>A case says what it is about in money first, for whoever works through the list decides by that what to open. Each
 * flag stands there with its figures in words, and its taps one step further. Answers name what the reader has seen of
 * each flag, and a release how many flags there were: what came meanwhile is shown before it is signed.
 *
 * <p>Who may not release reads why: it is their own request, or their own hold, or something that it rests on has no
 * answer yet. A button that is missing without a word looks like a fault.
 *
 * <p>Rejected: answering from the list (nobody has seen the evidence there), charts of scores (a score is an order in
 * which to look, not a measurement).
 *
 * <p>Imports payout's words, flags' words, form, page and route of the console; settlement's lens.
 */
package cn.suinian.gateway.console.lens;
