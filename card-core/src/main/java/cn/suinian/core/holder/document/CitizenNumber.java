package cn.suinian.core.holder.document;

import cn.suinian.core.holder.Sex;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The 18 characters of GB 11643-1999: area (6), date of birth (8), sequence (3, odd for men), check digit by ISO 7064
 * MOD 11-2.
 */
final class CitizenNumber {
    static final int LENGTH = 18;

    private static final Set<String> PERMIT_AREAS = Set.of("810000", "820000", "830000");
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65");
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int OLDEST_YEAR = 1890;

    private CitizenNumber() {}

    /** What is wrong with a normalised number; null: nothing. */
    static @Nullable DocumentRefusal refusal(String number, boolean permit) {
        if (number.length() != LENGTH) {
            return DocumentRefusal.DOCUMENT_LENGTH;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && !(c == 'X' && i == LENGTH - 1)) {
                return DocumentRefusal.DOCUMENT_CHARACTERS;
            }
        }
        boolean areaFits =
                permit ? PERMIT_AREAS.contains(number.substring(0, 6)) : PROVINCES.contains(number.substring(0, 2));
        if (!areaFits) {
            return DocumentRefusal.DOCUMENT_AREA;
        }
        if (bornOn(number).isEmpty()) {
            return DocumentRefusal.DOCUMENT_DATE;
        }
        return number.charAt(LENGTH - 1) == checkDigit(number) ? null : DocumentRefusal.DOCUMENT_CHECK_DIGIT;
    }

    /** The date of birth, when there was such a day since 1890. */
    static Optional<LocalDate> bornOn(String number) {
        int year = Integer.parseInt(number.substring(6, 10));
        try {
            return Optional.of(LocalDate.of(
                            year,
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14))))
                    .filter(day -> day.getYear() >= OLDEST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static Sex sex(String number) {
        return number.charAt(LENGTH - 2) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** That belongs to the first 17; the weight of a place is 2 to the power of its distance, mod 11. */
    static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum = (sum + number.charAt(i) - '0') * 2 % 11;
        }
        return CHECK_DIGITS.charAt(sum);
    }
}
