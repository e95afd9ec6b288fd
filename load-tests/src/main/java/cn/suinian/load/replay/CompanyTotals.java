package cn.suinian.load.replay;

import cn.suinian.load.stage.ClearingLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fen by company: what the file holds, what of it was skipped, what was sent, what the close paid out.
 */
record CompanyTotals(Map<String, Long> skipped, Map<String, Long> sent, Map<String, Long> cleared) {
    private static final String UNKNOWN = "(no company)";

    static CompanyTotals of(TapFile file, List<ClearingLine> lines) {
        Map<String, Long> skipped = new TreeMap<>();
        file.skipped()
                .forEach(each -> skipped.merge(
                        each.company().isEmpty() ? UNKNOWN : each.company(), each.amountFen(), Long::sum));
        Map<String, Long> sent = new TreeMap<>();
        file.taps().forEach(tap -> sent.merge(tap.company(), tap.amountFen(), Long::sum));
        Map<String, Long> cleared = new TreeMap<>();
        lines.forEach(line -> cleared.merge(line.vendorName(), line.subsidyFen(), Long::sum));
        return new CompanyTotals(skipped, sent, cleared);
    }

    Set<String> companies() {
        Set<String> companies = new TreeSet<>(sent.keySet());
        companies.addAll(skipped.keySet());
        companies.addAll(cleared.keySet());
        return companies;
    }

    long fileFen(String company) {
        return skippedFen(company) + sentFen(company);
    }

    long skippedFen(String company) {
        return skipped.getOrDefault(company, 0L);
    }

    long sentFen(String company) {
        return sent.getOrDefault(company, 0L);
    }

    long clearedFen(String company) {
        return cleared.getOrDefault(company, 0L);
    }

    /** Whether what was cleared is what the file holds, the skipped left out. */
    boolean agree(String company) {
        return fileFen(company) - skippedFen(company) == clearedFen(company);
    }
}
