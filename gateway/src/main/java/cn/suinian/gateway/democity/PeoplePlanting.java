package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.gateway.democity.CityPlan.Identity;
import cn.suinian.gateway.democity.CityPlan.Person;
import cn.suinian.gateway.democity.CityPlan.PlannedCard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holders, in batches: what rules ask of them, their cards, and who they are where the plan says so. */
final class PeoplePlanting {

    private static final String HOLDER =
            "INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (?, ?)";
    private static final String HUKOU = "INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (?, ?, ?)";
    private static final String CATEGORY =
            "INSERT INTO holder_category (holder_id, category, valid_from) VALUES (?, ?, ?)";
    private static final String CARD =
            "INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) VALUES (?, ?, ?, ?, ?)";
    private static final String ACCOUNT = "INSERT INTO account (holder_id, live_card) VALUES (?, ?)";
    private static final String PERSON = """
            INSERT INTO holder_person (holder_id, name_sealed, name_index, phone_sealed, phone_index, sex, district,
                                       consent_version, consent_at, registered_at, registered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DOCUMENT = """
            INSERT INTO holder_document (document_no, holder_id, kind, number_sealed, person_index, recorded_at,
                                         recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String STATEMENT = """
            INSERT INTO holder_statement (statement_no, holder_id, act, district, category, grade, effective_on,
                                          evidence_sealed, recorded_at, actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEXT_NUMBERS = """
            SELECT setval(pg_get_serial_sequence('holder', 'holder_id'), greatest(1, max(holder_id))) FROM holder;
            SELECT setval(pg_get_serial_sequence('holder_document', 'document_no'), greatest(1, max(document_no)))
            FROM holder_document;
            SELECT setval(pg_get_serial_sequence('holder_statement', 'statement_no'), greatest(1, max(statement_no)))
            FROM holder_statement
            """;

    /** The demo's statuses began long before any tap, so that every client knows what to expect. */
    private static final LocalDate STATUS_SINCE = LocalDate.of(2024, 1, 1);

    private static final LocalDate EXPIRES_ON = LocalDate.of(2099, 12, 31);
    private static final String CONSENT = "DEMO";
    private static final String EVIDENCE = "演示数据，没有凭证";

    private final Connection connection;
    private final CityPlan plan;
    private final Timestamp now;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private long statements;

    PeoplePlanting(Connection connection, CityPlan plan, Instant now) {
        this.connection = connection;
        this.plan = plan;
        this.now = Timestamp.from(now);
    }

    /** Plants all of them; the vault is asked for when one has a name. */
    void plant(Supplier<? extends DataVault> vault) throws SQLException {
        try {
            boolean named = plan.people().stream().anyMatch(person -> person.identity() != null);
            Seals seals = named ? new Seals(vault.get()) : null;
            long id = 0;
            for (Person person : plan.people()) {
                id++;
                add(id, person);
                if (seals != null && person.identity() != null) {
                    register(seals, id, person, person.identity());
                }
            }
            for (PreparedStatement insert : inserts.values()) {
                insert.executeBatch();
            }
        } finally {
            for (PreparedStatement insert : inserts.values()) {
                insert.close();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(NEXT_NUMBERS);
        }
    }

    private void add(long id, Person person) throws SQLException {
        add(HOLDER, id, person.bornOn());
        if (person.hukou() != null) {
            add(HUKOU, id, person.hukou().code(), CityPlan.SINCE);
        }
        for (Category each : person.categories()) {
            add(CATEGORY, id, each.name(), CityPlan.SINCE);
        }
        int live = 0;
        for (PlannedCard each : person.cards()) {
            add(CARD, each.serial(), id, each.status().name(), since(each.status()), EXPIRES_ON);
            live = each.serial();
        }
        add(ACCOUNT, id, live);
    }

    /** What a counter would have written when it registered them. */
    private void register(Seals seals, long id, Person person, Identity identity) throws SQLException {
        String by = Planting.PLANTER.account();
        add(
                PERSON,
                id,
                seals.seal(SealedColumn.NAME, id, identity.name()),
                seals.nameIndex(PersonalText.comparedName(identity.name())),
                seals.seal(SealedColumn.PHONE, id, identity.phone()),
                seals.phoneIndex(identity.phone()),
                Objects.requireNonNullElse(identity.document().sex(), Sex.FEMALE)
                        .name(),
                identity.servedBy().code(),
                CONSENT,
                now,
                now,
                by);
        add(
                DOCUMENT,
                id,
                id,
                identity.document().kind().name(),
                seals.seal(SealedColumn.DOCUMENT_NUMBER, id, identity.document().number()),
                seals.personIndex(
                        identity.document().kind().name(), identity.document().personKey()),
                now,
                by);
        if (person.hukou() != null) {
            state(seals, id, "HUKOU_SET", person.hukou().code(), null, null);
        }
        for (Category each : person.categories()) {
            String grade = each == Category.MODERATELY_DISABLED ? "MODERATE" : null;
            state(seals, id, "CATEGORY_ADDED", null, each.name(), grade);
        }
    }

    private void state(
            Seals seals,
            long id,
            String act,
            @Nullable Integer district,
            @Nullable String category,
            @Nullable String grade)
            throws SQLException {
        statements++;
        add(
                STATEMENT,
                statements,
                id,
                act,
                district,
                category,
                grade,
                CityPlan.SINCE,
                seals.seal(SealedColumn.STATEMENT_EVIDENCE, statements, EVIDENCE),
                now,
                Planting.PLANTER.account());
    }

    private static Timestamp since(CardStatus status) {
        LocalDate day = status == CardStatus.ACTIVE ? CityPlan.SINCE : STATUS_SINCE;
        return Timestamp.valueOf(day.atStartOfDay());
    }

    /** The statements are sent in the order in which they were first used: holders before all that is theirs. */
    private void add(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement insert = inserts.get(sql);
        if (insert == null) {
            insert = connection.prepareStatement(sql);
            inserts.put(sql, insert);
        }
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }
}
