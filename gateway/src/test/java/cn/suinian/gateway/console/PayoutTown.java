package cn.suinian.gateway.console;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayClose;
import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.payout.account.AccountOwner;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.risk.RiskScan;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Three canteens and a metro line, one business day of theirs, people who pay them, and a console. */
public final class PayoutTown implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.parse("2026-11-16");
    public static final String FUTIAN = "2";

    /** The vendor that serves at night. */
    public static final int NIGHT = 2;

    private static final String NIGHT_AFTER = "2026-11-16T16:05:00Z";
    private static final String PEOPLE = """
            INSERT INTO vendor (code, name, kind)
                SELECT 'C-' || n, n || '号长者食堂', 'CANTEEN' FROM generate_series(1, 3) n;
            INSERT INTO vendor (code, name, kind) VALUES ('M-1', '=地铁一号线', 'METRO');
            INSERT INTO terminal (terminal_id, vendor_id, services)
                SELECT 440300010000 + vendor_id, vendor_id, 31 FROM vendor;
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 60) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT 3 * n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, 60) n;
            INSERT INTO account (holder_id, live_card) SELECT n, 3 * n FROM generate_series(1, 60) n;
            INSERT INTO open_business_day (day) VALUES ('2026-11-16');
            CREATE TABLE tap_16 PARTITION OF tap FOR VALUES FROM ('2026-11-16') TO ('2026-11-17');
            """;
    private static final String TAPS = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT date '2026-11-16', date '2026-11-16', %1$d, 440300010000 + %1$d, %2$d + n, %2$d + n, %2$d, 7,
                   (timestamp '2026-11-16 %3$s' + n * interval '20 seconds') AT TIME ZONE 'Asia/Shanghai',
                   (timestamp '2026-11-16 %3$s' + n * interval '21 seconds') AT TIME ZONE 'Asia/Shanghai',
                   3 * (%2$d + n), 1500, %4$d, 200, 0, 2, 0, 0, 2
            FROM generate_series(0, %5$d - 1) n
            """;

    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-17T02:00:00Z"));
    public final ConsoleServer console;
    public final PayoutOffice office;
    public final Admitted maker;
    public final Admitted checker;
    public final Admitted otherChecker;
    public final Admitted auditor;

    /** Works for Luohu. */
    public final Admitted luohu;

    private final Database database;

    /** The day is cleared, looked at and approved; vendors and payers have accounts. */
    public PayoutTown(Database database) throws SQLException {
        this.database = database;
        ask(PEOPLE);
        AccountsFollowTaps.install(database);
        ask(TAPS.formatted(1, 1, "11:00", 1000, 3));
        ask(TAPS.formatted(NIGHT, 11, "22:00", 500, 5));
        console = new ConsoleServer(database, clock);
        office = PayoutOffice.of(console.offices().means());
        maker = signIn(101, Role.SETTLEMENT_CLERK);
        checker = signIn(102, Role.SETTLEMENT_SUPERVISOR);
        otherChecker = signIn(103, Role.SETTLEMENT_SUPERVISOR);
        auditor = signIn(104, Role.AUDITOR);
        luohu = console.sessions()
                .signedIn(
                        105,
                        Role.SETTLEMENT_SUPERVISOR.permissions(),
                        new Scope(cn.suinian.core.holder.District.LUOHU, null));
    }

    private Admitted signIn(long staffId, Role role) {
        return console.sessions().signedIn(staffId, role.permissions());
    }

    /** Clears the day. */
    public PayoutTown clearDay() throws SQLException {
        SettableClock night = SettableClock.at(NIGHT_AFTER);
        new DayClose(database.dataSource(), night, ClosePolicy.DEFAULT, "process 1 on node-1")
                .closeThrough(DAY, CloseListener.SILENT);
        return this;
    }

    /** Clears the day and looks at it, as the house does at night. */
    public PayoutTown lookAtDay() throws SQLException {
        clearDay();
        SettableClock night = SettableClock.at(NIGHT_AFTER);
        new RiskScan(database.dataSource(), "process 1 on node-1").finishOldestDay();
        new Lens(console.offices().means().transactions(), office.holds(), night).lookAt(DAY);
        return this;
    }

    /** Clears the day, looks at it and has it approved. */
    public PayoutTown approveDay() throws SQLException {
        lookAtDay();
        ask("UPDATE business_day SET state = 'RECONCILED' WHERE state = 'CLEARED'");
        ask("UPDATE business_day SET state = 'APPROVED' WHERE state = 'RECONCILED'");
        return this;
    }

    /** Gives canteens and Futian accounts that two people signed. */
    public PayoutTown openAccounts() throws SQLException {
        for (int vendor = 1; vendor <= 3; vendor++) {
            openAccount(new OfVendor(vendor), vendor);
        }
        openAccount(new OfPayer(new Payer(2)), 90);
        return this;
    }

    private void openAccount(AccountOwner owner, int number) throws SQLException {
        BankDetails details = new BankDetails(
                "账户%02d".formatted(number),
                "62220000000000%02d".formatted(number),
                "1055840000%02d".formatted(number),
                "测试银行");
        long request = office.accounts().ask(maker.session().actor(), owner, details, "agreement on paper");
        office.accounts().confirm(checker.session().actor(), request);
    }

    /** Prepares a batch of Futian over the pages; where its page is. */
    public String prepare(Admitted who) throws Exception {
        String form = get(who, "/payouts/new?payer=2&throughDay=" + DAY).body();
        HttpResponse<String> reply = post(
                who,
                "/payouts/new",
                Map.of(
                        "payer",
                        FUTIAN,
                        "throughDay",
                        DAY.toString(),
                        "seen",
                        hidden(form, "seen"),
                        "reason",
                        "weekly payout"));
        return CounterTown.location(reply);
    }

    /** Prepares, approves and sends a batch; where its page is. */
    public String pay() throws Exception {
        String batch = prepare(maker);
        post(checker, batch + "/approve", Map.of());
        post(maker, batch + "/send", Map.of("executeOn", "2026-11-17"));
        return batch;
    }

    /** The value of a hidden field. */
    public static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!field.find()) {
            throw new AssertionError("no field " + name);
        }
        return field.group(1);
    }

    public HttpResponse<String> post(Admitted who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return console.post(who, path, fields);
    }

    public HttpResponse<String> get(Admitted who, String path) throws IOException, InterruptedException {
        return console.getAs(who, path);
    }

    /** The page after an act, or the page that the act is answered with. */
    public String page(Admitted who, String path) throws IOException, InterruptedException {
        return get(who, path).body();
    }

    /** The first column of the first row, as text. */
    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** A status file of the bank about a batch. */
    public static String statusFile(String original, String... transactions) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK1</MsgId><CreDtTm>2026-11-18T12:00:00+08:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                </OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>%1$s</OrgnlPmtInfId>
                """.formatted(original));
        for (String each : transactions) {
            String[] words = each.split(" ", -1);
            xml.append("<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>"
                    .formatted(words[0], words[1]));
            if (words.length > 2) {
                xml.append("<StsRsnInf><Rsn><Cd>").append(words[2]).append("</Cd></Rsn></StsRsnInf>");
            }
            xml.append("</TxInfAndSts>");
        }
        return xml.append("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>").toString();
    }

    @Override
    public void close() {
        console.close();
    }
}
