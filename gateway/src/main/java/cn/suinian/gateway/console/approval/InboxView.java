package cn.suinian.gateway.console.approval;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits, ready to print: the longest waiting first. */
public final class InboxView {

    /** In each of the two lists; whoever has more waiting has other troubles than a second page. */
    static final int MOST = 200;

    private final Frame frame;
    private final List<WaitingItem> items;
    private final Instant now;

    InboxView(Frame frame, List<WaitingItem> items, Instant now) {
        this.frame = frame;
        this.items = items.stream()
                .sorted(Comparator.comparing(
                        (WaitingItem item) -> item.request().at()))
                .toList();
        this.now = now;
    }

    /** A line. */
    public record Row(
            String what,
            String about,
            @Nullable String aboutPath,
            String money,
            String askedBy,
            String askedAt,
            String waiting,
            String reason,
            String path,
            String withdrawPath,
            String hindrance) {}

    public Frame frame() {
        return frame;
    }

    public String say(InboxText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** What the visitor can decide. */
    public List<Row> forYou() {
        return rows(false);
    }

    /** What the visitor asked for. */
    public List<Row> own() {
        return rows(true);
    }

    /** A page on which several requests of one kind are decided at once, and what it is called. */
    public record Together(String path, String label) {}

    /** Those of kinds of which more than one waits. */
    public List<Together> together() {
        Map<String, List<WaitingItem>> several = items.stream()
                .filter(item -> !item.request().own() && item.together().isPresent())
                .collect(Collectors.groupingBy(
                        item -> item.together().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        return several.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Together(
                        each.getKey(),
                        say(
                                InboxText.TOGETHER,
                                each.getValue().get(0).what(),
                                each.getValue().size())))
                .toList();
    }

    /** Whether there is more than is shown. */
    public boolean more() {
        return Math.max(count(true), count(false)) > MOST;
    }

    private long count(boolean own) {
        return items.stream().filter(item -> item.request().own() == own).count();
    }

    private List<Row> rows(boolean own) {
        return items.stream()
                .filter(item -> item.request().own() == own)
                .limit(MOST)
                .map(this::row)
                .toList();
    }

    private Row row(WaitingItem item) {
        return new Row(
                item.what(),
                item.about(),
                item.aboutPath(),
                item.fen().isPresent() ? Figures.money(item.fen().getAsLong()) : say(InboxText.NO_MONEY),
                item.request().as(),
                Figures.dateTime(item.request().at()),
                age(Duration.between(item.request().at(), now)),
                item.request().reason(),
                item.path(),
                InboxPages.withdrawPath(item.request().no()),
                item.hindrance().orElse(""));
    }

    private String age(Duration age) {
        if (age.toDays() >= 2) {
            return say(InboxText.DAYS, age.toDays());
        }
        return age.toHours() >= 1
                ? say(InboxText.HOURS, age.toHours())
                : say(InboxText.MINUTES, Math.max(0, age.toMinutes()));
    }
}
