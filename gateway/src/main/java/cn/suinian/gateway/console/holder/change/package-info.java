/**
 * What changes of a holder: corrections, hukou and categories, deaths and moves.
 *
 * <p>A form shows what is kept in masked form and takes only what is to be different; whoever needs to see the value
 * itself looks with a reason. Every form carries which version of the page was seen and which entries of its history:
 * when somebody else was quicker, the page says what they changed, and nothing that was typed is lost.
 *
 * <p>A life event says what it stops before it is done and from which day. Corrections are guarded by core within their
 * transaction; hukou, categories and events, which core guards by periods and states, are looked at just before.
 *
 * <p>Imports holder.word, form, page and route of the console; holder of core.
 */
package cn.suinian.gateway.console.holder.change;
