package cn.suinian.load.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells records that can be sent from those that cannot; the fields that belong to a record are known at the end. */
final class RecordSorter {
    private final List<Pending> pending = new ArrayList<>();
    private final Map<Set<String>, Set<String>> fieldSets = new HashMap<>();
    private final Map<String, Integer> fieldCounts = new TreeMap<>();
    private final Map<String, FileTap> firstTapOfTerminal = new HashMap<>();
    private final List<Skipped> noRecords = new ArrayList<>();

    /**
     * A record whose fields are there or not.
     *
     * @param tap null when it cannot be one
     * @param fault why a value makes no sense, empty when none does not
     */
    private record Pending(
            int number, Set<String> fields, @Nullable FileTap tap, String fault, String company, long amountFen) {}

    void addNoRecord(int number) {
        noRecords.add(new Skipped(number, "", 0, "is no record but a bare value"));
    }

    void add(FileRecord fileRecord) {
        Set<String> fields =
                fieldSets.computeIfAbsent(Set.copyOf(fileRecord.values().keySet()), Set::copyOf);
        fields.forEach(field -> fieldCounts.merge(field, 1, Integer::sum));
        FileTap tap = null;
        String fault = "";
        if (fields.containsAll(FileRecord.NEEDED)) {
            try {
                tap = fileRecord.tap();
                fault = foreignTerminal(tap);
            } catch (FileRecord.BadValueException e) {
                fault = String.valueOf(e.getMessage());
            }
        }
        pending.add(new Pending(
                fileRecord.number(),
                fields,
                tap,
                fault,
                fileRecord.company().intern(),
                fileRecord.readableAmountFen()));
    }

    /** Everything that was added, sorted. */
    TapFile sorted() {
        Set<String> expected = expectedFields();
        Map<Set<String>, String> lacking = new HashMap<>();
        List<FileTap> taps = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(noRecords);
        for (Pending each : pending) {
            String lacks = lacking.computeIfAbsent(each.fields(), fields -> lacks(expected, fields));
            if (!lacks.isEmpty()) {
                skipped.add(skip(each, lacks));
            } else if (each.tap() == null || !each.fault().isEmpty()) {
                skipped.add(skip(each, each.fault()));
            } else {
                taps.add(each.tap());
            }
        }
        skipped.sort(Comparator.comparingInt(Skipped::number));
        return new TapFile(taps, skipped);
    }

    /** A terminal stands at one company; the first record decides which. */
    private String foreignTerminal(FileTap tap) {
        FileTap first = firstTapOfTerminal.computeIfAbsent(tap.terminalId(), id -> tap);
        return first.company().equals(tap.company())
                ? ""
                : "equ_no %s belongs to %s since record %d"
                        .formatted(tap.terminalId(), first.company(), first.number());
    }

    /** What a tap needs, and whatever else at least half of the records have: one odd field must not skip the rest. */
    private Set<String> expectedFields() {
        Set<String> expected = new TreeSet<>(FileRecord.NEEDED);
        fieldCounts.forEach((field, count) -> {
            if (count * 2L >= pending.size()) {
                expected.add(field);
            }
        });
        return expected;
    }

    private static String lacks(Set<String> expected, Set<String> fields) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(fields);
        return missing.isEmpty() ? "" : "lacks " + String.join(" and ", missing);
    }

    private static Skipped skip(Pending each, String why) {
        return new Skipped(each.number(), each.company(), each.amountFen(), why);
    }
}
