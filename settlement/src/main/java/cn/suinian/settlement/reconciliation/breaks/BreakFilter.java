package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which breaks are meant; null or empty: any. Days are inclusive, money in fen.
 *
 * @param leastAgeDays opened at least so many days ago
 * @param assignee staff number; 0: nobody's
 */
public record BreakFilter(
        @Nullable Integer vendorId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<BreakKind> kinds,
        Set<BreakStatus> statuses,
        @Nullable Long leastFen,
        @Nullable Long mostFen,
        @Nullable Integer leastAgeDays,
        @Nullable Long assignee,
        @Nullable Service service) {

    /** Everything that is open. */
    public static final BreakFilter OPEN = new BreakFilter(
            null, null, null, Set.of(), EnumSet.of(BreakStatus.OPEN, BreakStatus.ASKED), null, null, null, null, null);

    public BreakFilter {
        kinds = Set.copyOf(kinds);
        statuses = Set.copyOf(statuses);
    }

    /** Those of one vendor. */
    public BreakFilter of(int vendor) {
        return new BreakFilter(vendor, from, to, kinds, statuses, leastFen, mostFen, leastAgeDays, assignee, service);
    }

    /** Those of these kinds. */
    public BreakFilter of(Set<BreakKind> only) {
        return new BreakFilter(vendorId, from, to, only, statuses, leastFen, mostFen, leastAgeDays, assignee, service);
    }

    /** Those in these states. */
    public BreakFilter in(Set<BreakStatus> only) {
        return new BreakFilter(vendorId, from, to, kinds, only, leastFen, mostFen, leastAgeDays, assignee, service);
    }

    /** Those that were opened at least so many days ago. */
    public BreakFilter aged(int days) {
        return new BreakFilter(vendorId, from, to, kinds, statuses, leastFen, mostFen, days, assignee, service);
    }

    /** As a line of {@code name=value} pairs, for keeping. */
    public String text() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("vendor", vendorId);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("kinds", kinds.isEmpty() ? null : names(kinds));
        parts.put("statuses", statuses.isEmpty() ? null : names(statuses));
        parts.put("leastFen", leastFen);
        parts.put("mostFen", mostFen);
        parts.put("leastAgeDays", leastAgeDays);
        parts.put("assignee", assignee);
        parts.put("service", service);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException when it is none; a DateTimeException for a day that cannot be read
     */
    public static BreakFilter parse(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        Set<BreakKind> kinds = EnumSet.noneOf(BreakKind.class);
        for (String name : list(parts.get("kinds"))) {
            kinds.add(BreakKind.valueOf(name));
        }
        Set<BreakStatus> statuses = EnumSet.noneOf(BreakStatus.class);
        for (String name : list(parts.get("statuses"))) {
            statuses.add(BreakStatus.valueOf(name));
        }
        return new BreakFilter(
                integer(parts.get("vendor")),
                day(parts.get("from")),
                day(parts.get("to")),
                kinds,
                statuses,
                number(parts.get("leastFen")),
                number(parts.get("mostFen")),
                integer(parts.get("leastAgeDays")),
                number(parts.get("assignee")),
                parts.get("service") == null ? null : Service.valueOf(parts.get("service")));
    }

    private static String names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String[] list(@Nullable String names) {
        return names == null ? new String[0] : names.split(",", -1);
    }

    private static @Nullable Integer integer(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
