package cn.suinian.load.statement;

import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.reference.Payer;
import cn.suinian.load.statement.Difference.Cure;
import cn.suinian.load.statement.Difference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the statements of two business days and plants a difference of every kind in those of four vendors. */
public final class Planting {
    /** Terminal numbers that no terminal has reached. */
    private static final long NEVER_USED = 9_000_000;

    private static final int LATE_ROW_MINUTES = 10;
    private static final int CARD = 4;
    private static final int TIME_OF_DAY = 1;
    private static final int AMOUNT = 6;
    private static final int SLA_WORKDAYS = 2;

    private final TwoDays days;
    private final Cast cast;
    private final WorkCalendar calendar;
    private final LocalDate today;
    private final List<Difference> differences = new ArrayList<>();
    private @Nullable Sale toldLate;

    /** What was sold on both days, by vendor. */
    public record TwoDays(
            LocalDate first,
            Map<String, List<Sale>> firstSales,
            LocalDate second,
            Map<String, List<Sale>> secondSales) {}

    /**
     * What came of it: the statements of each day, four vendors' first, and all that is wrong in them.
     *
     * @param afterwards what two vendors state of the second day a little later
     */
    public record Planted(
            Cast cast,
            List<VendorStatement> first,
            List<VendorStatement> second,
            List<VendorStatement> afterwards,
            List<Difference> differences) {}

