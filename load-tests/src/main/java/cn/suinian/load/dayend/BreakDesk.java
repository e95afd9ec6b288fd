package cn.suinian.load.dayend;

import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Page;
import cn.suinian.load.screen.Table;
import cn.suinian.load.statement.Difference;
import cn.suinian.load.statement.Difference.Cure;
import cn.suinian.load.statement.FoundBreak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Breaks: the table of them, and what two people do with each. */
final class BreakDesk {
    private static final String BREAKS = "/reconciliation/breaks";
    private static final String APPROVALS = "/reconciliation/approvals";

    private final Person clerk;
    private final Person chief;
    private final Person deputy;
    private final List<String> refusals = new ArrayList<>();

    BreakDesk(Person clerk, Person chief, Person deputy) {
        this.clerk = clerk;
        this.chief = chief;
        this.deputy = deputy;
    }

    /** What the console said to people who approved what they had asked for. */
    List<String> refusals() {
        return refusals;
    }

    /** Every break, resolved or not, as a file. */
    List<FoundBreak> list() throws IOException, InterruptedException {
        Page page = clerk.open(BREAKS + "?state=ALL");
        String export = page.forms().stream()
                .map(form -> form.action())
                .filter(action -> action.startsWith(BREAKS + "/export"))
                .findFirst()
                .orElseThrow(() -> new ConsoleException("no table of breaks: " + page.told()));
        byte[] csv = clerk.browser().download(page.form(export), Map.of("format", "CSV"));
        return FoundBreak.parse(new String(csv, StandardCharsets.UTF_8));
    }

    /** Resolves all of them, each the way that was planned for it. */
    void resolve(Map<Difference, FoundBreak> found) throws IOException, InterruptedException {
        Set<Long> linked = new HashSet<>();
        for (Map.Entry<Difference, FoundBreak> each : found.entrySet()) {
            Difference difference = each.getKey();
            long number = each.getValue().number();
            switch (difference.cure()) {
                case ACCEPT -> one(number, "accept", Map.of("reason", "demo: " + difference.what()));
                case REJECT -> one(number, "reject", Map.of("reason", "demo: " + difference.what()));
                case ADJUST -> approve(ask(clerk, difference, number), clerk, chief);
                case ADJUST_BY_SUPERVISOR -> approve(ask(chief, difference, number), chief, deputy);
                case ADJUST_DECLINED -> {
                    decline(ask(clerk, difference, number));
                    one(number, "reject", Map.of("reason", "demo: the adjustment was declined"));
                }
                case LINK -> {
                    if (linked.add(number)) {
                        link(number, found, linked);
                    }
                }
                case HEAL -> {}
            }
        }
    }

    private Page one(long number, String act, Map<String, String> typed) throws IOException, InterruptedException {
        String path = BREAKS + "/" + number + "/" + act;
        return clerk.act(path, path, typed);
    }

    /** The address of the request. */
    private String ask(Person maker, Difference difference, long number) throws IOException, InterruptedException {
        Set<String> before = requests(maker);
        String path = BREAKS + "/" + number + "/adjust";
        long fen = Math.abs(difference.money().theirsFen() - difference.money().oursFen());
        maker.act(path, path, Map.of("fen", Table.yuan(fen), "reason", "demo: " + difference.what()));
        Set<String> after = requests(maker);
        after.removeAll(before);
        if (after.size() != 1) {
            throw new ConsoleException("one request was made and " + after + " came into the inbox");
        }
        return after.iterator().next();
    }

    private Set<String> requests(Person person) throws IOException, InterruptedException {
        Set<String> requests = new HashSet<>(person.open(APPROVALS).links());
        requests.removeIf(link -> !link.matches(APPROVALS + "/[0-9]+"));
        return requests;
    }

    /** The maker tries first, and must be turned away; then the other approves. */
    private void approve(String request, Person maker, Person checker) throws IOException, InterruptedException {
        String act = request + "/approve";
        refusals.add("%s approves their own adjustment: %s"
                .formatted(maker.account(), maker.tryAnyway(request, act, Map.of())));
        checker.act(request, act, Map.of());
    }

    private void decline(String request) throws IOException, InterruptedException {
        chief.act(request, request + "/refuse", Map.of("reason", "demo: the menu has another price"));
    }

    /** Chooses the other break of the pair among those that the page offers. */
    private void link(long number, Map<Difference, FoundBreak> found, Set<Long> linked)
            throws IOException, InterruptedException {
        String path = BREAKS + "/" + number + "/link";
        List<String> offered = clerk.open(path).form(path).choices().getOrDefault("other", List.of());
        for (Map.Entry<Difference, FoundBreak> other : found.entrySet()) {
            String prefix = other.getValue().number() + ":";
            for (String choice : offered) {
                if (other.getKey().cure() == Cure.LINK && choice.startsWith(prefix)) {
                    clerk.act(path, path, Map.of("other", choice, "reason", "demo: the same lunch"));
                    linked.add(other.getValue().number());
                    return;
                }
            }
        }
        throw new ConsoleException("break " + number + " is not offered its other half, only " + offered);
    }
}
