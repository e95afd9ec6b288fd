/**
 * Finding a holder: one box for whatever the elder at the counter has.
 *
 * <p>The text is sent with a post and stands in no address, so it is in no log and no history of the browser. With
 * scripts the answer is put into the page, so that Back leads to an empty box and never asks to send a name again;
 * without, the same answer is a page.
 *
 * <p>Rejected: an address with a digest of the text (it can be guessed: documents have few digits), and going straight
 * to a holder who is the only one found (a wrong digit that is somebody else's number must be seen to be one).
 *
 * <p>Imports holder.word, form, page and route of the console; holder of core.
 */
package cn.suinian.gateway.console.holder.search;
