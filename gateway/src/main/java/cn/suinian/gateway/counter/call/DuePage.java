package cn.suinian.gateway.counter.call;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardState;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the cards that are due.
 *
 * @param after the last card of the page before, of which only the day and the serial count; null: the first page
 */
record DuePage(@Nullable CardState after, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PLACE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9]{1,8})");

    static DuePage asked(Query query) {
        Optional<String> limit = query.optional("limit");
        Optional<String> after = query.optional("after");
        query.nothingElse();
        return new DuePage(
                after.map(DuePage::place).orElse(null),
                limit.map(DuePage::lines).orElse(USUAL));
    }

    /** Where the next page begins; null when this was not a full one. */
    @Nullable
    String next(List<CardState> cards) {
        if (cards.size() < limit) {
            return null;
        }
        CardState last = cards.get(cards.size() - 1);
        return last.expiresOn() + "." + last.serial();
    }

    private static int lines(String text) {
        if (!LIMIT.matcher(text).matches()) {
            throw new Refused(ProblemCode.FIELD_MALFORMED, "limit", "limit must be a whole number");
        }
        int lines = Integer.parseInt(text);
        if (lines < 1 || lines > MOST) {
            throw new Refused(
                    ProblemCode.FIELD_OUT_OF_RANGE, "limit", "limit must be a whole number from 1 to " + MOST);
        }
        return lines;
    }

    private static CardState place(String text) {
        Matcher place = PLACE.matcher(text);
        try {
            if (place.matches()) {
                LocalDate day = LocalDate.parse(place.group(1));
                return new CardState(Integer.parseInt(place.group(2)), 0, CardStatus.ACTIVE, Instant.EPOCH, day);
            }
        } catch (DateTimeException noSuchDay) {
            throw notAPlace();
        }
        throw notAPlace();
    }

    private static Refused notAPlace() {
        return new Refused(ProblemCode.FIELD_MALFORMED, "after", "after must be what next said on the page before");
    }
}
