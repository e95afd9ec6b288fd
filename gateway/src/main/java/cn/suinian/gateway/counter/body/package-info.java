/**
 * What counter software sends: JSON objects read member by member, and what they come to as facts of the register and
 * the card office.
 *
 * <p>Two kinds of wrong are kept apart. What cannot be read (a text where a number belongs, an unknown or repeated
 * member, a day that no calendar has) is refused here with 400, one thing at a time and named by its path. What can be
 * read and is not in order (a name with a digit, somebody of 59) is for the core, which says everything at once. So no
 * rule of the counter is written twice, and members have the names by which the core speaks of them.
 *
 * <p>Rejected: object mapping. Strictness (twice, unknown, null) is off by default there and spread over annotations.
 *
 * <p>Imports core and {@code gateway.http} with its body.
 */
package cn.suinian.gateway.counter.body;
