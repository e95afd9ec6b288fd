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
 * download, for what may be large {@code Answer.stream} or {@code Answer.text}, {@code Answer.error(NOT_FOUND)}, or, as
 * every act that did something, {@code Answer.to(path)}.
 *
 * <p><b>Refuse.</b> Throw {@code RefusedException}, or gather {@code Problems} and call {@code stopIfAny()}. The form
 * named as the last argument of {@code act} is shown again with 422, everything typed still in it. Somebody else
 * changed it: {@code Answer.error(CHANGED_MEANWHILE)}; whoever had typed a reason gets that form as it is now with 409,
 * their reason still in it. Whatever else is thrown is our fault: a page with a number, and the same number in the log,
 * without messages since a driver's quote rows.
 *
 * <p><b>Print a form.</b> {@code visit.form(problems)} is what {@code @template.part.form(form, action, content)} and
 * the fields in it take; the frame adds token, one-time number and whose form it is. A dangerous act has {@code
 * part/confirm.jte} on a page of its own. {@code part/steps.jte} shows where in a wizard one is; what earlier steps
 * asked travels in {@code part/carry.jte}.
 *
 * <p><b>Have no page.</b> {@code NotThere.around(routes, refusals)} is put around all routes of a feature: what core
 * refuses so, and a number in an address that is none of ours, is "no such page". Rejected: one mapper for all features
 * (which refusal is a missing page differs by room).
 *
 * <p><b>Ask again for the password.</b> {@code .proved()} on a route, the form and its act both: whoever gave no
 * password in the last ten minutes is asked for it at {@code /account/prove} and comes back, and what a post had typed
 * stays in hidden fields. What was kept while somebody signed in again is asked for once more, since they gave their
 * password before they had seen it. For whatever hands out a password, a key or a secret, or takes somebody's second
 * factor away:
 * somebody else may sit at an open session. It says nothing of what is allowed; that is still the permission.
 *
 * <p><b>Tell a secret.</b> {@code Answer.telling(template, values)} is a page that answers the post itself, and the
 * only one: a redirect would have to keep the secret in a cookie, an address or the memory of one node. Press Back, and
 * it is gone; {@code part/told.jte} prints it.
 *
 * <p><b>Send a long text.</b> {@code Answer.text(name, type, out -> ...)} writes while it sends. Two at a time, on
 * threads of their own: a slow reader holds one of them and no connection to the database.
 *
 * <p><b>Wait for somebody else.</b> {@code Answer.later(future)} lets the visit go on with the desk that the future
 * brings; a desk that waited itself would take one of the eight workers from everybody.
 *
 * <p><b>Do what stands on the page.</b> {@code Desk.versioned(act)} turns core's CHANGED_MEANWHILE into the page that
 * says so; {@code part/act.jte} carries the row version and asks for the reason.
 *
 * <p><b>Say and print.</b> {@code Answer.to(path).saying(Flash.done(text))} is read on the next page, once. A receipt
 * has an address of its own, and {@code part/receipt.jte}, which prints in large type without the page around it.
 *
 * <p>An act that is sent twice is done once (per node; the database has the last word), a post that did something
 * answers with no page that Back would send again, but for one that tells a secret, no page is stored by the browser,
 * and at most 128 requests wait for eight workers. Where a password is hashed, {@code .hashing()} says so: that is done
 * by two threads of its own, and beyond thirty that wait the form comes back with 503 and what was typed; four of one
 * network are inside at most, the next is told so with 429. Whoever has a session has a thread of its own for it.
 *
 * <p><b>Tell the world.</b> {@code ConsoleRoute.open(path, handler)} has no session, no cookie and no desk: for what is
 * published, sent with {@code OpenReply} and capped by its own room.
 *
 * <p>Rejected: vertx-web's SessionHandler, CSRFHandler and AuthorizationHandler. Each is a handler that a new route can
 * be mounted without; here a route without {@code Access} does not compile.
 *
 * <p>Imports access, form and page.
 */
package cn.suinian.gateway.console.route;
