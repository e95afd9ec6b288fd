package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityFile;
import cn.suinian.load.frame.SignedFrame;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the profiles share: the city, requests that were signed in advance, a ramp and a plateau, the assertions. */
abstract class Profile extends Simulation {
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Gatling makes the simulation itself, so the settings come from system properties. */
    final PeakSettings settings = PeakSettings.ofProperties();

    final City city = read(settings);
    final SignedTaps taps = new SignedTaps(city, Instant.now());

    /** Runs these, and asserts that nothing failed and that p99 is within the limit. */
    final void run(List<PopulationBuilder> populations) {
        setUp(populations)
                .protocols(http.baseUrl(city.baseUrl().toString())
                        .shareConnections()
                        .disableCaching()
                        .disableFollowRedirect())
                .assertions(
                        global().failedRequests().count().is(0L),
                        global().responseTime().percentile(99.0).lte(settings.p99Millis()))
                .maxDuration(Duration.ofSeconds(settings.seconds()).plus(GRACE));
    }

    /** Sends each of these once: a ramp to this many a second and a plateau. */
    final PopulationBuilder each(String name, List<SignedFrame> frames, int perSecond, CheckBuilder... checks) {
        return scenario(name)
                .exec(feed(feeder(frames)).exec(request(name, frames.get(0)).check(checks)))
                .injectOpen(ramp(perSecond));
    }

    /** How many requests {@link #each} needs at most at this rate; Gatling rounds each second's share. */
    final int needed(int perSecond) {
        int least = Math.min(PeakSettings.FIRST_RATE, perSecond);
        return (least + perSecond) * settings.rampSeconds() / 2 + perSecond * (settings.plateauSeconds() + 1);
    }

    private OpenInjectionStep[] ramp(int perSecond) {
        return new OpenInjectionStep[] {
            rampUsersPerSec(Math.min(PeakSettings.FIRST_RATE, perSecond))
                    .to(perSecond)
                    .during(settings.rampSeconds()),
            constantUsersPerSec(perSecond).during(settings.plateauSeconds())
        };
    }

    /** All of one scenario have the same method; the first one's. */
    private static HttpRequestActionBuilder request(String name, SignedFrame first) {
        HttpRequestActionBuilder request = first.frame().method().equals("GET")
                ? http(name).get("#{target}")
                : http(name)
                        .post("#{target}")
                        .header("Content-Type", "application/json")
                        .body(StringBody("#{body}"));
        return request.header("Authorization", "#{authorization}")
                .check(status().is(200), header("Suinian-Mac").exists());
    }

    private static Iterator<Map<String, Object>> feeder(List<SignedFrame> frames) {
        return frames.stream()
                .map(frame -> Map.<String, Object>of(
                        "authorization", frame.authorization(),
                        "target", frame.frame().target(),
                        "body", frame.frame().body()))
                .iterator();
    }

    private static City read(PeakSettings settings) {
        try {
            return CityFile.read(settings.cityFile());
        } catch (IOException e) {
            throw new UncheckedIOException("is the city up? " + e.getMessage(), e);
        }
    }
}
