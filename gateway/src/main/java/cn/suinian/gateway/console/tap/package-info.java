/**
 * One tap explained to staff: what was tapped, where and who pays, how it was decided, what looks wrong about it, and
 * what the decision saw of the person. {@code CircumstanceStore} asks what an explanation does not have.
 *
 * <p>The page's address is the tap's id, which names nobody, and a form leads there from the id on a receipt; no card
 * number is in an address, a title or a log of ours. Of the age it shows the band and not the years: that is what rules
 * ask about. What tells of the person is for the district that serves them; every look is in the audit trail.
 *
 * <p>Imports core's explanations and its record of looks at taps, the pages' shared room, from today's page what
 * services and reasons are called, and from the flags' page what a flag says.
 */
package cn.suinian.gateway.console.tap;