    private Planting(TwoDays days, Cast cast, WorkCalendar calendar, LocalDate today) {
        this.days = days;
        this.cast = cast;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * Plants.
     *
     * @param kinds METRO, BUS, CANTEEN and others by vendor code
     * @param today when the statements are compared; what is missing for two workdays by then is no longer expected
     */
    public static Planted plant(TwoDays days, Map<String, String> kinds, WorkCalendar calendar, LocalDate today) {
        Cast cast = Cast.of(kinds, days.firstSales(), days.secondSales());
        return new Planting(days, cast, calendar, today).plant();
    }

    private Planted plant() {
        List<VendorStatement> first = new ArrayList<>();
        for (Draft draft : drafts(days.first(), days.firstSales())) {
            if (draft.vendor().equals(cast.canteen())) {
                canteen(draft);
            } else if (draft.vendor().equals(cast.otherCanteen())) {
                otherCanteen(draft);
            } else if (draft.vendor().equals(cast.bus())) {
                bus(draft);
            } else if (draft.vendor().equals(cast.metro())) {
                metro(draft);
            }
            first.add(draft.write());
        }
        List<VendorStatement> second = new ArrayList<>();
        List<VendorStatement> afterwards = new ArrayList<>();
        for (Draft draft : drafts(days.second(), days.secondSales())) {
            if (draft.vendor().equals(cast.canteen())) {
                tooMuch(draft, Cure.ADJUST);
            } else if (draft.vendor().equals(cast.otherCanteen())) {
                tooMuch(draft, Cure.ADJUST_DECLINED);
            } else if (draft.vendor().equals(cast.bus())) {
                toldLate(draft);
                afterwards.add(statedAfterwards(draft));
            } else if (draft.vendor().equals(cast.metro())) {
                afterwards.add(statedAfterwards(draft));
            }
            second.add(draft.write());
        }
        return new Planted(cast, first, second, afterwards, List.copyOf(differences));
    }

    /** Vendors that sold something, the four first. */
    private List<Draft> drafts(LocalDate day, Map<String, List<Sale>> sales) {
        List<String> vendors = new ArrayList<>(cast.all());
        sales.keySet().stream().filter(vendor -> !vendors.contains(vendor)).forEach(vendors::add);
        return vendors.stream()
                .map(vendor -> new Draft(vendor, day, cast.form(vendor), sales.getOrDefault(vendor, List.of())))
                .toList();
    }

    private void canteen(Draft draft) {
        forgotten(draft, Cure.ACCEPT, "forgotten");
        wrongNumber(draft);
        Sale model = draft.pick("a lunch that nobody ate", Sale::isSubsidised);
        StatedRow invented = model.stated().numbered(NEVER_USED + 1).minutesLater(LATE_ROW_MINUTES);
        draft.add(invented);
        note(draft, BreakKind.MISSING_HERE, invented, "a lunch that we never saw", Cure.REJECT);
        Sale twice = draft.pick("a lunch stated twice", Cast::hasRoomAbove);
        draft.add(twice.stated().costing(twice.amountFen() + 100, twice.subsidyFen()));
        note(draft, BreakKind.DUPLICATE, twice, both(twice, twice.owedFen()), "stated twice, not alike", Cure.REJECT);
        draft.repeat(draft.pick("a row repeated", Sale::isSubsidised));
        spoil(draft, twice.stated());
    }

    /** Rows that cannot be read are told and leave the others alone. */
    private static void spoil(Draft draft, StatedRow row) {
        StatedRow other = row.numbered(NEVER_USED + 2);
        draft.spoil(other, CARD, "3104870460100000000");
        draft.spoil(other, AMOUNT, "-5");
        draft.spoil(other, TIME_OF_DAY, "25:00");
    }

    private void otherCanteen(Draft draft) {
        Sale less = draft.pick("a lunch stated too low", Sale::isSubsidised);
        draft.instead(less, less.stated().costing(less.amountFen(), less.subsidyFen() - 100));
        Money money = new Money(less.owedFen(), less.owedFen() - 100, 100);
        note(draft, BreakKind.AMOUNT_UNDER, less, money, "subsidy stated 1 yuan too low", Cure.ADJUST);
        Sale declined = draft.pick("a declined lunch", Cast::isDeclinedLunch);
        StatedRow billed = declined.stated().costing(declined.amountFen(), 500).withExtra(200);
        draft.instead(declined, billed);
        note(draft, BreakKind.DECLINED_HERE, billed, "billed although it was declined", Cure.REJECT);
        Sale undone = draft.pick("a lunch taken back", Cast::isTakenBack);
        draft.instead(undone, undone.stated());
        note(draft, BreakKind.REVERSED_HERE, undone.stated(), "billed although it was taken back", Cure.REJECT);
        draft.misstateTrailer(100);
    }

    private void bus(Draft draft) {
        Sale model = draft.pick("a ride that we lack", Sale::isSubsidised);
        StatedRow lost = model.stated().numbered(NEVER_USED + 1).minutesLater(LATE_ROW_MINUTES);
        draft.add(lost);
        note(draft, BreakKind.MISSING_HERE, lost, "a ride that we never got", Cure.ADJUST);
        toldLate = forgotten(draft, Cure.HEAL, "not stated until the next day");
    }

    private void metro(Draft draft) {
        Sale whole = draft.pick("a fare in two rows", sale -> sale.subsidyFen() >= 500);
        split(draft, whole, whole.amountFen());
        Sale part = draft.pick("a part of a fare in two rows", sale -> sale.subsidyFen() >= 500);
        split(draft, part, part.amountFen() - 100);
        Money money = new Money(part.owedFen(), part.owedFen() - 100, 100);
        note(draft, BreakKind.PARTIALLY_MATCHED, part, money, "two rows, 1 yuan short of the fare", Cure.ADJUST);
        Sale more = draft.pick("a fare stated too high", Sale::isSubsidised);
        draft.instead(more, more.stated().costing(more.amountFen() + 100, more.subsidyFen() + 100));
        money = new Money(more.owedFen(), more.owedFen() + 100, 100);
        note(draft, BreakKind.AMOUNT_OVER, more, money, "fare stated 1 yuan too high", Cure.ADJUST_BY_SUPERVISOR);
    }

    /** Two rows under numbers of the vendor's own, 2 yuan and the rest. */
    private static void split(Draft draft, Sale sale, long sumFen) {
        long number = NEVER_USED + 10 + 10L * sale.key().terminalSeq();
        draft.instead(
                sale,
                sale.stated().numbered(number).costing(200, 200),
                sale.stated().numbered(number + 1).costing(sumFen - 200, sumFen - 200));
    }

    private Sale forgotten(Draft draft, Cure cure, String what) {
        Sale sale = draft.pick("a sale forgotten", Sale::isSubsidised);
        draft.instead(sale);
        note(draft, missing(draft.day()), sale, new Money(sale.owedFen(), 0, sale.owedFen()), what, cure);
        return sale;
    }

    /** A sale that is forgotten, and the statement with which it comes while it is still expected. */
    private VendorStatement statedAfterwards(Draft draft) {
        Draft rest = new Draft(draft.vendor(), draft.day(), draft.form(), List.of());
        rest.add(forgotten(draft, Cure.HEAL, "stated a little later").stated());
        return rest.write();
    }

    private void tooMuch(Draft draft, Cure cure) {
        Sale sale = draft.pick("a lunch stated too high", Cast::hasRoomAbove);
        draft.instead(sale, sale.stated().costing(sale.amountFen(), sale.subsidyFen() + 150));
        Money money = new Money(sale.owedFen(), sale.owedFen() + 150, 150);
        note(draft, BreakKind.AMOUNT_OVER, sale, money, "subsidy stated 1.50 yuan too high", cure);
    }

    /** The row and the tap are one lunch, but neither number nor time says so. */
    private void wrongNumber(Draft draft) {
        Sale sale = draft.pick("a lunch under a wrong number", Sale::isSubsidised);
        StatedRow wrong = sale.stated().numbered(NEVER_USED + 3).minutesLater(LATE_ROW_MINUTES);
        draft.instead(sale, wrong);
        note(draft, BreakKind.MISSING_HERE, wrong, "a wrong number, and a clock 10 minutes off", Cure.LINK);
        Money money = new Money(sale.owedFen(), 0, sale.owedFen());
        note(draft, missing(draft.day()), sale, money, "the same lunch, from our side", Cure.LINK);
    }

    private void toldLate(Draft draft) {
        Sale late = toldLate;
        if (late == null) {
            throw new IllegalStateException("nothing was left out on the day before");
        }
        draft.add(late.stated());
        Money money = new Money(late.owedFen(), late.owedFen(), 0);
        note(draft, BreakKind.LATE, late, money, "stated a day late", Cure.ACCEPT);
    }

    /** Two workdays that are over must lie between the day and today. */
    private BreakKind missing(LocalDate day) {
        long over = day.plusDays(1)
                .datesUntil(today.isAfter(day) ? today : day.plusDays(1))
                .filter(calendar::isWorkday)
                .count();
        return over >= SLA_WORKDAYS ? BreakKind.MISSING_AT_VENDOR : BreakKind.EXPECTED;
    }

    private static Money both(Sale sale, long riskFen) {
        return new Money(sale.owedFen(), sale.owedFen(), riskFen);
    }

    private void note(Draft draft, BreakKind kind, Sale sale, Money money, String what, Cure cure) {
        note(draft, kind, sale.key(), money, what, cure, sale.payer());
    }

    /** Of a row for which we owe nothing. */
    private void note(Draft draft, BreakKind kind, StatedRow row, String what, Cure cure) {
        long wanted = row.wantedFen(draft.form());
        note(draft, kind, row.key(), new Money(0, wanted, wanted), what, cure, row.payer());
    }

    private void note(
            Draft draft, BreakKind kind, Sale.Key key, Money money, String what, Cure cure, @Nullable Payer payer) {
        boolean moves = cure == Cure.ADJUST || cure == Cure.ADJUST_BY_SUPERVISOR;
        long moved = moves ? money.theirsFen() - money.oursFen() : 0;
        differences.add(new Difference(
                draft.vendor(), draft.day(), kind, key, money, what, cure, moved, moved == 0 ? null : payer));
    }
}
