package cn.suinian.load.dayend;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Database;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.Stage.Audit;
import cn.suinian.load.stage.StageException;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sale;
import cn.suinian.load.statement.Sale.Fate;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody with the rights of the database's owner could do to a sealed day, each of it found and put back. */
final class Tampering {
    /** No trigger and no foreign key hinders whoever owns the database. */
    private static final String UNGUARDED = "SET session_replication_role = replica";

    private final Stage stage;
    private final Screen screen;
    private final LocalDate day;
    private final List<Sale> sales;
    private final List<String> told;

    /** One thing done to one row, and what an audit must say of it. */
    private record Attempt(String what, String table, String row, String change, String named) {}

    Tampering(Stage stage, Screen screen, TwoDays days, List<String> told) {
        this.stage = stage;
        this.screen = screen;
        this.day = days.first();
        this.sales = days.firstSales().values().stream()
                .flatMap(List::stream)
                .filter(sale -> sale.fate() == Fate.COUNTED && sale.key().date().equals(day))
                .toList();
        this.told = told;
    }

    /** Tries all of it, one after the other; the day is as it was afterwards, and an audit says so. */
    Invariant everyKindIsNamed() throws IOException, StageException, SQLException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = Database.openToWrite(stage.runtime().databaseUrl())) {
            execute(connection, UNGUARDED);
            for (Attempt attempt : List.of(oneFenMore(), tapDeleted(), journalEdited(connection), rootReplaced())) {
                wrong.addAll(tryOut(connection, attempt));
            }
        }
        screen.progress("verifying after all was put back");
        Audit audit = stage.verify(day);
        told.add("all of it put back: verify --day exit code " + audit.exitCode());
        if (audit.exitCode() != 0) {
            wrong.add("after all was put back: " + audit.printed());
        }
        return new Invariant("verify names what was tampered with: a fen, a tap, a journal entry, a root", wrong);
    }

    private List<String> tryOut(Connection connection, Attempt attempt)
            throws IOException, StageException, SQLException, InterruptedException {
        String where = " WHERE " + attempt.row;
        execute(connection, "CREATE TEMP TABLE kept AS SELECT * FROM " + attempt.table + where);
        int changed = execute(connection, attempt.change + where);
        Audit audit;
        try {
            screen.progress("verifying after " + attempt.what);
            audit = stage.verify(day);
        } finally {
            execute(connection, "DELETE FROM " + attempt.table + where);
            execute(connection, "INSERT INTO " + attempt.table + " OVERRIDING SYSTEM VALUE SELECT * FROM kept");
            execute(connection, "DROP TABLE kept");
        }
        String line = audit.printed()
                .lines()
                .filter(each -> each.contains(attempt.named))
                .findFirst()
                .orElse("");
        told.add("%s: verify --day exit code %d, %s".formatted(attempt.what, audit.exitCode(), line.strip()));
        return changed == 1 && audit.exitCode() == 1 && !line.isEmpty()
                ? List.of()
                : List.of("%s: %d rows, exit code %d, and nothing says \"%s\": %s"
                        .formatted(attempt.what, changed, audit.exitCode(), attempt.named, audit.printed()));
    }

    private Attempt oneFenMore() {
        Sale.Key key = sales.get(0).key();
        return new Attempt(
                "one fen more in a tap",
                "tap",
                row(key),
                "UPDATE tap SET amount = amount + 1",
                "TAP was changed: tap_date %s, terminal %s, sequence %d,"
                        .formatted(day, number(key), key.terminalSeq()));
    }

    /** A row that is gone is named by its neighbours: of a tap whose next one at the same terminal was sent too. */
    private Attempt tapDeleted() throws StageException {
        Set<String> sent = sales.stream()
                .map(sale -> sale.key().terminalId() + " " + sale.key().terminalSeq())
                .collect(Collectors.toSet());
        Sale.Key key = sales.stream()
                .map(Sale::key)
                .filter(each -> sent.contains(each.terminalId() + " " + (each.terminalSeq() + 1)))
                .findFirst()
                .orElseThrow(() -> new StageException("no terminal counted two taps one after the other"));
        return new Attempt(
                "a tap deleted",
                "tap",
                row(key),
                "DELETE FROM tap",
                "and before tap_date %s, terminal %s, sequence %d,".formatted(day, number(key), key.terminalSeq() + 1));
    }

    private Attempt journalEdited(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT min(transfer_id) FROM journal_transfer WHERE day = '" + day + "'")) {
            row.next();
            long transfer = row.getLong(1);
            return new Attempt(
                    "a journal entry edited",
                    "journal_transfer",
                    "transfer_id = " + transfer,
                    "UPDATE journal_transfer SET amount_fen = amount_fen + 1",
                    "JOURNAL was changed: transfer " + transfer);
        }
    }

    private Attempt rootReplaced() {
        return new Attempt(
                "the day's root of taps replaced",
                "day_seal_section",
                "day = '" + day + "' AND section = 'TAP'",
                "UPDATE day_seal_section SET root = sha256('another day')",
                "does not have its hash: a root, a count or a link was changed");
    }

    private static String row(Sale.Key key) {
        return "tap_date = '%s' AND terminal_id = %s AND terminal_seq = %d AND card_serial = %d"
                .formatted(key.date(), number(key), key.terminalSeq(), key.cardSerial());
    }

    private static String number(Sale.Key key) {
        return Long.toString(Long.parseLong(key.terminalId()));
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
