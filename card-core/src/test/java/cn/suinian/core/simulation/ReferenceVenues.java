package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.money.Payer;
import cn.suinian.core.simulation.ReferencePerson.Use;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;

/**
 * Parks and sports grounds are free for every holder, some doors only let in, and the simulator's bath pays half of
 * what it costs up to 20 yuan, from 9 to 18, with a health code, at most 2 a day, 3 a week, 4 a month and 5 a year.
 */
final class ReferenceVenues {

    static final int BATH_RULE = 31;

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private ReferenceVenues() {}

    static Answer answer(ReferencePerson person, Tap tap) {
        String place = tap.placeKind();
        if (place == null) {
            return Answer.declined(DeclineReason.BENEFIT_NOT_OFFERED, null);
        }
        return switch (place) {
            case "PARK" -> visit(11, place, tap.amountFen());
            case "SPORTS" -> visit(14, place, tap.amountFen());
            case "HOSPITAL_PRIORITY" -> visit(16, place, 0);
            case Rules.BATH -> bath(person, tap);
            default -> Answer.declined(DeclineReason.BENEFIT_NOT_OFFERED, null);
        };
    }

    private static Answer visit(int rule, String place, int subsidy) {
        return new Answer(null, subsidy, new Grant(rule, place, Payer.CITY, 0, 0), null, null);
    }

    private static Answer bath(ReferencePerson person, Tap tap) {
        if (!person.attested(Rules.HEALTH_CODE, tap.tappedAt())) {
            return Answer.declined(DeclineReason.ATTESTATION_MISSING, null);
        }
        LocalDate day = tap.key().tapDate();
        int left = left(person, day);
        LocalTime time = tap.at().toLocalTime();
        if (time.isBefore(OPENS) || time.equals(CLOSES) || time.isAfter(CLOSES)) {
            return Answer.declined(DeclineReason.OUTSIDE_SERVICE_HOURS, left);
        }
        if (onThisDay(person, day) == 2) {
            return Answer.declined(DeclineReason.USED_TODAY, left);
        }
        if (inThisWeek(person, day) == 3) {
            return Answer.declined(DeclineReason.USED_THIS_WEEK, left);
        }
        if (inThisMonth(person, day) == 4) {
            return Answer.declined(DeclineReason.USED_THIS_MONTH, left);
        }
        if (inThisYear(person, day) == 5) {
            return Answer.declined(DeclineReason.USED_THIS_YEAR, left);
        }
        person.uses.add(new Use(Rules.BATH, day, 0));
        int half = tap.amountFen() / 2;
        Grant grant = new Grant(BATH_RULE, Rules.BATH, Payer.CITY, 0, 0);
        return new Answer(null, half < 2_000 ? half : 2_000, grant, left(person, day), null);
    }

    /** Visits left, by whichever limit leaves fewest. */
    static int left(ReferencePerson person, LocalDate day) {
        return IntStream.of(
                        2 - onThisDay(person, day),
                        3 - inThisWeek(person, day),
                        4 - inThisMonth(person, day),
                        5 - inThisYear(person, day))
                .min()
                .orElseThrow();
    }

    private static int onThisDay(ReferencePerson person, LocalDate day) {
        return person.used(Rules.BATH, day::equals).size();
    }

    private static int inThisWeek(ReferencePerson person, LocalDate day) {
        LocalDate monday = ReferencePerson.mondayOf(day);
        return person.used(Rules.BATH, each -> ReferencePerson.mondayOf(each).equals(monday))
                .size();
    }

    private static int inThisMonth(ReferencePerson person, LocalDate day) {
        return person.used(Rules.BATH, each -> each.withDayOfMonth(1).equals(day.withDayOfMonth(1)))
                .size();
    }

    private static int inThisYear(ReferencePerson person, LocalDate day) {
        return person.used(Rules.BATH, each -> each.getYear() == day.getYear()).size();
    }
}
