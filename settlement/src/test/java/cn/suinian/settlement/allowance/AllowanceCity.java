package cn.suinian.settlement.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.allowance.enrolment.Enrolment;
import cn.suinian.settlement.allowance.kept.KeptAccounts;
import cn.suinian.settlement.allowance.kept.KeptReturns;
import cn.suinian.settlement.allowance.refund.Refunds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A city with made-up beneficiaries and a clock that tests set. */
public final class AllowanceCity implements AutoCloseable {
    public static final Actor MAKER = DayMoves.MAKER;
    public static final Actor CHECKER = DayMoves.CHECKER;

    private static final String REGISTER = """
            INSERT INTO holder_person (holder_id, name_sealed, name_index, phone_sealed, phone_index,
                                       bank_account_sealed, sex, district, consent_version, consent_at,
                                       registered_at, registered_by)
            VALUES (?, ?, ?, ?, ?, ?, 'FEMALE', 2, '1', now(), now(), 'a test')
            ON CONFLICT (holder_id) DO UPDATE SET bank_account_sealed = excluded.bank_account_sealed
            """;

    private static final byte[] KEY = new byte[16];

    private final Database database;
    private final Transactions transactions;
    private final DataVault vault = KeystoreVault.ofColumns(Map.of(1, KEY), new byte[32]);
    private Clock clock = at("2026-05-08");

    public AllowanceCity(Database database) throws SQLException {
        this.database = database;
        this.transactions = Transactions.over(database, 4);
        TestServers.ask(database, "INSERT INTO open_business_day (day) VALUES ('2026-05-08')");
    }

    /** One with two people, of 76 and of 79. */
    static AllowanceCity ofTwo(Database database) throws SQLException {
        AllowanceCity city = new AllowanceCity(database);
        city.person(1, "1950-03-01", "2026-05-02");
        city.person(2, "1946-06-20", "2026-05-03");
        return city;
    }

    /** Noon in Shenzhen of this day. */
    private static Clock at(String day) {
        return Clock.fixed(LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /** It is this day now. */
    public void today(String day) {
        clock = at(day);
    }

    /** Somebody with a hukou in Futian since long ago, an account, an application and a check on this day. */
    public void person(long holderId, String born, String checked) throws SQLException {
        ask("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (" + holderId + ", '" + born + "');"
                + "INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES (" + holderId
                + ", "
                + holderId + ", 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01');"
                + "INSERT INTO account (holder_id, live_card) VALUES (" + holderId + ", " + holderId + ");"
                + "INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (" + holderId
                + ", 2, '2000-01-01');"
                + "INSERT INTO allowance_application (holder_id, applied_on, actor) VALUES (" + holderId
                + ", '2020-01-01', 'a test')");
        checked(holderId, checked);
        register(holderId, "621700720000" + (1000 + holderId));
    }

    public void checked(long holderId, String day) throws SQLException {
        ask("UPDATE account SET checked_on = '" + day + "'::date - '1970-01-01'::date WHERE holder_id = " + holderId);
    }

    public void died(long holderId, String day) throws SQLException {
        ask("UPDATE holder SET deceased_on = '" + day + "' WHERE holder_id = " + holderId + ";"
                + "INSERT INTO holder_event (holder_id, kind, effective_on, evidence_sealed, recorded_at, actor)"
                + " VALUES (" + holderId + ", 'DEATH', '" + day + "', '', now(), 'a test')");
    }

    public void moved(long holderId, String day, District to) throws SQLException {
        ask("UPDATE holder_hukou SET valid_to = '" + day + "' WHERE holder_id = " + holderId + ";"
                + "INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (" + holderId + ", " + to.code()
                + ", '" + day + "')");
    }

    /** Personal data, sealed as the register does it. */
    public void register(long holderId, String bankAccount) throws SQLException {
        Seals seals = new Seals(vault);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            insert.setLong(1, holderId);
            insert.setBytes(2, seals.seal(SealedColumn.NAME, holderId, "测试甲" + holderId));
            insert.setBytes(3, seals.nameIndex("测试甲" + holderId));
            insert.setBytes(4, seals.seal(SealedColumn.PHONE, holderId, "1380000" + (1000 + holderId)));
            insert.setBytes(5, seals.phoneIndex("1380000" + (1000 + holderId)));
            insert.setBytes(
                    6, bankAccount.isEmpty() ? null : seals.seal(SealedColumn.BANK_ACCOUNT, holderId, bankAccount));
            insert.executeUpdate();
        }
        ask("INSERT INTO holder_document (holder_id, kind, number_sealed, person_index, recorded_at, recorded_by)"
                + " VALUES (" + holderId + ", 'RESIDENT_CARD', '', sha256('" + holderId + "'), now(), 'a test')"
                + " ON CONFLICT DO NOTHING");
    }

    /** They bring another bank account to a counter. */
    public void corrected(long holderId) throws SQLException {
        register(holderId, "621700720000" + (2000 + holderId));
        ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason) VALUES (" + holderId
                + ", 'BANK_ACCOUNT', 2, clock_timestamp(), 'counter-a', 'closed account')");
    }

    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    public Transactions transactions() {
        return transactions;
    }

