/**
 * What every page of the console shares: the frame, the two languages, figures as people read them, style sheet and
 * scripts, and the pages that say that something went wrong.
 *
 * <p>Pages are rendered on the server from JTE templates that are turned into Java at build time, so a template that
 * names a missing field or phrase does not compile, and every value is escaped for the place it stands in. There is no
 * inline script or style anywhere: the content security policy would not run it. The only scripts are htmx, with its
 * eval switched off, ECharts on the pages of charts, and a few lines of our own.
 *
 * <p>Addresses of assets carry a digest of the content. Rejected: a version number of ours in the path (forgotten at
 * the first hot fix), and vertx-web's StaticHandler (unpacks files to a temporary directory to send four of them).
 *
 * <p>Rejected: resource bundles for the two languages. A missing key shows at run time, on one page, in one language;
 * an enum constant with two constructor arguments cannot be half translated.
 *
 * <p>{@link cn.suinian.gateway.console.page.HouseKey} is for what must be believed after a session is over: whose form
 * it was, and what was kept of it.
 *
 * <p>Imports money and crypto of core, and entity tags of http; nothing of the other rooms.
 */
package cn.suinian.gateway.console.page;
