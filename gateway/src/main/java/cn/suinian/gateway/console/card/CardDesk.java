package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardFile;
import cn.suinian.core.card.office.CardOffice;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.CardRefusal;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.card.stock.StockCard;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.Offices;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** What every page of a card begins with: the card of the address, whose it is, and the counter it is served at. */
final class CardDesk {

    private static final Pattern SERIAL = Pattern.compile("\\d{1,8}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final HolderRegister holders;
    private final CardOffice office;
    private final CardFile file;
    private final CardStock stock;
    private final Counters counters;
    private final Clock clock;

    CardDesk(Offices offices, Clock clock) {
        this.holders = offices.holders();
        this.office = offices.cards();
        this.file = offices.cardFile();
        this.stock = offices.stock();
        this.counters = offices.counters();
        this.clock = clock;
    }

    /** What a page says of a card. */
    @FunctionalInterface
    interface About {
        Answer card(CardRecord card) throws Exception;
    }

    /** What is done to a card that the clerk saw. */
    @FunctionalInterface
    interface Act {
        Answer on(CardSeen seen) throws Exception;
    }

    HolderRegister holders() {
        return holders;
    }

    CardOffice office() {
        return office;
    }

    CardFile file() {
        return file;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Figures.ZONE);
    }

    Clock clock() {
        return clock;
    }

    /** A page about the card of this address; a number that is no card of this visitor's is no page. */
    Answer about(Visit visit, About about) throws Exception {
        OptionalInt serial = serial(visit.path("serial"));
        return serial.isEmpty()
                ? noPage()
                : visible(() -> about.card(file.getRecord(visit.actor(), serial.getAsInt())));
    }

    /** An act on the card of this address, as it stood when its form was made. */
    Answer act(Visit visit, Act act) throws Exception {
        OptionalInt serial = serial(visit.path("serial"));
        Optional<CardStatus> seen = visit.typed().choice("seen", CardStatus.class);
        if (serial.isEmpty()) {
            return noPage();
        }
        if (seen.isEmpty()) {
            return Answer.error(ErrorPage.BAD_REQUEST);
        }
        return visible(() -> act.on(new CardSeen(serial.getAsInt(), seen.get())));
    }

    private static Answer visible(Callable<Answer> work) throws Exception {
        try {
            return work.call();
        } catch (RefusedException refused) {
            if (refused.refusal() == CardRefusal.CARD_UNKNOWN || refused.refusal() == CardRefusal.HOLDER_UNKNOWN) {
                return noPage();
            }
            if (refused.refusal() == CardRefusal.CHANGED_MEANWHILE) {
                return Answer.error(ErrorPage.CHANGED_MEANWHILE);
            }
            throw refused;
        }
    }

    /** The number of a holder, as forms and queries write it. */
    static OptionalLong holderId(String text) {
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    static OptionalInt serial(String text) {
        return SERIAL.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    static Answer noPage() {
        return Answer.error(ErrorPage.NOT_FOUND);
    }

    /** Whose card it is. The look is in the audit trail, like every look at a holder. */
    Whose whose(Visit visit, long holderId) throws SQLException {
        try {
            return new Whose(holderId, holders.page(visit.actor(), holderId), today());
        } catch (RefusedException refused) {
            if (refused.refusal() == HolderRefusal.NO_SUCH_HOLDER) {
                return new Whose(holderId, null, today());
            }
            throw refused;
        }
    }

    /** The card that lies on top at the visitor's own counter; empty when there is none, or they have no counter. */
    Optional<StockCard> proposed(Visit visit) throws SQLException {
        Integer counterId = visit.actor().scope().counterId();
        return counterId == null ? Optional.empty() : stock.nextAt(visit.actor(), counterId);
    }

    /** The card in the clerk's hand; stops with a problem at the field when it is not known which. */
    int inHand(Visit visit) {
        Integer proposed = serial(visit.typed().text("proposed")).stream()
                .boxed()
                .findFirst()
                .orElse(null);
        CardInHand read = CardInHand.of(visit.typed().text("card"), proposed);
        if (read.problem() != null) {
            Problems.NONE.and("card", read.problem()).stopIfAny();
        }
        return read.serial().orElseThrow();
    }

    /** The name of the visitor's counter; empty: they have none. */
    String counterName(Visit visit) throws SQLException {
        Integer counterId = visit.actor().scope().counterId();
        return counterId == null
                ? ""
                : counters.list().stream()
                        .filter(each -> each.counterId() == counterId)
                        .map(Counter::name)
                        .findFirst()
                        .orElse("");
    }
}
