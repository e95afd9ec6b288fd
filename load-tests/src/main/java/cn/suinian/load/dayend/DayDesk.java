package cn.suinian.load.dayend;

import cn.suinian.load.console.Browser;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Leads business days from cleared to published. */
final class DayDesk {
    private static final String INBOX = "/approvals";
    private static final int MOST_LOOKS = 600;
    private static final int LOOK_MILLIS = 100;

    private final Person clerk;
    private final Person chief;
    private final List<String> refusals = new ArrayList<>();

    DayDesk(Person clerk, Person chief) {
        this.clerk = clerk;
        this.chief = chief;
    }

    /** What the console said to people who approved what they had asked for. */
    List<String> refusals() {
        return refusals;
    }

    /** The clerk says that every statement was compared. */
    void reconcile(LocalDate day) throws IOException, InterruptedException {
        clerk.act(path(day, "reconcile"), path(day, "reconcile"), Map.of());
    }

    /** The clerk asks, is turned away from approving that, and the supervisor approves. */
    void approve(LocalDate day) throws IOException, InterruptedException {
        clerk.act(path(day, "approve"), path(day, "approve"), Map.of("reason", "demo: every break is resolved"));
        String request = request(day);
        refusals.add("%s approves the day they asked for: %s"
                .formatted(clerk.account(), clerk.tryAnyway(request, request + "/approve", Map.of())));
        chief.act(request, request + "/approve", Map.of());
    }

    private String request(LocalDate day) throws IOException, InterruptedException {
        for (String link : chief.open(INBOX).links()) {
            if (link.matches(INBOX + "/days/[0-9]+") && chief.open(link).text().contains(day.toString())) {
                return link;
            }
        }
        throw new ConsoleException("the inbox does not show that " + day + " waits for approval");
    }

    /** Its payments went out; the house does the same by itself within a minute, and either may be first. */
    void markPaid(LocalDate day) throws IOException, InterruptedException {
        chief.act(path(day, "paid"), path(day, "paid"), Map.of());
    }

    /** Seals and publishes; both run beside the requests. */
    String sealAndPublish(LocalDate day) throws IOException, InterruptedException {
        chief.act(path(day, "seal-now"), path(day, "seal-now"), Map.of());
        Browser browser = chief.browser();
        String publish = path(day, "publish");
        Page published = browser.get(json(day));
        for (int i = 0; i < MOST_LOOKS && !published.isOk(); i++) {
            Page asked = browser.get(publish);
            if (i % 5 == 0 && asked.findForm(publish).isPresent()) {
                browser.send(asked.form(publish), Map.of());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            published = browser.get(json(day));
        }
        if (!published.isOk()) {
            throw new ConsoleException(
                    day + " is not published: " + chief.open("/days/" + day).told());
        }
        return published.body();
    }

    private static String json(LocalDate day) {
        return "/published/" + day + ".json";
    }

    private static String path(LocalDate day, String act) {
        return "/days/" + day + "/" + act;
    }
}
