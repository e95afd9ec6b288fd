/**
 * Applying for the old-age allowance: by answering an invitation, or at a desk.
 *
 * <p>Two months before somebody with a Shenzhen hukou turns seventy they are invited by a short message; the reply
 * 同意 applies, in whatever words around it, a clear no does not (DOMAIN A2), and whoever wrote something else is
 * asked. Whoever was not reached, did not answer or is older applies at a desk, and is paid from the month of the
 * application on: nothing before it is ever paid. An application is made once and stays; what stops the allowance
 * is decided by the policy, month by month.
 *
 * <p>The text of a clear reply is compared and forgotten; one that is neither a yes nor a no is kept sealed until the
 * matter is ended, for whoever has to ask. Rejected: keeping all texts (people answer with all sorts of things about
 * themselves), taking whatever is not clear as a no (somebody who wrote 我同意！ got nothing, and nobody saw it), and
 * taking a reply by the telephone number it came from (couples share one).
 *
 * <p>Imports the allowance, its policy and its messages; JDBC.
 */
package cn.suinian.settlement.allowance.enrolment;
