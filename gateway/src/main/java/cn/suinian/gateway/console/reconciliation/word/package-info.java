/**
 * What all pages of reconciliation share: names of vendors, words for what is stored, money as it is typed and
 * printed, where requests are decided, and how a page that is about nothing, or about something that somebody changed,
 * is answered.
 *
 * <p>The pages themselves are apart by what they are about and import this; so none of them imports another one for a
 * word. Rejected: one enum of phrases for all pages (it would have had four hundred constants).
 *
 * <p>Imports form, page, route, today's names of services and payers; approval, refusal, registry, staff of core;
 * breaks and policy of settlement.
 */
package cn.suinian.gateway.console.reconciliation.word;
