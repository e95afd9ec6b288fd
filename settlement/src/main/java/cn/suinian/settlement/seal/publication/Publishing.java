package cn.suinian.settlement.seal.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.seal.DaySeal;
import cn.suinian.settlement.seal.Sealing;
import cn.suinian.settlement.seal.publication.Totals.Line;
import cn.suinian.settlement.seal.publication.policy.Suppression;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Publishes sealed days. Slow: a pass over the day's taps. */
public final class Publishing {
    private static final Actor HOUSE = Actor.house("publication");

    private final DataSource database;
    private final Sealing sealing;
    private final KeyVault vault;
    private final AuditLog audit;
    private final Clock clock;
    private final Suppression suppression;

    /**
     * Publishes days of this database.
     *
     * @param database gives a session of its own at every call
     */
    public Publishing(
            DataSource database,
            Sealing sealing,
            KeyVault vault,
            AuditLog audit,
            Clock clock,
            Suppression suppression) {
        this.database = database;
        this.sealing = sealing;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.suppression = suppression;
    }

    /**
     * Publishes a day, once; what was published stays.
     *
     * @throws IllegalStateException when the day is not sealed
     */
    public Publication publish(LocalDate day) throws SQLException {
        return publish(HOUSE, day);
    }

    /** The same, because somebody wants it now. */
    public Publication publish(Actor actor, LocalDate day) throws SQLException {
        DayActs.require(actor, Permission.DAY_APPROVE);
        DaySeal seal =
                sealing.find(day).orElseThrow(() -> new IllegalStateException(day + " is not sealed; seal it first"));
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            Optional<Publication> done = TotalsStore.find(transaction, day);
            if (done.isPresent()) {
                return done.get();
            }
            byte[] content = json(seal, TotalsStore.totals(transaction, day)).getBytes(UTF_8);
            TotalsStore.add(transaction, new Publication(day, content, vault.sign(content), clock.instant()));
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("DAY_PUBLISHED", "BUSINESS_DAY", day)
                            .with(Map.of("bytes", Integer.toString(content.length))));
            Publication kept = TotalsStore.find(transaction, day).orElseThrow();
            transaction.commit();
            return kept;
        }
    }

    /** Days that are sealed and not published, the oldest first. */
    public List<LocalDate> listUnpublished(int most) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TotalsStore.listUnpublished(connection, most);
        }
    }

    /** Days that were published before this one, the latest first. */
    public List<LocalDate> listPublished(LocalDate before, int most) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TotalsStore.listPublished(connection, before, most);
        }
    }

    /** What was published of a day. */
    public Optional<Publication> find(LocalDate day) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TotalsStore.find(connection, day);
        }
    }

    /** The seal of a day that was published, for whoever checks it. */
    public Optional<DaySeal> findSeal(LocalDate day) throws SQLException {
        return sealing.find(day);
    }

    /** Codes and numbers only, so nothing but the ends of the seal's lines needs to be escaped. */
    private String json(DaySeal seal, Totals totals) {
        BitSet hidden = suppression.hide(totals.figures());
        StringBuilder json = new StringBuilder("{\n")
                .append("  \"format\": \"suinian-daily-totals-2\",\n")
                .append("  \"day\": \"%s\",\n".formatted(seal.day()))
                .append("  \"seal\": {\"no\": %d, \"hash\": \"%s\",\n"
                        .formatted(seal.sealNo(), Hex.encode(seal.hash())))
                .append("    \"text\": \"%s\"},\n".formatted(seal.text().replace("\n", "\\n")))
                .append("  \"unit\": \"fen\",\n")
                .append("  \"withheldBelowHolders\": %d,\n".formatted(suppression.k()))
                .append("  \"totals\": [");
        for (int i = 0; i < totals.lines().size(); i++) {
            json.append(i == 0 ? "\n    " : ",\n    ")
                    .append(line(totals.lines().get(i), hidden.get(i)));
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static String line(Line line, boolean hidden) {
        String place = "{\"district\": \"%s\", \"service\": \"%s\", \"payer\": \"%s\", "
                .formatted(line.districtLabel(), line.serviceLabel(), line.payerLabel());
        String figures = hidden
                ? "\"withheld\": true}"
                : "\"taps\": %d, \"gross\": %d, \"payable\": %d}"
                        .formatted(line.taps(), line.grossFen(), line.payableFen());
        return place + figures;
    }
}
