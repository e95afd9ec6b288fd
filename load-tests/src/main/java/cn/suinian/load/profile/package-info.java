/**
 * Gatling profiles: many clients at once against a gateway that is already running on this machine.
 *
 * <p>{@link cn.suinian.load.profile.MorningPeak} is the rush hour of a workday: bus boards and metro entries, a ramp
 * from 20 to 300 taps a second and a plateau. To run it, start the city with {@code ./suinian up}, build this module
 * ({@code mvn -pl load-tests -am package}) and then
 *
 * <pre>{@code
 * java --add-opens=java.base/java.lang=ALL-UNNAMED \
 *     -cp 'load-tests/target/load-tests-0.1.0.jar:load-tests/target/lib/*' \
 *     -Dsuinian.city=data/demo-city.json cn.suinian.load.profile.MorningPeakRun
 * }</pre>
 *
 * <p>Options, all system properties: {@code suinian.city} (the city file), {@code suinian.peak.rate} (taps a second at
 * the plateau, up to 2,000), {@code suinian.peak.seconds} (ramp and plateau together, up to 180),
 * {@code suinian.peak.p99Millis} (the limit asserted), {@code suinian.peak.results} (the report's directory). The
 * defaults make about 10,000 taps in 60 seconds. The run fails when a single answer is not a signed 200 that approves,
 * or when p99 is above 100 ms, a limit chosen for a driver that shares two cores with what it measures.
 *
 * <p>It is bounded in count and time, and refuses any host but loopback: a tap is a real tap, and the rides it books on
 * the demo cards stay booked. Requests are signed before the first is sent, so that signing does not count as latency;
 * that is why a run may not be longer than {@code sent} stays valid. Card counters and terminal numbers start from the
 * clock, so that the profile can be run again on the same city; the first 100 cards are left alone for clients that
 * count from the city file.
 */
package cn.suinian.load.profile;
