/**
 * One tap explained to staff: what was tapped, how it was decided, and what the decision saw of the person.
 *
 * <p>The page's address is the tap's id, which names nobody, and a form finds it by what is on a receipt; no card number is in an address, a title or a log. Of the
 * age it shows the band and not the years: that is what rules ask about.
 *
 * <p>Imports core's explanations, the pages' shared room, and from today's page what services and reasons are called.
 */
package cn.suinian.gateway.console.tap;
