package cn.suinian.core.holder.lookup;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.refusal.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find a holder, and what it can be. Never log it.
 *
 * @param kinds what it is looked for as; eight digits alone may be a Taiwan pass or a phone without its area
 * @param card when it is a card's number
 * @param document when it is a document's
 * @param phones when it is a phone: each spelling it can be stored in
 * @param name its compared letters, when it is a name
 */
public record SearchText(
        List<Kind> kinds,
        @Nullable CardNumber card,
        @Nullable IdDocument document,
        List<String> phones,
        @Nullable String name) {

    private static final String FIELD = "q";
    private static final int LONGEST = 100;
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\p{Z}\\p{C}-]");
    private static final Pattern ANY_DIGIT = Pattern.compile("[0-9]");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{8,10}|\\+[0-9]{9,14}");

    /** What a search is for; kept in the audit trail. */
    public enum Kind {
        CARD,
        DOCUMENT,
        PHONE,
        NAME
    }

    /**
     * Decides what a text is.
     *
     * @throws RefusedException when it is a number that is none of ours, or too little
     */
    public static SearchText of(String typed) {
        if (typed.length() > LONGEST) {
            throw new RefusedException(HolderRefusal.SEARCH_TEXT, FIELD);
        }
        String number = PersonalText.comparedPhone(typed);
        Optional<CardNumber> card =
                CardNumber.parse(BETWEEN_DIGITS.matcher(number).replaceAll(""));
        if (card.isPresent()) {
            return new SearchText(List.of(Kind.CARD), card.get(), null, List.of(), null);
        }
        Optional<IdDocument> document = IdDocument.recognise(typed);
        List<String> phones = phones(number);
        if (document.isPresent() || !phones.isEmpty()) {
            List<Kind> kinds = Stream.of(Kind.DOCUMENT, Kind.PHONE)
                    .filter(kind -> kind == Kind.DOCUMENT ? document.isPresent() : !phones.isEmpty())
                    .toList();
            return new SearchText(kinds, null, document.orElse(null), phones, null);
        }
        if (ANY_DIGIT.matcher(number).find()) {
            throw new RefusedException(HolderRefusal.SEARCH_NUMBER, FIELD);
        }
        String name = PersonalText.comparedName(typed);
        if (name.codePointCount(0, name.length()) < 2) {
            throw new RefusedException(HolderRefusal.SEARCH_TEXT, FIELD);
        }
        return new SearchText(List.of(Kind.NAME), null, null, List.of(), name);
    }

    private static List<String> phones(String number) {
        if (EIGHT_DIGITS.matcher(number).matches()) {
            return List.of("+852" + number, "+853" + number);
        }
        return PHONE.matcher(number).matches() ? List.of(number) : List.of();
    }

    @Override
    public String toString() {
        return "a text that is " + kinds;
    }
}
