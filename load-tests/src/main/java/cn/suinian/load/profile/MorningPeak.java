package cn.suinian.load.profile;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityFile;
import cn.suinian.load.frame.SignedFrame;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The rush hour of a workday; how to run it is told in the package's description. */
public final class MorningPeak extends Simulation {
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Gatling makes the simulation itself, so the settings come from system properties. */
    public MorningPeak() {
        PeakSettings settings = PeakSettings.ofProperties();
        City city = read(settings);
        List<SignedFrame> taps = new SignedTaps(city, Instant.now()).sign(settings.taps());
        setUp(rush(taps)
                        .injectOpen(
                                rampUsersPerSec(PeakSettings.FIRST_RATE)
                                        .to(settings.rate())
                                        .during(settings.rampSeconds()),
                                constantUsersPerSec(settings.rate()).during(settings.plateauSeconds())))
                .protocols(http.baseUrl(city.baseUrl().toString())
                        .shareConnections()
                        .disableCaching()
                        .disableFollowRedirect())
                .assertions(
                        global().failedRequests().count().is(0L),
                        global().responseTime().percentile(99.0).lte(settings.p99Millis()))
                .maxDuration(Duration.ofSeconds(settings.seconds()).plus(GRACE));
    }

    private static ScenarioBuilder rush(List<SignedFrame> taps) {
        Iterator<Map<String, Object>> feeder = taps.stream()
                .map(tap -> Map.<String, Object>of(
                        "authorization",
                        tap.authorization(),
                        "body",
                        tap.frame().body()))
                .iterator();
        return scenario("morning peak")
                .exec(feed(feeder)
                        .exec(http("tap")
                                .post("/v1/taps")
                                .header("Content-Type", "application/json")
                                .header("Authorization", "#{authorization}")
                                .body(StringBody("#{body}"))
                                .check(
                                        status().is(200),
                                        header("Suinian-Mac").exists(),
                                        substring("APPROVED").exists())));
    }

    private static City read(PeakSettings settings) {
        try {
            return CityFile.read(settings.cityFile());
        } catch (IOException e) {
            throw new UncheckedIOException("is the city up? " + e.getMessage(), e);
        }
    }
}
