/**
 * Explanations: how a stored tap was decided, told again from what was kept with it.
 *
 * <p>A decision keeps the facts it saw as one number beside the tap ({@link
 * cn.suinian.core.authorization.decision.FactsSeen}) and the number of the rule that granted something, and rules are
 * never edited; so an explanation needs no history of the person and stays true whatever was corrected since. Where a
 * tap was declined no rule is kept. It is found again by choosing once more with the facts of that time, and left out
 * when the choice could have gone another way.
 *
 * <p>There are two levels, which are two records and not one with fields left empty: what anybody at the terminal may
 * read, and what only staff may, which is all that tells something of the person.
 *
 * <p>Rejected: keeping the text of an explanation with each tap (a hundred bytes on each of three million rows a day,
 * for the few that anybody asks about).
 *
 * <p>Pure: imports decision, entitlement with its policy, holder and terminal; no Vert.x, SQL or clock.
 */
package cn.suinian.core.authorization.explanation;
