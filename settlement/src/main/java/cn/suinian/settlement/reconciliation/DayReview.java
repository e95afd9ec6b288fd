package cn.suinian.settlement.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people should know of a business day before they sign it: what is still open with vendors, which of them are
 * settled by our taps alone, and what was adjusted. None of it keeps the day. For staff of a district it is their own
 * payer's part.
 *
 * @param openBreaks of that day, with those that wait for a second signature
 * @param riskFen money at risk in those
 * @param excused the most money first
 * @param adjusted in the order in which they were posted
 */
public record DayReview(long openBreaks, long riskFen, List<Excused> excused, List<Adjusted> adjusted) {

    public DayReview {
        excused = List.copyOf(excused);
        adjusted = List.copyOf(adjusted);
    }

    /**
     * A vendor by its names.
     *
     * @param nameEn null: it has none
     */
    public record Named(
            int vendorId,
            String code,
            String name,
            @Nullable String nameEn) {}

    /**
     * A vendor that was excused from its statement.
     *
     * @param fen the three subsidies of its day, less what was taken back on it
     */
    public record Excused(Named vendor, long fen) {}

    /**
     * An adjustment of a break of that day.
     *
     * @param fen above zero: the vendor got more
     * @param bookedOn the business day that it stands in; empty: nothing was posted
     */
    public record Adjusted(long breakNo, Named vendor, long fen, Optional<LocalDate> bookedOn) {}
}
