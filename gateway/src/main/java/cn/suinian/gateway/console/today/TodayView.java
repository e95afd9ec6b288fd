package cn.suinian.gateway.console.today;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Today's figures in words: everything the templates print, ready to print. */
public final class TodayView {

    private final Frame frame;
    private final TodayBoard.Shown shown;
    private final boolean paused;

    /** Taps of one service. */
    public record ServiceRow(String name, String approved, String declined, String subsidy) {}

    /** Declines for one reason. */
    public record ReasonRow(String title, String taps, String hint) {}

    /** What one payer owes. */
    public record PayerRow(String name, String subsidy) {}

    TodayView(Frame frame, TodayBoard.Shown shown, boolean paused) {
        this.frame = frame;
        this.shown = shown;
        this.paused = paused;
    }

    /** The frame of the page. */
    public Frame frame() {
        return frame;
    }

    /** A phrase, with values for its placeholders. */
    public String say(TodayText phrase, Object... values) {
        return phrase.in(language(), values);
    }

    /** Whether the reader stopped the refreshing. */
    public boolean paused() {
        return paused;
    }

    /** Where the page gets its figures again. */
    public String refreshPath() {
        return "/today/figures?lang=" + language().code();
    }

    /** Whether there is anything to show. */
    public boolean readable() {
        return shown.today() != null;
    }

    /** Whether nobody has tapped today. */
    public boolean empty() {
        return today().tally().total().taps() == 0;
    }

    /** How old the figures are, and whether they should be newer. */
    public String asOf() {
        return say(shown.failing() ? TodayText.STALE : TodayText.AS_OF, Figures.time(today().readAt()));
    }

    /** Whether the figures are older than they should be. */
    public boolean stale() {
        return shown.failing();
    }

    /** Today's date in words. */
    public String day() {
        return Figures.day(today().day(), language());
    }

    /** Which business day is open. */
    public String openDay() {
        LocalDate open = today().openDay();
        if (open == null) {
            return say(TodayText.DAY_NONE);
        }
        return say(open.isBefore(today().day()) ? TodayText.DAY_BEHIND : TodayText.DAY_OPEN, open);
    }

    /** The last closed day with its totals, when there is one. */
    public Optional<String> closedDay() {
        return Optional.ofNullable(today().lastClosed())
                .map(closed -> say(
                        TodayText.DAY_CLOSED,
                        closed.day(),
                        Figures.count(closed.taps()),
                        Figures.yuan(closed.subsidyFen()),
                        Figures.yuan(closed.operatorSubsidyFen())));
    }

    /** The line about taps of earlier days, when there were any. */
    public Optional<String> late() {
        return today().late() == 0 ? Optional.empty() : Optional.of(say(TodayText.LATE, Figures.count(today().late())));
    }

    /** The line about taps that were undone, when there were any. */
    public Optional<String> undone() {
        Tally.Sum undone = today().undone().total();
        return undone.taps() == 0
                ? Optional.empty()
                : Optional.of(
                        say(TodayText.TAKEN_BACK, Figures.count(undone.taps()), Figures.yuan(undone.subsidyFen())));
    }

    /** The whole day as one row. */
    public ServiceRow total() {
        return serviceRow(say(TodayText.TOTAL), kind -> true);
    }

    /** How many taps there were in all. */
    public String taps() {
        return Figures.count(today().tally().total().taps());
    }

    /** A row for each service that was tapped for. */
    public List<ServiceRow> services() {
        return today().tally().sums().keySet().stream()
                .map(Tally.Kind::service)
                .distinct()
                .sorted()
                .map(service -> serviceRow(Names.service(service, language()), kind -> kind.service() == service))
                .toList();
    }

    /** A row for each reason, the most frequent first. */
    public List<ReasonRow> reasons() {
        return today().tally().sums().keySet().stream()
                .filter(kind -> !kind.approved())
                .map(Tally.Kind::reason)
                .distinct()
                .sorted(Comparator.comparingLong((Integer reason) -> -declines(reason))
                        .thenComparing(reason -> reason))
                .map(this::reasonRow)
                .toList();
    }

    /** A row for each payer that owes something, the city first. */
    public List<PayerRow> payers() {
        return today().tally().sums().keySet().stream()
                .map(Tally.Kind::payer)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .filter(payer -> owed(payer) > 0)
                .map(payer -> new PayerRow(Names.payer(payer, language()), Figures.yuan(owed(payer))))
                .toList();
    }

    /** The latest taps. */
    public List<TapRow> latest() {
        return today().latest().stream().map(tap -> TapRow.of(tap, language())).toList();
    }

    private ServiceRow serviceRow(String name, Predicate<Tally.Kind> ofService) {
        Tally.Sum approved = today().tally().sum(ofService.and(Tally.Kind::approved));
        Tally.Sum declined = today().tally().sum(ofService.and(kind -> !kind.approved()));
        return new ServiceRow(
                name,
                Figures.count(approved.taps()),
                Figures.count(declined.taps()),
                Figures.yuan(approved.subsidyFen() - undoneFen(ofService)));
    }

    private ReasonRow reasonRow(int reason) {
        ReasonText text = ReasonText.of(reason);
        return new ReasonRow(
                text.title().in(language()),
                Figures.count(declines(reason)),
                text.hint().in(language()));
    }

    private long declines(int reason) {
        return today().tally().sum(kind -> kind.reason() == reason).taps();
    }

    private long owed(Integer payer) {
        Predicate<Tally.Kind> paidByIt = kind -> payer.equals(kind.payer());
        return today().tally().sum(paidByIt).subsidyFen() - undoneFen(paidByIt);
    }

    private long undoneFen(Predicate<Tally.Kind> wanted) {
        return today().undone().sum(wanted).subsidyFen();
    }

    private Today today() {
        return Objects.requireNonNull(shown.today(), "nothing was read yet");
    }

    private Language language() {
        return frame.language();
    }
}
