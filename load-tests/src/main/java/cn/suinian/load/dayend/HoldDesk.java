package cn.suinian.load.dayend;

import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money that the look before payment holds back: whose, and how two people let it go. */
final class HoldDesk {
    private static final String HOLDS = "/lens/holds";
    private static final Pattern ROW =
            Pattern.compile("href=\"/lens/holds/([0-9]+)\">[^<]*</a></th><td[^>]*>\\s*([^<\\s]+)\\s*<");
    private static final Pattern OLDER = Pattern.compile("/lens/holds\\?before=[0-9]+");
    private static final Pattern CASE = Pattern.compile("/lens/cases/[0-9]+\\?.*");
    private static final String ITEM = "/lens/items/[A-Z]+\\.[0-9]+";
    private static final int MOST_LOOKS = 600;
    private static final int LOOK_MILLIS = 200;
    private static final int MOST_ITEMS = 500;

    private final Person clerk;
    private final Person chief;

    HoldDesk(Person clerk, Person chief) {
        this.clerk = clerk;
        this.chief = chief;
    }

    /** Waits until the house has looked at every day up to this one. */
    void awaitLook(LocalDate throughDay) throws IOException, InterruptedException {
        String due = "/payouts/due?payer=1&throughDay=" + throughDay;
        for (int i = 0; i < MOST_LOOKS; i++) {
            if (!clerk.open(due).text().contains("not looked at before payment")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new ConsoleException("the house did not look at " + throughDay + " before payment");
    }

    /** Holds in force: their number by vendor. */
    Map<String, Long> list() throws IOException, InterruptedException {
        Map<String, Long> holds = new TreeMap<>();
        String next = HOLDS;
        while (!next.isEmpty()) {
            Page page = clerk.open(next);
            Matcher row = ROW.matcher(page.body());
            while (row.find()) {
                holds.put(row.group(2), Long.valueOf(row.group(1)));
            }
            next = page.links().stream()
                    .filter(link -> OLDER.matcher(link).matches())
                    .findFirst()
                    .orElse("");
        }
        return holds;
    }

    /** Answers every flag that it rests on, asks for the release, and has it released; how many flags there were. */
    int release(long hold) throws IOException, InterruptedException {
        String path = HOLDS + "/" + hold;
        String waiting = clerk.open(path).links().stream()
                        .filter(link -> CASE.matcher(link).matches())
                        .findFirst()
                        .orElseThrow(() -> new ConsoleException("hold " + hold + " leads to no case"))
                + "&waiting=yes";
        int answered = 0;
        String item = nextItem(waiting);
        while (!item.isEmpty() && answered < MOST_ITEMS) {
            clerk.act(item, item + "/answer", Map.of("verdict", "EXPLAINED", "reason", "demo: the city is played"));
            answered++;
            item = nextItem(waiting);
        }
        clerk.act(path + "/ask", path + "/ask", Map.of("reason", "demo: every flag is explained"));
        chief.act(path + "/release", path + "/release", Map.of());
        return answered;
    }

    private String nextItem(String waiting) throws IOException, InterruptedException {
        return clerk.open(waiting).links().stream()
                .filter(link -> link.matches(ITEM))
                .findFirst()
                .orElse("");
    }
}
