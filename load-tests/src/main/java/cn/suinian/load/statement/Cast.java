package cn.suinian.load.statement;

import cn.suinian.load.statement.Sale.Fate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The four vendors whose statements are wrong: each writes another format. */
public record Cast(String canteen, String otherCanteen, String bus, String metro) {
    private static final int LUNCHES = 5;

    /**
     * The first of each kind that sold what the faults need.
     *
     * @param kinds METRO, BUS, CANTEEN and others by vendor code
     * @throws IllegalStateException when there is none
     */
    static Cast of(Map<String, String> kinds, Map<String, List<Sale>> first, Map<String, List<Sale>> second) {
        String other = find(
                kinds,
                "CANTEEN",
                vendor -> count(first, vendor, Cast::isDeclinedLunch) > 0
                        && count(first, vendor, Cast::isTakenBack) > 0
                        && count(first, vendor, Sale::isSubsidised) > 1
                        && count(second, vendor, Sale::isSubsidised) > 0);
        String canteen = find(
                kinds,
                "CANTEEN",
                vendor -> !vendor.equals(other)
                        && count(first, vendor, Sale::isSubsidised) > LUNCHES
                        && count(first, vendor, Cast::hasRoomAbove) > LUNCHES
                        && count(second, vendor, Sale::isSubsidised) > 0);
        return new Cast(
                canteen,
                other,
                find(kinds, "BUS", vendor -> count(second, vendor, Sale::isSubsidised) > 1),
                find(kinds, "METRO", vendor -> count(first, vendor, sale -> sale.subsidyFen() >= 500) > 2));
    }

    /** How a vendor writes; whoever has no part in the play writes our own format. */
    public Form form(String vendor) {
        if (vendor.equals(otherCanteen)) {
            return Form.CSV_GB18030;
        }
        if (vendor.equals(bus)) {
            return Form.JSON_LINES;
        }
        return vendor.equals(metro) ? Form.CLEARING_RECORD : Form.CSV_UTF_8;
    }

    /** The four of them. */
    public List<String> all() {
        return List.of(canteen, otherCanteen, bus, metro);
    }

    static boolean isDeclinedLunch(Sale sale) {
        return sale.fate() == Fate.DECLINED && sale.amountFen() >= 500;
    }

    static boolean isTakenBack(Sale sale) {
        return sale.fate() == Fate.TAKEN_BACK && sale.subsidyFen() > 0;
    }

    /** Whether more subsidy could be claimed within the price. */
    static boolean hasRoomAbove(Sale sale) {
        return sale.isSubsidised() && sale.amountFen() - sale.subsidyFen() >= 150;
    }

    private interface Fits {
        boolean test(String vendor);
    }

    private static String find(Map<String, String> kinds, String kind, Fits fits) {
        return new TreeSet<>(kinds.keySet())
                .stream()
                        .filter(vendor -> kind.equals(kinds.get(vendor)) && fits.test(vendor))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no " + kind + " sold what the faults need"));
    }

    private static long count(Map<String, List<Sale>> sales, String vendor, java.util.function.Predicate<Sale> which) {
        return sales.getOrDefault(vendor, List.of()).stream().filter(which).count();
    }
}
