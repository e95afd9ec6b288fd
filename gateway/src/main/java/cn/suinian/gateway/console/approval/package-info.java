/**
 * The inbox of second signatures: everything that waits for another person, the oldest first, for whoever may decide
 * it, and apart from it what the visitor asked for and somebody else has to decide; that they may take back.
 *
 * <p>Rooms stay where they are: each gives what waits as {@link cn.suinian.gateway.console.approval.WaitingItem}s
 * through a {@link cn.suinian.gateway.console.approval.WaitingRoom}, and keeps the page on which it is decided. The
 * inbox decides nothing and hides nothing that a room gives; who may see what is the room's to say.
 *
 * <p>Rejected: one query over {@code approval_request} (only a room knows who may see a request and what stands
 * behind it), an inbox for each room (nobody looks into six).
 *
 * <p>Imports page, form and route of the console, and core's approval and staff.
 */
package cn.suinian.gateway.console.approval;
