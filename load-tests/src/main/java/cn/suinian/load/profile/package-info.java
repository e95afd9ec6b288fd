/**
 * Gatling profiles: many clients at once against a gateway that is already running on this machine.
 *
 * <ul>
 *   <li>{@link cn.suinian.load.profile.MorningPeak}: bus boards and metro entries, all approved;
 *   <li>{@link cn.suinian.load.profile.LunchRush}: canteens at noon;
 *   <li>{@link cn.suinian.load.profile.OfflineFlush}: what terminals stored, in batches of 100;
 *   <li>{@link cn.suinian.load.profile.HotCard}: three cards without end;
 *   <li>{@link cn.suinian.load.profile.MixedDay}: all of it, with heartbeats and fetches of the denylist.
 * </ul>
 *
 * <p>Start the city with {@code ./suinian up} and then {@code ./suinian load PROFILE [RATE [SECONDS]]}. Each has a ramp
 * and a plateau, 300 taps a second and 60 seconds unless said otherwise, and fails when a single answer is not a signed
 * 200 of the right kind or when p99 is above {@code suinian.peak.p99Millis} (100), a limit chosen for a driver that
 * shares two cores with what it measures.
 *
 * <p>It is bounded in count and time, and refuses any host but loopback: a tap is a real tap, and the rides it books on
 * the demo cards stay booked. Requests are signed before the first is sent, so that signing does not count as latency;
 * that is why a run may not be longer than {@code sent} stays valid. Card counters and terminal numbers start from the
 * clock, so that the profile can be run again on the same city; the first 100 cards are left alone for clients that
 * count from the city file.
 */
package cn.suinian.load.profile;
