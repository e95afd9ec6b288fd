package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardRefusal.CARD_UNKNOWN;
import static cn.suinian.core.card.office.CardRefusal.HOLDER_UNKNOWN;
import static cn.suinian.core.card.office.CardRefusal.PAGE_INVALID;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What counters read of cards. Blocks; refusals are {@link CardRefusal}. */
public final class CardFile {

    private static final int LARGEST_PAGE = 200;
    private static final int READ_AT_ONCE = 500;

    private final Counter counter;
    private final HolderScope scope;
    private final CardTerm term;

    public CardFile(Transactions transactions, HolderScope scope, CardTerm term, Clock clock) {
        this.counter = new Counter(transactions, scope, clock);
        this.scope = scope;
        this.term = term;
    }

    /** One card. */
    public CardState getCard(Actor actor, int serial) throws SQLException {
        return counter.serve(actor, Permission.HOLDER_VIEW, transaction -> visible(transaction, actor, serial));
    }

    /** One card with all that is on record of it. */
    public CardRecord getRecord(Actor actor, int serial) throws SQLException {
        return counter.serve(
                actor, Permission.HOLDER_VIEW, transaction -> record(transaction, visible(transaction, actor, serial)));
    }

    /** The same of a card that is to be reported lost, whichever district serves its holder. */
    public CardRecord getRecordElsewhere(Actor actor, int serial) throws SQLException {
        return counter.serve(actor, Permission.CARD_REPORT_LOST, transaction -> {
            CardState card =
                    OfficeStore.card(transaction, serial).orElseThrow(() -> new RefusedException(CARD_UNKNOWN, "card"));
            return record(transaction, card);
        });
    }

    /** Whether this actor's counters serve the holder of a card. */
    public boolean serves(Actor actor, long holderId) throws SQLException {
        return counter.serve(
                actor, Permission.CARD_REPORT_LOST, transaction -> scope.sees(transaction, actor, holderId));
    }

    private CardRecord record(Connection transaction, CardState card) throws SQLException {
        LocalDate today = counter.today();
        int serial = card.serial();
        return new CardRecord(
                card,
                today.isAfter(card.expiresOn()),
                term.renewal(card.expiresOn(), today),
                RecordStore.stood(transaction, serial),
                RecordStore.renewed(transaction, serial),
                RecordStore.replaces(transaction, serial),
                RecordStore.replacedBy(transaction, serial));
    }

    /** The last day that a card has once it is renewed. */
    public LocalDate nextEnd(CardState card) {
        return term.nextEnd(card.expiresOn());
    }

    /** What a holder has used by now, whichever card it was with. */
    public Carried getCarried(Actor actor, long holderId) throws SQLException {
        return counter.serve(actor, Permission.HOLDER_VIEW, transaction -> {
            requireVisible(transaction, actor, holderId);
            return RecordStore.carried(transaction, holderId, counter.today());
        });
    }

    private CardState visible(Connection transaction, Actor actor, int serial) throws SQLException {
        CardState card =
                OfficeStore.card(transaction, serial).orElseThrow(() -> new RefusedException(CARD_UNKNOWN, "card"));
        if (!scope.sees(transaction, actor, card.holderId())) {
            throw new RefusedException(CARD_UNKNOWN, "card");
        }
        return card;
    }

    private void requireVisible(Connection transaction, Actor actor, long holderId) throws SQLException {
        if (!OfficeStore.isHolder(transaction, holderId) || !scope.sees(transaction, actor, holderId)) {
            throw new RefusedException(HOLDER_UNKNOWN, "holder");
        }
    }

    /** Whether a holder is recorded as deceased, which stops their cards whatever the status of each says. */
    public boolean isDeceased(Actor actor, long holderId) throws SQLException {
        return counter.serve(actor, Permission.HOLDER_VIEW, transaction -> {
            requireVisible(transaction, actor, holderId);
            return OfficeStore.isDeceased(transaction, holderId);
        });
    }

    /** Every card that a holder ever had, the newest first. */
    public List<CardState> listCards(Actor actor, long holderId) throws SQLException {
        return counter.serve(actor, Permission.HOLDER_VIEW, transaction -> {
            requireVisible(transaction, actor, holderId);
            return OfficeStore.cardsOf(transaction, holderId);
        });
    }

    /**
     * A page of the live cards that may be renewed today, by their last day.
     *
     * @param after the last card of the page before; null: the first page
     * @param limit 1 to 200
     */
    public List<CardState> listDue(Actor actor, @Nullable CardState after, int limit) throws SQLException {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new RefusedException(PAGE_INVALID, "limit");
        }
        LocalDate today = counter.today();
        LocalDate from = today.minusMonths(term.monthsAround()).minusDays(3);
        LocalDate to = today.plusMonths(term.monthsAround()).plusDays(3);
        return counter.serve(actor, Permission.CARD_RENEW, transaction -> {
            List<CardState> page = new ArrayList<>();
            LocalDate afterDay = after == null ? from : after.expiresOn();
            int afterSerial = after == null ? -1 : after.serial();
            while (true) {
                List<CardState> read = OfficeStore.due(transaction, from, to, afterDay, afterSerial, READ_AT_ONCE);
                for (CardState card : read) {
                    if (term.renewal(card.expiresOn(), today) == CardTerm.Renewal.OPEN
                            && scope.sees(transaction, actor, card.holderId())) {
                        page.add(card);
                    }
                    if (page.size() == limit) {
                        return page;
                    }
                    afterDay = card.expiresOn();
                    afterSerial = card.serial();
                }
                if (read.size() < READ_AT_ONCE) {
                    return page;
                }
            }
        });
    }
}
