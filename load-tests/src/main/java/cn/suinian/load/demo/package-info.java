/**
 * The main job end to end: two weekdays of the demo city over real HTTP, their close, an audit of everything, and the
 * day end at the console.
 *
 * <p>{@link cn.suinian.load.demo.Demo} is a main class. Arguments: {@code --gateway-classpath CP} (or the system
 * property {@code suinian.gateway.classpath}), the class path that {@code java -cp} needs to run the gateway;
 * {@code --seed N} for another day of the same city. It ends with 0 when every invariant holds, 1 when one broke, 2 if
 * it could not be carried out.
 *
 * <p>The first day D is the latest workday that is followed by another and lies two workdays back, so that a sale of D
 * that its vendor forgets is missing and no longer just expected. It must be known before the database that knows the
 * calendar exists, so the first guess knows weekends only; if the seeded calendar says otherwise, the stage is built
 * again for the right day. Both days are in the past, so each can be sent at once and closed right after; the gateway
 * treats such taps as what they are, stored ones that arrive late, which is why it is started with a late limit of 15
 * days. The second day is a third of the holders' rides and lunches, which is enough for a day end.
 *
 * <p>May import every room but {@code replay} and {@code profile}.
 */
package cn.suinian.load.demo;
