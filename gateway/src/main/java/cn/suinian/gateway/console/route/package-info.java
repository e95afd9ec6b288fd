/**
 * The routes of the console and what happens between a request and its page. How to write a page:
 *
 * <p><b>Declare.</b> Each feature has a {@code routes()} with all its {@link
 * cn.suinian.gateway.console.route.ConsoleRoute}s, and {@code Console} joins the lists; nothing else can be reached.
 * <pre>{@code
 * ConsoleRoute.get("/holders/:id", HOLDER_VIEW, this::page)
 * ConsoleRoute.form("/cards/:serial/lost", CARD_REPORT_LOST, this::ask)
 * ConsoleRoute.act("/cards/:serial/lost", CARD_REPORT_LOST, this::report, this::ask)
 * }</pre>
 * {@code .taking(BodyLimit.oneFile(n))} lets a form bring a file. A {@code Section} in {@code Console} puts the first
 * page on the home page and in the head of every page. {@code ConsoleMatrixTest} wants an example path for each route.
 *
 * <p><b>Answer.</b> A {@link cn.suinian.gateway.console.route.Desk} runs on a worker, so it may wait for {@code
 * Transactions}. {@code visit.actor()} is who does it, {@code visit.path("id")} what varies in the path, {@code
 * visit.typed()} what was typed. It answers with {@code Answer.page("holder/page.jte", Map.of("view", view))}, a
 * download, for what may be large {@code Answer.stream}, {@code Answer.error(NOT_FOUND)}, or, as every act that did
 * something, {@code Answer.to(path)}.
 *
 * <p><b>Refuse.</b> Throw {@code RefusedException}, or gather {@code Problems} and call {@code stopIfAny()}. The form
 * named as the last argument of {@code act} is shown again with 422, everything typed still in it. Somebody else
 * changed it: {@code Answer.error(CHANGED_MEANWHILE)}. Whatever else is thrown is our fault: a page with a number, and
 * the same number in the log, without messages since a driver's quote rows.
 *
 * <p><b>Print a form.</b> {@code visit.form(problems)} is what {@code @template.part.form(form, action, content)} and
 * the fields in it take; the frame adds token, one-time number and whose form it is. A dangerous act has {@code
 * part/confirm.jte} on a page of its own. {@code part/steps.jte} shows where in a wizard one is; what earlier steps
 * asked travels in {@code part/carry.jte}.
 *
 * <p><b>Say and print.</b> {@code Answer.to(path).saying(Flash.done(text))} is read on the next page, once. A receipt
 * has an address of its own, and {@code part/receipt.jte}, which prints in large type without the page around it.
 *
 * <p>An act that is sent twice is done once (per node; the database has the last word), a post never answers with a
 * page that Back would send again, no page is stored by the browser, and at most 128 requests wait for eight workers.
 *
 * <p>Rejected: vertx-web's SessionHandler, CSRFHandler and AuthorizationHandler. Each is a handler that a new route can
 * be mounted without; here a route without {@code Access} does not compile.
 *
 * <p>Imports access, form and page.
 */
package cn.suinian.gateway.console.route;
