package cn.suinian.gateway.console.form;

import java.util.Comparator;

/** Text as people sort it: a run of digits counts as a number, so that V2 comes before V10. */
public enum NaturalOrder implements Comparator<String> {
    BY_NUMBERS;

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int order;
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int endOfOne = endOfDigits(one, i);
                int endOfOther = endOfDigits(other, j);
                order = compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther));
                i = endOfOne;
                j = endOfOther;
            } else {
                order = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static int compareNumbers(String one, String other) {
        String ours = one.replaceFirst("^0+(?=.)", "");
        String theirs = other.replaceFirst("^0+(?=.)", "");
        int order = Integer.compare(ours.length(), theirs.length());
        return order != 0 ? order : ours.compareTo(theirs);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
