/**
 * The day board: where each business day is, what keeps it there, and the acts that move it on or back.
 *
 * <p>Nothing is decided here. {@link cn.suinian.settlement.businessday.DayActs} and its gates say what may be done,
 * each page shows what they would say before anybody presses a button, and a form that is refused is shown again with
 * the reason. What takes longer than a request may (a close, a seal, a publication) runs beside it, one at a time at
 * this node, and the page of the day asks every second how far it is; another node's run is seen as well, for progress
 * is kept in the database.
 *
 * <p>Two people: whoever asks for an approval or a re-opening sees it wait, in the inbox and on the day's page, and
 * reads who may decide it; the page has no button for them, and the room refuses the request they could still send.
 *
 * <p>Many days, as after a weekend, are asked for and approved on a page each: the acts of one day, one after another,
 * and what came of every day is told.
 *
 * <p>Rejected: a button that holds the request until a seal is made (browsers give up first), and a state that the page
 * works out for itself from what it sees.
 *
 * <p>Imports the office of days, approval, form, page and route of the console; settlement's businessday.
 */
package cn.suinian.gateway.console.day.board;
