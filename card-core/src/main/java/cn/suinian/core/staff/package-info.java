/**
 * Who may do what: people of the counters, of settlement and of audit, their roles, and the part of the city that
 * each works for.
 *
 * <p>A {@link cn.suinian.core.staff.Role} is a set of {@link cn.suinian.core.staff.Permission}s and nothing else;
 * code asks for permissions, never for roles. A {@link cn.suinian.core.staff.Scope} says whose holders are seen.
 * Both travel with every act in its {@link cn.suinian.core.staff.Actor}, and the audit trail keeps who it was.
 *
 * <p>Imports crypto, money, postgres and refusal.
 */
package cn.suinian.core.staff;
