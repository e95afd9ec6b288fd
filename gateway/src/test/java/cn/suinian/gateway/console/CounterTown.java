package cn.suinian.gateway.console;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.gateway.stand.SmallCity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A counter in Nanshan and one in Luohu with cards in their boxes, people who do not exist, and a console. */
public final class CounterTown implements AutoCloseable {

    /** The lowest card in Nanshan's box; those before it in the range are nobody's. */
    public static final int FIRST = 60_000_000;

    private static final int AT_NANSHAN = 200;
    private static final int AT_LUOHU = 30;
    private static final int IN_STORE = 70;

    public final SettableClock clock = new SettableClock(SmallCity.NOW.toInstant());
    public final ConsoleServer console;
    public final Offices offices;
    public final Counter nanshan;
    public final Counter luohu;

    /** Serve at Nanshan's counter. */
    public final Admitted clerk;

    public final Admitted otherClerk;
    public final Admitted supervisor;

    /** Serves at Luohu's. */
    public final Admitted stranger;

    /** Keeps the city's store. */
    public final Admitted keeper;

    private final Database database;
    private int lastInBox = FIRST + AT_NANSHAN;

    public CounterTown(Database database) throws SQLException {
        this.database = database;
        console = new ConsoleServer(database, clock);
        offices = console.offices();
        Actor house = Actor.house("test");
        nanshan = offices.counters().create(house, "南山一号网点", District.NANSHAN, Counter.Kind.BANK_BRANCH);
        luohu = offices.counters().create(house, "罗湖一号网点", District.LUOHU, Counter.Kind.COMMUNITY_DESK);
        int all = AT_NANSHAN + AT_LUOHU + IN_STORE;
        int range = offices.stock().addRange(house, new CardRun(FIRST, FIRST + all + 699), "STANDARD", 1);
        offices.stock().receive(house, range, all);
        offices.stock().transfer(house, new CardRun(FIRST, FIRST + AT_NANSHAN - 1), null, nanshan.counterId());
        CardRun others = new CardRun(FIRST + AT_NANSHAN, FIRST + AT_NANSHAN + AT_LUOHU - 1);
        offices.stock().transfer(house, others, null, luohu.counterId());
        clerk = signIn(11, Role.COUNTER_CLERK, nanshan);
        otherClerk = signIn(12, Role.COUNTER_CLERK, nanshan);
        supervisor = signIn(13, Role.COUNTER_SUPERVISOR, nanshan);
        stranger = signIn(14, Role.COUNTER_CLERK, luohu);
        keeper = console.sessions().signedIn(15, Role.ADMINISTRATOR.permissions());
    }

    private Admitted signIn(long staffId, Role role, Counter at) {
        Scope scope = new Scope(at.district(), at.counterId());
        return console.sessions().signedIn(staffId, role.permissions(), scope);
    }

    /** Somebody new who is served by Nanshan and has a hukou there. */
    public long person() throws SQLException {
        Registration some = cn.suinian.core.holder.register.Counter.somebody();
        Registration here = new Registration(
                some.documents(),
                some.name(),
                some.birth(),
                null,
                some.contact(),
                new Registration.Residence(District.NANSHAN, District.NANSHAN, LocalDate.of(2000, 1, 1), "户口簿"),
                List.of(),
                "2026-01",
                null,
                Set.of());
        Registered outcome = offices.holders().register(clerk.session().actor(), here);
        return ((Registered.NewHolder) outcome).holderId();
    }

    /** Somebody new with a card that works; its serial. */
    public int card() throws SQLException {
        return card(person());
    }

    /** A card that works for somebody; its serial. */
    public int card(long holderId) throws SQLException {
        int serial = fromTheBottom();
        offices.cards().issueAndActivate(clerk.session().actor(), holderId, new CardChoice.Named(serial));
        return serial;
    }

    /** An unused card from the far end of Nanshan's box: the pages propose those of the near one. */
    public int fromTheBottom() {
        return --lastInBox;
    }

    /** The nineteen digits of a card. */
    public static String digits(int serial) {
        return new CardNumber(serial).digits();
    }

    /** The six digits that a clerk compares. */
    public static String lastSix(int serial) {
        return digits(serial).substring(13);
    }

    /** The status of a card. */
    public String status(int serial) throws SQLException {
        return ask("SELECT status FROM card WHERE card_serial = " + serial);
    }

    /** Sends a form. */
    public HttpResponse<String> post(Admitted who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return console.post(who, path, fields);
    }

    /** Gets a page. */
    public HttpResponse<String> get(Admitted who, String path) throws IOException, InterruptedException {
        return console.getAs(who, path);
    }

    /** Where a reply leads; "-" when nowhere. */
    public static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("-");
    }

    /** The first column of the first row, as text. */
    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    @Override
    public void close() {
        console.close();
    }
}
