package cn.suinian.load.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.plan.Step;
import cn.suinian.load.plan.Story;
import org.junit.jupiter.api.Test;

class BookChecksTest {
    private static final String ONCE = "every acknowledged tap is in the books exactly once, and nothing else is";
    private static final String SAYS = "every row of the books says what was answered";

    private final BooksOfAPlan books = new BooksOfAPlan();

    @Test
    void holdsForPerfectBooks() {
        assertThat(books.broken()).isEmpty();
    }

    @Test
    void noticesATapThatIsMissing() {
        books.rows.removeIf(row -> row.subsidyFen() == 0 && row.isApproved());

        assertThat(books.broken()).containsExactly(ONCE);
    }

    @Test
    void noticesATapThatIsBookedTwice() {
        books.rows.add(subsidised());

        assertThat(books.broken())
                .containsExactly(
                        ONCE,
                        "subsidies by payer equal the reference to the fen",
                        "subsidies by vendor equal the reference to the fen");
    }

    @Test
    void noticesAForgedTapThatLeftATrace() {
        Step forged = books.observed.stream()
                .map(Observed::step)
                .filter(step -> step.story() == Story.UNKNOWN_CARD)
                .findFirst()
                .orElseThrow();
        TapRow row = subsidised();
        books.rows.add(
                new TapRow(TapKey.of(forged.sender(), forged.tap()), 1, 0, 1, 1, 0, 7, 0, 0, 0, 0, row.vendor()));

        assertThat(books.broken()).containsExactly(ONCE, "a forged message leaves no trace in the books");
    }

    @Test
    void noticesAFenTooMuch() {
        TapRow row = subsidised();
        books.rows.remove(row);
        books.rows.add(new TapRow(
                row.key(),
                row.holderId(),
                row.tac(),
                row.cardCounter(),
                row.service(),
                row.amountFen(),
                row.reason(),
                row.subsidyFen() + 1,
                row.payer(),
                row.operatorSubsidyFen(),
                row.deliverySubsidyFen(),
                row.vendor()));

        assertThat(books.broken())
                .containsExactly(
                        SAYS,
                        "subsidies by payer equal the reference to the fen",
                        "subsidies by vendor equal the reference to the fen");
    }

    private TapRow subsidised() {
        return books.rows.stream()
                .filter(row -> row.subsidyFen() > 0)
                .findFirst()
                .orElseThrow();
    }
}
