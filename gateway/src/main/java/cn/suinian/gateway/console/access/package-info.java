/**
 * Who comes in: the console's view of sessions, where a request comes from, and what a browser is given to keep.
 *
 * <p>{@link cn.suinian.gateway.console.access.Sessions} is all that the console asks of core's sign-in, and {@link
 * cn.suinian.gateway.console.access.StaffSessions} asks it. A session has a
 * {@link cn.suinian.gateway.console.access.Stage}; until it is complete it opens nothing but the page on which it goes
 * on. {@link cn.suinian.gateway.console.access.Access} is what a route asks for.
 *
 * <p>A post is believed when the browser says that a page of ours made it ({@code Origin}) and when it carries the
 * token of its session. Either alone would do against today's browsers; old ones know only the second.
 *
 * <p>No input is lost when a session runs out. The sign-in form comes as the answer to the post itself, with the fields
 * as hidden fields of its own ({@link cn.suinian.gateway.console.access.Kept}); they travel through the steps of
 * signing in and end on a page that names the act, shows the fields and has one button that sends them on with a fresh
 * token. Only what a page of ours sent is kept, and only when that page was printed for the person it names, else a
 * form could be laundered by signing in; what is kept has a check value over all of it
 * ({@link cn.suinian.gateway.console.access.KeptForms}), lasts a day, and only the person whose form it was may send it
 * on; passwords, codes and files are not kept (of a file that one was chosen), and neither are decisions on what
 * somebody else asked for. Rejected: the browser's storage (personal data would stay on the machine of a counter) and
 * our own memory (another node may answer).
 *
 * <p>Imports form and page, and network, refusal, settings, staff and staff.signin of core.
 */
package cn.suinian.gateway.console.access;
