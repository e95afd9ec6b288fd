/**
 * The calendar by which money is due: what each day of a month is, and the next working day after it.
 *
 * <p>It shows the calendar that taps are judged by and payments go by, and changes nothing: holidays come with a
 * release or from the administrator, see docs/operations.md. What a day is stands there in words, not only in a colour.
 *
 * <p>Imports word, page and route of the console; settlement's calendar.
 */
package cn.suinian.gateway.console.day.calendar;
