package cn.suinian.settlement.seal;

import java.util.List;
import java.util.StringJoiner;

/**
 * By what a row is known: the first columns of its text, as the database writes them.
 *
 * @param text the columns with commas between
 */
record RowKey(String text) implements Comparable<RowKey> {
    /** From a whole row's text, "(2026-11-16,440300010001,5,...)". */
    static RowKey ofRow(String row, int columns) {
        int end = 0;
        for (int found = 0; found < columns; found++) {
            end = row.indexOf(',', end + 1);
        }
        if (end < 0) {
            throw new IllegalStateException("a row with fewer columns than its key");
        }
        return new RowKey(row.substring(1, end));
    }

    /**
     * As the database orders them. Columns are compared as they stand: of two whole numbers the longer is the greater,
     * and dates have one length. It is done for every row.
     */
    @Override
    public int compareTo(RowKey other) {
        int mine = 0;
        int theirs = 0;
        while (mine <= text.length() && theirs <= other.text.length()) {
            int myEnd = end(text, mine);
            int theirEnd = end(other.text, theirs);
            int order = compare(text, mine, myEnd, other.text, theirs, theirEnd);
            if (order != 0) {
                return order;
            }
            mine = myEnd + 1;
            theirs = theirEnd + 1;
        }
        return Integer.compare(text.length() - mine, other.text.length() - theirs);
    }

    private static int end(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }

    private static int compare(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
        boolean aBelowZero = a.startsWith("-", aFrom);
        if (aBelowZero || b.startsWith("-", bFrom)) {
            return Long.compare(Long.parseLong(a, aFrom, aEnd, 10), Long.parseLong(b, bFrom, bEnd, 10));
        }
        if (aEnd - aFrom != bEnd - bFrom) {
            return Integer.compare(aEnd - aFrom, bEnd - bFrom);
        }
        for (int i = 0; i < aEnd - aFrom; i++) {
            int order = Character.compare(a.charAt(aFrom + i), b.charAt(bFrom + i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** For people. */
    String described(Section section) {
        String[] values = text.split(",", -1);
        List<String> names = section.keyColumns();
        StringJoiner joined = new StringJoiner(", ");
        for (int i = 0; i < names.size() && i < values.length; i++) {
            joined.add(names.get(i) + " " + values[i]);
        }
        return joined.toString();
    }
}
