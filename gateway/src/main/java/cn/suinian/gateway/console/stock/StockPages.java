package cn.suinian.gateway.console.stock;

import cn.suinian.core.card.stock.CardRange;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.card.stock.StockRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.Offices;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Every page of the stock. */
public final class StockPages {

    private static final String STOCK = "/stock";
    private static final String RANGE = "/stock/ranges/new";
    private static final String RECEIVE = "/stock/receive";
    private static final String TRANSFER = "/stock/transfer";
    private static final String SPOIL = "/stock/spoil";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final CardStock stock;
    private final Counters counters;

    public StockPages(Offices offices) {
        this.stock = offices.stock();
        this.counters = offices.counters();
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(STOCK, Permission.CARD_STOCK, this::stock),
                ConsoleRoute.get("/stock/places/:place", Permission.CARD_STOCK, this::place),
                ConsoleRoute.get(RANGE, Permission.CARD_STOCK, forTheCity(visit -> askRange(visit, Problems.NONE))),
                ConsoleRoute.act(RANGE, Permission.CARD_STOCK, forTheCity(this::addRange), this::askRange),
                ConsoleRoute.get(RECEIVE, Permission.CARD_STOCK, forTheCity(visit -> askReceive(visit, Problems.NONE))),
                ConsoleRoute.act(RECEIVE, Permission.CARD_STOCK, forTheCity(this::receive), this::askReceive),
                ConsoleRoute.form(TRANSFER, Permission.CARD_STOCK, this::askTransfer),
                ConsoleRoute.act(TRANSFER, Permission.CARD_STOCK, this::transfer, this::askTransfer),
                ConsoleRoute.form(SPOIL, Permission.CARD_STOCK, this::askSpoil),
                ConsoleRoute.act(SPOIL, Permission.CARD_STOCK, this::spoil, this::askSpoil));
    }

    /** For those who keep the city's store; a counter's keeper has no such page. */
    public static Desk forTheCity(Desk desk) {
        return visit ->
                visit.actor().scope().district() == null ? desk.answer(visit) : Answer.error(ErrorPage.FORBIDDEN);
    }

    private Places places(Visit visit) throws SQLException {
        return new Places(counters.list(), visit.frame());
    }

    private Answer stock(Visit visit) throws SQLException {
        boolean city = visit.actor().scope().district() == null;
        StockView view = new StockView(
                visit.frame(),
                places(visit),
                stock.count(visit.actor()),
                city ? stock.listRanges(visit.actor()) : List.of(),
                city);
        return Answer.page("stock/page.jte", Map.of("view", view));
    }

    private Answer place(Visit visit) throws SQLException {
        Optional<Places.Place> place = Places.parse(visit.path("place"));
        if (place.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        Integer counterId = place.get().counterId();
        try {
            List<CardRun> runs = stock.listRuns(visit.actor(), counterId, PlaceView.MOST + 1);
            String name = places(visit).name(counterId);
            PlaceView view = new PlaceView(visit.frame(), name, place.get().code(), runs);
            return Answer.page("stock/place.jte", Map.of("view", view));
        } catch (RefusedException refused) {
            if (refused.refusal() == StockRefusal.NOT_YOUR_COUNTER) {
                return Answer.error(ErrorPage.NOT_FOUND);
            }
            throw refused;
        }
    }

    private Answer askRange(Visit visit, Problems problems) throws SQLException {
        Typed typed = problems.any() ? visit.typed() : likeTheLast(stock.listRanges(visit.actor()));
        return Answer.page("stock/range.jte", Map.of("view", StockFormView.of(visit.form(typed, problems))));
    }

    private static Typed likeTheLast(List<CardRange> ranges) {
        return ranges.isEmpty()
                ? Typed.of(Map.of("keyVersion", "1"))
                : Typed.of(Map.of(
                        "layout", ranges.get(ranges.size() - 1).layout(),
                        "keyVersion",
                                Integer.toString(ranges.get(ranges.size() - 1).keyVersion())));
    }

    private Answer addRange(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        Problems problems = problemOf(Serials.parse(typed.text("first")), "first", StockText.SERIAL_WRONG);
        problems = problems.and(problemOf(Serials.parse(typed.text("last")), "last", StockText.SERIAL_WRONG));
        problems = problems.and(problemOf(number(typed.text("keyVersion")), "keyVersion", StockText.VERSION_WRONG));
        problems.stopIfAny();
        int version = number(typed.text("keyVersion")).orElseThrow();
        return at("serials", "first", () -> {
            stock.addRange(visit.actor(), run(typed), typed.text("layout"), version);
            return said(visit, StockText.RANGE_SAID);
        });
    }

    private Answer askReceive(Visit visit, Problems problems) throws SQLException {
        StockFormView view = StockFormView.ofRanges(visit.form(problems), stock.listRanges(visit.actor()));
        return Answer.page("stock/receive.jte", Map.of("view", view));
    }

    private Answer receive(Visit visit) throws SQLException {
        RangeAndCount wanted = RangeAndCount.of(visit.typed());
        CardRun run = stock.receive(visit.actor(), wanted.rangeId(), wanted.count());
        return said(visit, StockText.RECEIVED_SAID, Serials.text(run));
    }

    private Answer askTransfer(Visit visit, Problems problems) throws SQLException {
        Typed typed = visit.typed();
        if (!problems.any()) {
            for (String name : List.of("from", "first", "last")) {
                typed = typed.with(name, visit.query(name).orElse(null));
            }
        }
        Places places = places(visit);
        StockFormView view =
                new StockFormView(visit.form(typed, problems), List.of(), places.of(visit.actor()), places.all());
        return Answer.page("stock/transfer.jte", Map.of("view", view));
    }

    private Answer transfer(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        Optional<Places.Place> from = Places.parse(typed.text("from"));
        Optional<Places.Place> to = Places.parse(typed.text("to"));
        Problems problems = problemOf(from, "from", StockText.CHOOSE_PLACE);
        problems = problems.and(problemOf(to, "to", StockText.CHOOSE_PLACE));
        problems = problems.and(problemOf(Serials.parse(typed.text("first")), "first", StockText.SERIAL_WRONG));
        problems = problems.and(problemOf(Serials.parse(typed.text("last")), "last", StockText.SERIAL_WRONG));
        if (from.isPresent() && from.equals(to)) {
            problems = problems.and("to", StockText.SAME_PLACE);
        }
        problems.stopIfAny();
        Integer source = from.orElseThrow().counterId();
        Integer target = to.orElseThrow().counterId();
        return at("serials", "first", () -> {
            int moved = stock.transfer(visit.actor(), run(typed), source, target);
            return said(visit, StockText.TRANSFERRED_SAID, moved);
        });
    }

    private Answer askSpoil(Visit visit, Problems problems) {
        return Answer.page("stock/spoil.jte", Map.of("view", StockFormView.of(visit.form(problems))));
    }

    private Answer spoil(Visit visit) throws SQLException {
        OptionalInt serial = Serials.parse(visit.typed().text("card"));
        problemOf(serial, "card", StockText.SERIAL_WRONG).stopIfAny();
        return at("serial", "card", () -> {
            stock.spoil(visit.actor(), serial.orElseThrow(), visit.typed().text("reason"));
            return said(visit, StockText.SPOILT_SAID);
        });
    }

    private static CardRun run(Typed typed) {
        return new CardRun(
                Serials.parse(typed.text("first")).orElseThrow(),
                Serials.parse(typed.text("last")).orElseThrow());
    }

    private static OptionalInt number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Problems problemOf(OptionalInt read, String field, Phrase otherwise) {
        return read.isPresent() ? Problems.NONE : Problems.NONE.and(field, otherwise);
    }

    private static Problems problemOf(Optional<?> read, String field, Phrase otherwise) {
        return read.isPresent() ? Problems.NONE : Problems.NONE.and(field, otherwise);
    }

    private interface Work {
        Answer answer() throws SQLException;
    }

    /** What core says of a field of its own is said at the field of the form. */
    private static Answer at(String core, String field, Work work) throws SQLException {
        try {
            return work.answer();
        } catch (RefusedException refused) {
            throw core.equals(refused.field()) ? new RefusedException(refused.refusal(), field) : refused;
        }
    }

    private static Answer said(Visit visit, StockText phrase, Object... values) {
        return Answer.to(STOCK).saying(Flash.done(visit.frame().say(phrase, values)));
    }
}
