/**
 * The settlement role of a node: what recurs. Days are closed at their hour and, once approved, paid, sealed and
 * published when nothing holds them up; new taps looked at for risks, cleared days before they are paid; breaks aged,
 * those who turn seventy invited, messages sent, heads counted.
 *
 * <p>Each job is a row of {@code settlement_job}, kept by db-scheduler: of all nodes with this role the first that
 * finds it due does it, and when that one dies another takes it up after a minute without a sign of life. The jobs are
 * safe without it: each takes a lock of its own or is done once by the database; the timetable only sees to it that
 * not every node tries. {@link cn.suinian.gateway.dayend.Job} is all that a room has to offer to be part of it.
 *
 * <p>Gauges are the exception: {@link cn.suinian.gateway.dayend.DayMeters} is looked up by every node once a minute,
 * for monitoring may ask any of them. Rejected: a leader (one more thing to elect and to lose), cron on the machines
 * (no node would know what another one did).
 *
 * <p>Imports the house's office of days, settlement, db-scheduler and Micrometer.
 */
package cn.suinian.gateway.dayend;