    public DataVault vault() {
        return vault;
    }

    public AllowanceRuns runs() {
        return new AllowanceRuns(transactions, vault, new AuditLog(clock), clock);
    }

    public RunReads reads() {
        return new RunReads(transactions);
    }

    public PayFile payFile() {
        return new PayFile(transactions, vault, new AuditLog(clock));
    }

    public BankResults results() {
        return new BankResults(transactions, new AuditLog(clock));
    }

    public Refunds refunds() {
        return new Refunds(transactions, new AuditLog(clock), clock);
    }

    KeptAccounts keptAccounts() {
        return new KeptAccounts(transactions, new AuditLog(clock), clock);
    }

    KeptReturns keptReturns() {
        return new KeptReturns(transactions, new AuditLog(clock), clock);
    }

    public Enrolment enrolment() {
        return new Enrolment(transactions, vault, new AuditLog(clock), clock);
    }

    public AllowanceRun list(String month, District district) throws SQLException {
        return runs().list(MAKER, YearMonth.parse(month), district, AllowanceRuns.Listener.SILENT);
    }

    /** A month of a district up to the order, each step as it should be. */
    public AllowanceRun order(String month, District district) throws SQLException {
        AllowanceRun run = list(month, district);
        long request = runs().confirm(MAKER, run.runNo(), "list checked");
        long seen = new RunHistory(transactions)
                .tell(CHECKER, run.runNo())
                .accounts()
                .last();
        runs().approve(CHECKER, request, seen);
        runs().order(MAKER, run.runNo());
        return run;
    }

    /** The same with everything paid but for these holders. */
    public AllowanceRun pay(String month, District district, long... returned) throws SQLException {
        AllowanceRun run = order(month, district);
        ask("INSERT INTO allowance_result (payment_no, outcome, actor) SELECT payment_no, CASE WHEN holder_id = ANY ('{"
                + java.util.Arrays.stream(returned).mapToObj(Long::toString).collect(Collectors.joining(","))
                + "}') THEN 'RETURNED' ELSE 'PAID' END, 'a test' FROM allowance_payment WHERE run_no = " + run.runNo());
        runs().reconcile(MAKER, run.runNo());
        return run;
    }

    /** Takes in what the bank says of a run. */
    BankResults.Taken take(AllowanceRun run, String lines) throws SQLException {
        return results().take(MAKER, run.runNo(), PayFile.Encoding.UTF_8, file(lines));
    }

    /** A file as the bank sends it. */
    static ByteArrayInputStream file(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for the first holder's claim of this month to be booked as collected; the number of the request. */
    long collected(AllowanceRun run, String month) throws SQLException {
        return runs().askCollected(MAKER, run.runNo(), 1, YearMonth.parse(month), "on the statement");
    }

    /** An act is refused for this reason. */
    static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }

    /** A run's lines as text. */
    public List<String> lines(AllowanceRun run) throws SQLException {
        return reads().listLines(MAKER, run.runNo(), 0, 500).stream()
                .map(line -> line.holderId() + " " + line.line().month() + " "
                        + line.line().kind() + " " + line.line().fen() / 100 + " "
                        + line.line().reason())
                .toList();
    }

    /** What an account of the ledger came to, debits above zero. */
    public String balance(String account) throws SQLException {
        return ask("SELECT coalesce(sum(debit_fen - credit_fen), 0) FROM journal_posting p"
                + " JOIN ledger_account a USING (account_id) WHERE a.name = '" + account + "'");
    }

    @Override
    public void close() {
        transactions.close();
    }
}
