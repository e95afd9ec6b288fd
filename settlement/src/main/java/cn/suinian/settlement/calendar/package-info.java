/**
 * Working days, by core's calendar of holidays and make-up days: when the money of a business day is due, and by when
 * somebody has to be told.
 *
 * <p>A year whose holidays were not loaded yet counts as one without any; {@code doctor} says so in time. Rejected:
 * counting working days in SQL, which would be a second reading of the same calendar.
 *
 * <p>Imports core's entitlement, postgres and JDBC.
 */
package cn.suinian.settlement.calendar;
