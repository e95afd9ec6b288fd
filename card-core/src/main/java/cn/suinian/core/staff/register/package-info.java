/**
 * The register of staff and of the counters they work at: who is made, changed, disabled, and by whom.
 *
 * <p>Administrators keep it, and cannot help themselves: nobody changes their own roles, scope, status, password or
 * second factor here, and the last active administrator stays. That one is counted under locks of all administrators'
 * rows, so two who disable each other at the same instant leave one. An administrator has no other role, and neither
 * has an auditor (MLPS 3: administration, audit and the business itself are three people).
 *
 * <p>A password is never chosen for somebody: one is made, handed over once, good for a week and for one sign-in.
 *
 * <p>Imports audit, holder, postgres, refusal, settings, staff and staff.password.
 */
package cn.suinian.core.staff.register;
