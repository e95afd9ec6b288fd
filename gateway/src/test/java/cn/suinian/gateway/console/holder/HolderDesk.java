package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.stand.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A console with two districts' staff and people who do not exist, on Monday 23 November 2026, at lunch. */
final class HolderDesk implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    final ConsoleServer console;
    final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    final Admitted clerk;
    final Admitted otherClerk;
    final Admitted supervisor;
    final Admitted secondSupervisor;
    final Admitted auditor;
    private final Database database;

    /** Somebody who was registered. */
    record Person(long holderId, String name, String number, String phone) {}

    HolderDesk(Database database) throws SQLException {
        this(database, ConsoleServer::new);
    }

    /** The same on people whom somebody else registered. */
    HolderDesk(Database database, DataVault vault) throws SQLException {
        this(database, (data, time) -> new ConsoleServer(data, time, vault));
    }

    private HolderDesk(Database database, BiFunction<Database, Clock, ConsoleServer> opening) throws SQLException {
        this.database = database;
        ask("INSERT INTO open_business_day (day) VALUES ('2026-11-23') ON CONFLICT DO NOTHING");
        AccountsFollowTaps.install(database);
        this.console = opening.apply(database, clock);
        Scope futian = new Scope(District.FUTIAN, null);
        this.clerk = console.sessions().signedIn(11, Role.COUNTER_CLERK.permissions(), futian);
        this.otherClerk =
                console.sessions().signedIn(12, Role.COUNTER_SUPERVISOR.permissions(), new Scope(District.LUOHU, null));
        this.supervisor = console.sessions().signedIn(13, Role.COUNTER_SUPERVISOR.permissions(), futian);
        this.secondSupervisor = console.sessions().signedIn(14, Role.COUNTER_SUPERVISOR.permissions(), futian);
        this.auditor = console.sessions().signedIn(15, Role.AUDITOR.permissions());
    }

    /** A new number of a resident card of somebody born on this day. */
    static String number(LocalDate born) {
        return Numbers.of("440000", born, PEOPLE.incrementAndGet() % 1000);
    }

    /** A name that nobody else has. */
    static String name() {
        int n = PEOPLE.incrementAndGet();
        return "测" + new String(Character.toChars(0x4e00 + n)) + new String(Character.toChars(0x5000 + n));
    }

    /** Somebody of 76, with a hukou in Futian. */
    Person registered() throws SQLException {
        return registered(LocalDate.of(1950, 6, 1), true);
    }

    Person registered(LocalDate born, boolean hukou) throws SQLException {
        return registered(name(), born, hukou, null);
    }

    Person registered(String name, LocalDate born, boolean hukou, Photo photo) throws SQLException {
        String number = number(born);
        String phone = String.format("138%08d", PEOPLE.incrementAndGet());
        Registration registration = new Registration(
                List.of(new GivenDocument(DocumentKind.RESIDENT_CARD, number)),
                name,
                Registration.Birth.IN_THE_DOCUMENT,
                (Sex) null,
                new Registration.Contact(phone, null),
                new Registration.Residence(
                        District.FUTIAN,
                        hukou ? District.FUTIAN : null,
                        hukou ? LocalDate.of(2000, 1, 1) : null,
                        hukou ? "户口簿" : null),
                List.of(),
                "2026-01",
                photo,
                Set.of());
        Registered outcome =
                console.offices().holders().register(clerk.session().actor(), registration);
        return new Person(((Registered.NewHolder) outcome).holderId(), name, number, phone);
    }

    /** Gives somebody an active card with an account. */
    int card(long holderId) throws SQLException {
        int serial = 5_000 + PEOPLE.incrementAndGet();
        ask("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES (" + serial + ", "
                + holderId + ", 'ACTIVE', '2026-11-18Z', '2040-01-01')");
        ask("INSERT INTO account (holder_id, live_card) VALUES (" + holderId + ", " + serial + ")");
        return serial;
    }

    /** A ride that was free, or declined for a reason. */
    void ride(Person person, int serial, String at, int reason) throws SQLException {
        tap(
                person,
                serial,
                at,
                "250, " + (reason == 0 ? 250 : 0) + ", 0, 1, " + reason + ", 0",
                reason == 0 ? "1" : "NULL");
    }

    /** A lunch that Futian subsidised with five yuan. */
    void lunch(Person person, int serial, String at) throws SQLException {
        tap(person, serial, at, "1200, 500, 0, 2, 0, 0", "2");
    }

    private void tap(Person person, int serial, String at, String money, String payer) throws SQLException {
        ask("INSERT INTO vendor (code, name, kind) VALUES ('BUS1', '示例巴士', 'BUS') ON CONFLICT DO NOTHING");
        int seq = PEOPLE.incrementAndGet();
        String day = at.substring(0, 10);
        ask("INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,"
                + " card_counter, tac, tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service,"
                + " reason, journey, payer) SELECT '" + day + "', '2026-11-23', vendor_id, 440300010007, " + seq + ", "
                + person.holderId() + ", " + seq + ", 0, '" + at + "', '" + at + "', " + serial + ", " + money
                + ", "
                + payer + " FROM vendor WHERE code = 'BUS1'");
    }

    /** One value of the database. */
    String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** The newest entry of this kind about somebody in the audit trail: who and why. */
    String audited(String act, long holderId) throws SQLException {
        return ask("SELECT actor || ' ' || coalesce(reason, '') FROM audit_log WHERE act = '" + act
                + "' AND subject = '" + holderId + "' ORDER BY entry_no DESC LIMIT 1");
    }

    String page(Admitted who, String path) throws IOException, InterruptedException {
        HttpResponse<String> page = console.getAs(who, path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    /** Sends the form of a page, with its hidden fields and what is typed into it. */
    HttpResponse<String> fill(Admitted who, String path, Map<String, String> typed)
            throws IOException, InterruptedException {
        return send(who, path, page(who, path), typed);
    }

    /** Sends a form that was shown. */
    HttpResponse<String> send(Admitted who, String path, String shown, Map<String, String> typed)
            throws IOException, InterruptedException {
        Map<String, String> all = hidden(shown, path);
        all.putAll(typed);
        return console.post(who, path, all);
    }

    /** What the form with this action carries along. */
    static Map<String, String> hidden(String page, String action) {
        int from = page.indexOf("action=\"" + action + "\"");
        assertThat(from).as("a form for " + action).isNotNegative();
        Matcher fields = HIDDEN.matcher(page.substring(from, page.indexOf("</form>", from)));
        Map<String, String> hidden = new LinkedHashMap<>();
        while (fields.find()) {
            hidden.putIfAbsent(fields.group(1), plain(fields.group(2)));
        }
        return hidden;
    }

    /** What a page says, without the escapes of HTML. */
    static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    static String location(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow();
    }

    /** A photo of nobody. */
    static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        console.close();
    }
}
