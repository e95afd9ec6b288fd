package cn.suinian.load.bench;

import java.util.List;

/** What a run measures, in its order. */
final class Programme {

    /** Taps a second in the busiest hour of 3.2 million a day, if 15 in 100 of them fall into it: our assumption. */
    private static final int BUSIEST_HOUR = 133;

    private Programme() {}

    /** Rows whose name has the pattern; empty: there is none. */
    static List<Row> of(java.util.regex.Pattern only, int connections) {
        List<Row> all = all(connections);
        List<Row> asked =
                all.stream().filter(row -> only.matcher(row.name()).find()).toList();
        return all.stream()
                .filter(row -> asked.contains(row) || isBaseOfOne(row, asked, connections))
                .toList();
    }

    /** Whether it says how much its server does at most. */
    static boolean isHighest(Row row, String contestant) {
        return row.contestant().equals(contestant)
                && row.tapsEach() == 1
                && row.pattern() == Pattern.UNIFORM
                && row.share() == 0
                && row.perSecond() == 0;
    }

    /** An open load is a share of what its server does at most, so that is measured with it. */
    private static boolean isBaseOfOne(Row row, List<Row> asked, int connections) {
        return row.connections() == connections
                && asked.stream().anyMatch(open -> open.share() > 0 && isHighest(row, open.contestant()));
    }

    private static List<Row> all(int many) {
        return List.of(
                Row.closed("bare Vert.x echo", "echo", many, Pattern.UNIFORM),
                Row.closed("a transaction a tap", "transaction", many, Pattern.UNIFORM),
                Row.closed("a statement a tap", "statement", many, Pattern.UNIFORM),
                Row.closed("ours", "ours", many, Pattern.UNIFORM),
                Row.closed("ours, 64 lines", "ours", 64, Pattern.UNIFORM),
                Row.closed("ours, Zipf", "ours", many, Pattern.ZIPF),
                Row.closed("ours, one hot card", "ours", many, Pattern.HOT),
                Row.batches("ours, batches", "ours", 8, 1_000),
                Row.steady("ours, a busiest hour", "ours", many, BUSIEST_HOUR),
                Row.open("ours, open 25 %", "ours", many, 25),
                Row.open("ours, open 50 %", "ours", many, 50),
                Row.open("ours, open 75 %", "ours", many, 75));
    }
}
