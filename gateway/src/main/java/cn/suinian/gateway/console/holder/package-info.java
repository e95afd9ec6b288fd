/**
 * The pages about holders, and what joins them: search, the holder's page, registration, changes, second signatures.
 *
 * <p>Each lives in a package of its own with its texts, its views and its templates; {@code word} is what they share.
 * The list of routes is made here, behind one guard that answers for holders who are not there or not there for
 * whoever asks.
 *
 * <p>Imports its parts, route and page of the console, office, and reference of core.
 */
package cn.suinian.gateway.console.holder;
