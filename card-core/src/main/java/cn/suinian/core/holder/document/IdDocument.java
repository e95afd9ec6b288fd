package cn.suinian.core.holder.document;

import cn.suinian.core.holder.Sex;
import cn.suinian.core.refusal.RefusedException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document by its number. Personal data: never log it; its text form is masked.
 *
 * @param number normalised: half-width, upper case, without spaces and hyphens
 * @param personKey the part that stays with the person when the document is issued again
 * @param bornOn the date of birth that the number carries; null: it carries none
 * @param sex that the number carries; null: it carries none
 */
public record IdDocument(
        DocumentKind kind,
        String number,
        String personKey,
        @Nullable LocalDate bornOn,
        @Nullable Sex sex) {

    private static final Pattern HOME_RETURN = Pattern.compile("[HM][0-9]{8}(?:[0-9]{2})?");
    private static final Pattern TAIWAN = Pattern.compile("[0-9]{8}(?:[0-9]{2})?");
    private static final int HOME_RETURN_KEY = 9;
    private static final int TAIWAN_KEY = 8;
    private static final int REISSUE_DIGITS = 2;
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 2;

    /**
     * Reads a number as somebody typed it.
     *
     * @param field the name of the field, for the refusal
     * @throws RefusedException with a {@link DocumentRefusal} that says what is wrong with it
     */
    public static IdDocument read(DocumentKind kind, String typed, String field) {
        String number = normalised(typed);
        DocumentRefusal refusal = refusal(kind, number);
        if (refusal != null) {
            throw new RefusedException(refusal, field);
        }
        return of(kind, number);
    }

    /** The document that a text can be the number of; no text is the number of two. */
    public static Optional<IdDocument> recognise(String typed) {
        String number = normalised(typed);
        for (DocumentKind kind : DocumentKind.values()) {
            if (refusal(kind, number) == null) {
                return Optional.of(of(kind, number));
            }
        }
        return Optional.empty();
    }

    /**
     * The resident card of a number without its check digit, for those who make numbers up.
     *
     * @param digits the first 17
     */
    public static IdDocument residentCard(String digits) {
        return read(DocumentKind.RESIDENT_CARD, digits + CitizenNumber.checkDigit(digits), "document");
    }

    /** How often the document was issued again, where its number counts that; empty: it does not. */
    public String reissue() {
        return number.substring(personKey.length());
    }

    /** What screens show: the first three characters and the last two. */
    public String masked() {
        int hidden = number.length() - SHOWN_BEFORE - SHOWN_AFTER;
        return number.substring(0, SHOWN_BEFORE) + "*".repeat(hidden) + number.substring(number.length() - SHOWN_AFTER);
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }

    /** Half-width, upper case, without what people put between digits. */
    static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\p{C}-]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static IdDocument of(DocumentKind kind, String number) {
        return switch (kind) {
            case RESIDENT_CARD, RESIDENCE_PERMIT ->
                new IdDocument(
                        kind, number, number, CitizenNumber.bornOn(number).orElseThrow(), CitizenNumber.sex(number));
            case HOME_RETURN_PERMIT -> new IdDocument(kind, number, number.substring(0, HOME_RETURN_KEY), null, null);
            case TAIWAN_PASS -> new IdDocument(kind, number, number.substring(0, TAIWAN_KEY), null, null);
        };
    }

    private static @Nullable DocumentRefusal refusal(DocumentKind kind, String number) {
        if (number.isEmpty()) {
            return DocumentRefusal.DOCUMENT_MISSING;
        }
        return switch (kind) {
            case RESIDENT_CARD -> CitizenNumber.refusal(number, false);
            case RESIDENCE_PERMIT -> CitizenNumber.refusal(number, true);
            case HOME_RETURN_PERMIT -> refusal(number, HOME_RETURN, HOME_RETURN_KEY);
            case TAIWAN_PASS -> refusal(number, TAIWAN, TAIWAN_KEY);
        };
    }

    private static @Nullable DocumentRefusal refusal(String number, Pattern form, int keyLength) {
        if (number.length() != keyLength && number.length() != keyLength + REISSUE_DIGITS) {
            return DocumentRefusal.DOCUMENT_LENGTH;
        }
        return form.matcher(number).matches() ? null : DocumentRefusal.DOCUMENT_CHARACTERS;
    }
}
