/**
 * Registering somebody in short steps: the document, the person, hukou and categories, a look at all of it with the
 * consent, and a receipt.
 *
 * <p>Nothing is stored before the last step. What earlier steps asked travels in hidden fields of the form, so any node
 * can go on with it and no half-registered person is left anywhere; a button leads back without losing anything. Each
 * step asks core whether the registration would be accepted and shows what is wrong with the fields asked so far, so
 * no rule is written here a second time.
 *
 * <p>Whoever is registered already is found as early as can be: by the number after the first step, by name and
 * birthday before the last. The photo comes with the last step, since a file cannot travel on.
 *
 * <p>Rejected: a draft in the database (personal data of people who never signed), and one long form (elders look
 * along, and a page that is too long is not read).
 *
 * <p>Imports holder.word, form, page and route of the console; holder of core.
 */
package cn.suinian.gateway.console.holder.register;
