package cn.suinian.load.dayend;

import cn.suinian.load.console.Browser.Attached;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Page;
import cn.suinian.load.console.PageForm;
import cn.suinian.load.statement.Form;
import cn.suinian.load.statement.VendorStatement;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Vendors' statements: how they are written, and taking them in. */
final class StatementDesk {
    private static final String NEW = "/reconciliation/statements/new";
    private static final String FORMATS = "/reconciliation/formats";
    private static final String STATEMENT = "/reconciliation/statements/[0-9]+";
    private static final int MOST_LOOKS = 600;
    private static final int LOOK_MILLIS = 50;

    /** The fields of a mapping in the order of {@link Form#CHINESE_COLUMNS}. */
    private static final List<String> FIELDS = List.of(
            "TAP_DATE",
            "TAPPED_AT",
            "TERMINAL",
            "TERMINAL_SEQ",
            "CARD",
            "SERVICE",
            "AMOUNT",
            "SUBSIDY",
            "EXTRA",
            "PAYER");

    private final Person clerk;
    private final Person chief;
    private final Map<String, Integer> vendorIds;

    /**
     * A statement that was taken in.
     *
     * @param path of its page
     * @param facts what its page says of it
     * @param before whether it was there already
     * @param held whether somebody has to look at it first
     * @param grouped rows and taps that were found to belong together by rule
     */
    record Taken(String path, Map<String, String> facts, boolean before, boolean held, String grouped) {}

    StatementDesk(Person clerk, Person chief) throws IOException, InterruptedException {
        this.clerk = clerk;
        this.chief = chief;
        Map<String, Integer> ids = new TreeMap<>();
        clerk.open(NEW).choices("vendor").forEach((id, name) -> {
            if (!id.isEmpty()) {
                ids.put(name.split(" · ", 2)[0], Integer.valueOf(id));
            }
        });
        this.vendorIds = ids;
    }

    int vendorId(String code) throws ConsoleException {
        Integer id = vendorIds.get(code);
        if (id == null) {
            throw new ConsoleException("the console knows no vendor " + code);
        }
        return id;
    }

    /** The supervisor says how a vendor writes, once; whoever writes our own CSV needs nothing. */
    void agreeOn(String vendor, Form form) throws IOException, InterruptedException {
        String page = FORMATS + "?vendor=" + vendorId(vendor);
        switch (form) {
            case CSV_UTF_8 -> {}
            case JSON_LINES -> known(page, "OWN_JSON_LINES");
            case CLEARING_RECORD -> known(page, "TRANSIT_CLEARING");
            case CSV_GB18030 -> {
                Map<String, String> typed = new LinkedHashMap<>(
                        Map.of("format", "CSV", "charset", "GB18030", "unit", "YUAN", "times", "SPACED"));
                for (int i = 0; i < FIELDS.size(); i++) {
                    typed.put("source-" + FIELDS.get(i), Form.CHINESE_COLUMNS.get(i));
                }
                save(chief.open(page), typed);
            }
        }
    }

    private void known(String page, String name) throws IOException, InterruptedException {
        save(chief.open(page + "&known=" + name), Map.of());
    }

    /** The page has a form that only chooses and one that saves; the one that saves is posted with a token. */
    private void save(Page page, Map<String, String> typed) throws IOException, InterruptedException {
        PageForm form = page.forms().stream()
                .filter(each -> each.action().equals(FORMATS) && each.fields().contains("csrf"))
                .findFirst()
                .orElseThrow(() -> new ConsoleException("no format can be saved: " + page.told()));
        Page answer = chief.browser().send(form, typed);
        if (!answer.isOk() || answer.hasErrors()) {
            throw new ConsoleException("a format was not saved: " + answer.told());
        }
    }

    /** Sends a file and waits until it is taken in and compared. */
    Taken send(VendorStatement statement) throws IOException, InterruptedException {
        Page page = clerk.act(
                NEW,
                NEW,
                Map.of(
                        "vendor",
                        Integer.toString(vendorId(statement.vendor())),
                        "day",
                        statement.day().toString()),
                new Attached("file", statement.fileName(), statement.content()));
        return taken(page);
    }

    /** Lets a held statement count. */
    Taken accept(Taken held, String reason) throws IOException, InterruptedException {
        String act = held.path() + "/accept";
        return taken(clerk.act(act, act, Map.of("reason", reason)), held.path());
    }

    private Taken taken(Page begun) throws IOException, InterruptedException {
        Page done = await(begun);
        String path = done.links().stream()
                .filter(link -> link.matches(STATEMENT))
                .findFirst()
                .orElseThrow(() -> new ConsoleException("the statement was not taken in: " + done.told()));
        return taken(done, path);
    }

    private Taken taken(Page begun, String path) throws IOException, InterruptedException {
        Page done = await(begun);
        Page statement = clerk.open(path);
        return new Taken(
                path,
                statement.facts(),
                done.text().contains("taken in before"),
                statement.links().contains(path + "/accept"),
                done.facts().getOrDefault("Grouped by rule", ""));
    }

    private Page await(Page begun) throws IOException, InterruptedException {
        Page page = begun;
        for (int i = 0; i < MOST_LOOKS && page.body().contains("hx-get="); i++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            page = clerk.open(begun.path());
        }
        if (page.body().contains("hx-get=")) {
            throw new ConsoleException("still not compared: " + page.told());
        }
        return page;
    }
}
