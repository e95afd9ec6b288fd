/**
 * A member of staff at a browser, as a program: signs in with password and authenticator, opens pages, fills in the
 * forms that are on them and sends them.
 *
 * <p>{@link cn.suinian.load.console.Browser} keeps cookies, follows redirects and posts a form only with fields that
 * the page has, with whatever the page put into it (the CSRF token, the number of the act, the version of a row). A
 * page that lost a field, or a form that lost its button's address, therefore fails here as it would fail a person.
 * It runs no script: every page of the console works without.
 *
 * <p>A browser of the tests (Playwright) was rejected for the demo: it needs a Chromium where a JDK is enough. An
 * HTML parser was not taken in either; the console's own pages are well-formed, and {@link
 * cn.suinian.load.console.Page} reads forms, links and what an error says, no more.
 *
 * <p>Imports the JDK and Jackson only.
 */
package cn.suinian.load.console;
