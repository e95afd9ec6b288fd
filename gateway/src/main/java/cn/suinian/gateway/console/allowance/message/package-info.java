/**
 * Messages that were given up, since a telephone number does not open: whose they are, of a run or of the invitations,
 * and that somebody has them sent again once the numbers were corrected.
 *
 * <p>All of a run go together: what still does not open is given up anew, and nobody has to find out one by one which
 * numbers were corrected. Rejected: sending again by itself when a number changes, since a notice may be months old by
 * then and somebody has to have told them otherwise.
 *
 * <p>Imports the console's forms and pages and the office, and nothing of the pages around it.
 */
package cn.suinian.gateway.console.allowance.message;
