package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardDesk.AUDITOR;
import static cn.suinian.core.card.office.CardDesk.CLERK;
import static cn.suinian.core.card.office.CardDesk.SUPERVISOR;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One way to meet each refusal of the counter; none leaves anything behind. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardRefusalTest {

    private static final Map<CardRefusal, Attempt> ROWS = Map.ofEntries(
            entry(CardRefusal.NOT_PERMITTED, (desk, card) -> desk.office.issue(AUDITOR, desk.person(), desk.card())),
            entry(CardRefusal.HOLDER_UNKNOWN, (desk, card) -> desk.office.issue(CLERK, 999_999, desk.card())),
            entry(
                    CardRefusal.CARD_UNKNOWN,
                    (desk, card) -> desk.office.activate(CLERK, new CardSeen(5, CardStatus.ISSUED))),
            entry(CardRefusal.HOLDER_DECEASED, (desk, card) -> {
                desk.sql("UPDATE holder SET deceased_on = '2026-11-24' WHERE holder_id = " + card.holderId());
                desk.office.replace(CLERK, desk.seen(card), desk.card(), ReplaceCause.DAMAGED);
            }),
            entry(
                    CardRefusal.HOLDER_TOO_YOUNG,
                    (desk, card) -> desk.office.issue(CLERK, desk.person("1966-11-26"), desk.card())),
            entry(CardRefusal.CONSENT_WITHDRAWN, (desk, card) -> {
                long person = desk.person();
                desk.sql("INSERT INTO holder_person (holder_id, name_sealed, name_index, sex, district,"
                        + " consent_version, consent_at, registered_at, registered_by) VALUES (" + person
                        + ", '', decode(repeat('00', 32), 'hex'), 'FEMALE', 4, 'WITHDRAWN', now(), now(), 'test')");
                desk.sql("INSERT INTO holder_document (holder_id, kind, number_sealed, person_index, recorded_at,"
                        + " recorded_by) VALUES (" + person
                        + ", 'TAIWAN_PASS', '', decode(repeat('00', 32), 'hex'), now(), 'test')");
                desk.office.issue(CLERK, person, desk.card());
            }),
            entry(
                    CardRefusal.HAS_LIVE_CARD,
                    (desk, card) -> desk.office.issueAndActivate(CLERK, card.holderId(), desk.card())),
            entry(
                    CardRefusal.CHANGED_MEANWHILE,
                    (desk, card) -> desk.office.cancel(SUPERVISOR, new CardSeen(card.serial(), CardStatus.LOST), "x")),
            entry(CardRefusal.CARD_IS_LOST, (desk, card) -> {
                desk.office.reportLost(CLERK, desk.seen(card), LossReport.now(LossReport.By.HOLDER));
                desk.office.activate(CLERK, desk.seen(card));
            }),
            entry(CardRefusal.CARD_REPLACED, (desk, card) -> {
                desk.office.replace(CLERK, desk.seen(card), desk.card(), ReplaceCause.LOST);
                desk.office.foundAgain(CLERK, new CardSeen(card.serial(), CardStatus.LOST));
            }),
            entry(CardRefusal.CARD_CANCELLED, (desk, card) -> {
                desk.office.cancel(SUPERVISOR, desk.seen(card), "given back");
                desk.office.reportLost(CLERK, desk.seen(card), LossReport.now(LossReport.By.HOLDER));
            }),
            entry(CardRefusal.ENOUGH_LOSSES_ELSEWHERE, (desk, card) -> {
                desk.sql(
                        "INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE SELECT 1000002, '1950-01-01'");
                desk.sql("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                        + " VALUES (78, 1000002, 'ACTIVE', now(), '2027-01-01')");
                desk.sql("INSERT INTO account (holder_id, live_card) VALUES (1000002, 78)");
                desk.sql("INSERT INTO elsewhere_use VALUES ('staff 1', '2026-11-25', 'LOSS', 30)");
                desk.office.reportLost(
                        CLERK, new CardSeen(78, CardStatus.ACTIVE), LossReport.now(LossReport.By.HOLDER));
            }),
            entry(
                    CardRefusal.LOST_IN_THE_FUTURE,
                    (desk, card) -> desk.office.reportLost(
                            CLERK, desk.seen(card), lostAt(desk.clock.instant().plusSeconds(1)))),
            entry(
                    CardRefusal.LOST_BEFORE_ISSUE,
                    (desk, card) -> desk.office.reportLost(
                            CLERK, desk.seen(card), lostAt(card.since().minusSeconds(1)))),
            entry(CardRefusal.REASON_INVALID, (desk, card) -> desk.office.cancel(SUPERVISOR, desk.seen(card), " \t ")),
            entry(CardRefusal.RENEW_FIRST, (desk, card) -> {
                desk.clock.pass(Duration.ofDays(370));
                desk.office.replace(CLERK, desk.seen(card), desk.card(), ReplaceCause.DAMAGED);
            }),
            entry(
                    CardRefusal.RENEWAL_TOO_EARLY,
                    (desk, card) -> desk.office.renew(CLERK, desk.seen(card), card.expiresOn())),
            entry(CardRefusal.RENEWAL_TOO_LATE, (desk, card) -> {
                desk.clock.pass(Duration.ofDays(400));
                desk.office.renew(CLERK, desk.seen(card), card.expiresOn());
            }),
            entry(
                    CardRefusal.NOT_EXPIRED,
                    (desk, card) -> desk.office.replace(CLERK, desk.seen(card), desk.card(), ReplaceCause.EXPIRED)),
            entry(CardRefusal.PAGE_INVALID, (desk, card) -> desk.file.listDue(CLERK, null, 201)));

    private CardDesk desk;

    /** Meets a refusal with the card of somebody who can otherwise do anything with it. */
    private interface Attempt {
        void at(CardDesk desk, CardState card) throws Exception;
    }

    private static LossReport lostAt(Instant when) {
        return new LossReport(when, LossReport.By.HOLDER);
    }

    @BeforeAll
    void open(Database database) throws Exception {
        desk = new CardDesk(database);
    }

    @BeforeEach
    void noon() {
        desk.clock.set(CardDesk.NOON);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsMetAndSaysWhatToDo(CardRefusal refusal) throws Exception {
        assertThat(ROWS).containsKey(refusal);
        CardState card = desk.holder();

        RefusedException met = catchThrowableOfType(
                RefusedException.class, () -> ROWS.get(refusal).at(desk, card));

        assertThat(met.refusal()).isEqualTo(refusal);
        assertThat(refusal.zh()).matches("[\\p{IsHan}\\p{IsPunctuation}0-9 ]{6,60}");
        assertThat(refusal.en()).matches("[A-Z][ -~]{10,120}[.]");
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLDER_UNKNOWN", "CARD_UNKNOWN"})
    void whoIsNotVisibleDoesNotExist(CardRefusal refusal) throws Exception {
        desk.sql("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE"
                + " VALUES (1000001, '1950-01-01') ON CONFLICT DO NOTHING");
        desk.sql("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                + " VALUES (77, 1000001, 'ISSUED', now(), '2027-01-01') ON CONFLICT DO NOTHING");

        RefusedException met = catchThrowableOfType(RefusedException.class, () -> {
            if (refusal == CardRefusal.HOLDER_UNKNOWN) {
                desk.office.issue(CLERK, 1_000_001, desk.card());
            } else {
                desk.office.activate(CLERK, new CardSeen(77, CardStatus.ISSUED));
            }
        });

        assertThat(met.refusal()).isEqualTo(refusal);
    }

    @Test
    void theDayOfTheBirthdayIsOldEnough() throws Exception {
        CardAct act = desk.office.issue(CLERK, desk.person("1966-11-25"), desk.card());

        assertThat(act.card().expiresOn()).isEqualTo(LocalDate.of(2027, 11, 25));
    }
}
