package cn.suinian.load.bench;

import cn.suinian.load.bench.Row.Load;
import cn.suinian.load.bench.Row.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What a run measures, in the order of its table. */
final class Programme {

    /** Taps a second in the busiest hour of 3.2 million a day, if 15 in 100 of them fall into it: our assumption. */
    private static final int BUSIEST_HOUR = 133;

    /** Many times the busiest hour, as terminals bring it that stood before a closed door. */
    private static final int AFTER_A_RESTART = 2_000;

    /** Takes a quarter of an hour to be worth anything, so it is in the table only when its name is. */
    private static final String ONLY_WHEN_NAMED = "checkpoint";

    private static final long SHUFFLED = 20_261_128;

    private Programme() {}

    /** Rows whose name has the pattern; empty: there is none. */
    static List<Row> of(java.util.regex.Pattern only, int connections) {
        List<Row> all = all(connections);
        List<Row> asked = all.stream()
                .filter(row -> only.matcher(row.name()).find())
                .filter(row ->
                        !row.name().contains(ONLY_WHEN_NAMED) || only.pattern().contains(ONLY_WHEN_NAMED))
                .toList();
        return all.stream()
                .filter(row -> asked.contains(row) || isBaseOfOne(row, asked, connections))
                .toList();
    }

    /**
     * The rows in the order of one round: another one each time, so that none follows the same row always. In the
     * first round what is a share of something comes last.
     *
     * @param round from 1
     */
    static List<Row> inRound(List<Row> rows, int round) {
        List<Row> order = new ArrayList<>(rows);
        Collections.shuffle(order, new Random(SHUFFLED + round));
        if (round == 1) {
            order.sort(Comparator.comparing(row -> row.load().share() > 0));
        }
        return order;
    }

    /** Whether it says how much its server does at most. */
    static boolean isHighest(Row row, String contestant) {
        return row.contestant().equals(contestant)
                && row.tapsEach() == 1
                && row.pattern() == Pattern.UNIFORM
                && row.load().equals(Load.CLOSED);
    }

    /** An open load is a share of what its server does at most, so that is measured with it. */
    private static boolean isBaseOfOne(Row row, List<Row> asked, int connections) {
        return row.connections() == connections
                && asked.stream().anyMatch(open -> open.load().share() > 0 && isHighest(row, open.contestant()));
    }

    private static List<Row> all(int many) {
        return List.of(
                Row.closed("bare Vert.x echo", Field.ECHO, many, Pattern.UNIFORM),
                Row.closed("a transaction a tap", "transaction", many, Pattern.UNIFORM),
                Row.closed("a statement a tap", "statement", many, Pattern.UNIFORM),
                Row.closed("ours", Field.OURS, many, Pattern.UNIFORM),
                Row.closed("ours, 64 lines", Field.OURS, 64, Pattern.UNIFORM),
                Row.closed("ours, as shipped", Field.SHIPPED, many, Pattern.UNIFORM),
                Row.closed("ours, Zipf", Field.OURS, many, Pattern.ZIPF),
                Row.closed("ours, one hot card", Field.OURS, many, Pattern.HOT),
                Row.batches("ours, batches", Field.OURS, 8, 1_000),
                Row.open("ours, cold", Field.COLD, many, Load.steady(AFTER_A_RESTART)),
                Row.open("ours, a busiest hour", Field.OURS, many, Load.steady(BUSIEST_HOUR)),
                Row.open("ours, a checkpoint at 133/s", Field.OURS, many, Load.steady(BUSIEST_HOUR))
                        .from(Start.AT_A_CHECKPOINT),
                Row.open("ours, open 25 %", Field.OURS, many, Load.share(25)),
                Row.open("ours, open 50 %", Field.OURS, many, Load.share(50)),
                Row.open("ours, open 75 %", Field.OURS, many, Load.share(75)));
    }
}
