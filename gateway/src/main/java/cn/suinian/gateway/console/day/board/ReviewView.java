package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.day.board.DayView.Link;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.reconciliation.DayReview;
import cn.suinian.settlement.reconciliation.DayReview.Adjusted;
import cn.suinian.settlement.reconciliation.DayReview.Excused;
import cn.suinian.settlement.reconciliation.DayReview.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is not settled with vendors on a day, or was by people, ready to print for whoever signs. */
public record ReviewView(Frame frame, LocalDate day, DayReview review) {

    static final int MOST = 20;

    public String say(ReviewText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** The open breaks of the day; empty: there is none. */
    public String open() {
        return review.openBreaks() == 0
                ? ""
                : say(ReviewText.OPEN, Figures.count(review.openBreaks()), Figures.money(review.riskFen()));
    }

    public String openPath() {
        return breaks("");
    }

    public String allPath() {
        return breaks("ALL");
    }

    private String breaks(String state) {
        return new Address("/reconciliation/breaks")
                .with("state", state)
                .with("from", day)
                .with("to", day)
                .toString();
    }

    public String reconciliationPath() {
        return "/reconciliation?day=" + day;
    }

    /** How many vendors were excused, and their money. */
    public String excusedTitle() {
        long fen = review.excused().stream().mapToLong(Excused::fen).reduce(0, Math::addExact);
        return say(ReviewText.EXCUSED, Figures.count(review.excused().size()), Figures.money(fen));
    }

    public List<Link> excused() {
        return review.excused().stream()
                .map(each -> new Link(
                        "/reconciliation/days/" + day + "/" + each.vendor().vendorId(),
                        each.vendor().code() + " · " + name(each.vendor()) + " · " + Figures.money(each.fen())))
                .toList();
    }

    /** How many adjustments, and their money either way. */
    public String adjustedTitle() {
        long given = review.adjusted().stream()
                .mapToLong(each -> Math.max(0, each.fen()))
                .reduce(0, Math::addExact);
        long taken = review.adjusted().stream()
                .mapToLong(each -> Math.max(0, -each.fen()))
                .reduce(0, Math::addExact);
        return say(
                ReviewText.ADJUSTED,
                Figures.count(review.adjusted().size()),
                Figures.money(given),
                Figures.money(taken));
    }

    public List<Link> adjusted() {
        return review.adjusted().stream().limit(MOST).map(this::adjusted).toList();
    }

    private Link adjusted(Adjusted each) {
        String money = (each.fen() > 0 ? "+" : "") + Figures.money(each.fen());
        String booked = each.bookedOn().map(LocalDate::toString).orElse("—");
        return new Link(
                "/reconciliation/breaks/" + each.breakNo(),
                say(ReviewText.ADJUSTMENT, Long.toString(each.breakNo()), name(each.vendor()), money, booked));
    }

    /** All of it in a line, for a list of days. */
    String summary() {
        List<String> parts = new ArrayList<>(List.of(open().isEmpty() ? say(ReviewText.NO_OPEN) : open()));
        if (!review.excused().isEmpty()) {
            parts.add(excusedTitle());
        }
        if (!review.adjusted().isEmpty()) {
            parts.add(adjustedTitle());
        }
        return String.join(" · ", parts);
    }

    /** How many adjustments are not listed. */
    public String more() {
        int more = review.adjusted().size() - MOST;
        return more > 0 ? say(ReviewText.MORE, Figures.count(more)) : "";
    }

    private String name(Named vendor) {
        String english = vendor.nameEn();
        return frame.language() == Language.EN && english != null ? english : vendor.name();
    }
}
