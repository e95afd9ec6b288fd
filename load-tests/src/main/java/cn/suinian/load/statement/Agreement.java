package cn.suinian.load.statement;

import cn.suinian.load.statement.Difference.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Planted differences held against the breaks that were found.
 *
 * @param found the break of each difference that was found
 * @param disagreements what was planted and not found, found and not planted, or has other figures; in words
 */
public record Agreement(Map<Difference, FoundBreak> found, List<String> disagreements) {

    /** Compares; figures only of what is still open, since a break that is over keeps what it was. */
    public static Agreement of(List<Difference> planted, List<FoundBreak> breaks) {
        Map<String, FoundBreak> left = new LinkedHashMap<>();
        List<String> disagreements = new ArrayList<>();
        for (FoundBreak each : breaks) {
            if (left.put(each.cause(), each) != null) {
                disagreements.add("found twice: " + each.cause());
            }
        }
        Map<Difference, FoundBreak> found = new LinkedHashMap<>();
        for (Difference difference : planted) {
            String cause = FoundBreak.cause(difference);
            FoundBreak match = left.remove(cause);
            if (match == null) {
                disagreements.add("planted and not found: " + cause);
            } else {
                found.put(difference, match);
                if (!match.money().equals(difference.money())) {
                    disagreements.add(cause + ": planted with " + words(difference.money()) + ", found with "
                            + words(match.money()));
                }
            }
        }
        left.keySet().forEach(cause -> disagreements.add("found and not planted: " + cause));
        return new Agreement(found, disagreements);
    }

    private static String words(Money money) {
        return "ours %d, theirs %d, at risk %d fen".formatted(money.oursFen(), money.theirsFen(), money.riskFen());
    }
}
