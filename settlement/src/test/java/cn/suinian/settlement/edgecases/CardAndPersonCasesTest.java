package cn.suinian.settlement.edgecases;

import static cn.suinian.core.card.office.CardDesk.CLERK;
import static cn.suinian.settlement.edgecases.EdgeTown.NOON;
import static cn.suinian.settlement.edgecases.EdgeTown.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.authorization.NotAuthorized;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.denylist.Denylist;
import cn.suinian.core.denylist.DenylistReader;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge cases 1, 3, 4, 11 and 12: persons, their cards, and what terminals know of them. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class CardAndPersonCasesTest {
    private static final String SEVENTY_SIX = "1950-05-01";

    private EdgeTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new EdgeTown(database);
        town.person(1, SEVENTY_SIX);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void case1TheLunchOfTheDayIsThePersonsWhateverCardTheyShow() throws Exception {
        assertThat(town.tap(town.lunch(1, 1)).subsidyFen()).isEqualTo(500);
        CardState next = replaced(ReplaceCause.DAMAGED);

        Answer second = town.tap(town.lunch(1, 2).card(next.serial()).counter(1));

        assertThat(second.reason()).isEqualTo(DeclineReason.MEAL_TAKEN_TODAY);
        assertThat(town.ask("SELECT count(*) || ' ' || sum(subsidy) FROM tap WHERE holder_id = 1"))
                .isEqualTo("2 500");
    }

    @Test
    void case3AGapInTheCountersIsNoFault() throws Exception {
        assertThat(town.tap(town.bus(1, 1)).approved()).isTrue();
        assertThat(town.tap(town.bus(1, 40)).approved()).isTrue();
        assertThat(town.tap(town.bus(1, 20)).approved())
                .as("one of the gap that arrives later")
                .isTrue();
    }

    @Test
    void case3ARepeatWithTheSameContentIsTheSameTapAndIsAnsweredTheSame() throws Exception {
        Answer first = town.tap(town.lunch(1, 7));

        assertThat(town.tap(town.lunch(1, 7))).isEqualTo(first);

        assertThat(town.ask("SELECT count(*) FROM tap")).isEqualTo("1");
    }

    @Test
    void case3ARepeatWithOtherContentIsRefusedAndGrantsNothing() throws Exception {
        town.tap(town.bus(1, 7));

        Answer usedProof = town.tap(town.bus(1, 8).counter(7));
        assertThat(usedProof.reason()).isEqualTo(DeclineReason.COUNTER_REPLAYED);
        assertThatExceptionOfType(ExecutionException.class)
                .as("the terminal's own number for another tap")
                .isThrownBy(() -> town.tap(town.bus(1, 7).tac(99)))
                .withCauseInstanceOf(NotAuthorized.class);

        assertThat(town.ask("SELECT sum(subsidy) FROM tap")).isEqualTo("200");
    }

    @Test
    void case3ACounterFarBehindIsRefused() throws Exception {
        town.tap(town.bus(1, 500));

        assertThat(town.tap(town.bus(1, 2)).reason()).isEqualTo(DeclineReason.COUNTER_TOO_OLD);
    }

    @Test
    void case4AStoredTapIsJudgedByWhenItWasMadeAndByTheListThatItsTerminalHeld() throws Exception {
        long before = listVersion();
        lost();
        long after = listVersion();

        assertThat(town.tap(stored(1).at(NOON.minusHours(1))).approved())
                .as("made before the loss, arrived after it")
                .isTrue();
        assertThat(town.tap(stored(2).at(NOON.plusHours(1)).holding(before)).approved())
                .as("made after it at a terminal that could not know")
                .isTrue();
        assertThat(town.tap(stored(3).at(NOON.plusHours(1)).holding(after)).reason())
                .as("made after it at a terminal that held the list")
                .isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void case11ACardThatIsFoundIsTakenOffTheListByAMessageOfItsOwn() throws Exception {
        DenylistReader reader = new DenylistReader(town.pool);
        lost();
        Denylist added = get(reader.latest());
        town.desk.office.foundAgain(CLERK, new CardSeen(1, CardStatus.LOST));

        Denylist removed = get(reader.latest());

        assertThat(removed.version()).isGreaterThan(added.version());
        List<Integer> offTheList = new ArrayList<>();
        removed.eachRemovedSince(added.version(), offTheList::add);
        assertThat(offTheList).containsExactly(1);
        assertThat(town.tap(town.bus(1, 1)).approved()).isTrue();
    }

    @Test
    void case12AReplacementLeavesOneLiveCardAndListsTheOldOneInTheSameTransaction() throws Exception {
        CardState next = replaced(ReplaceCause.LOST);

        assertThat(town.ask("SELECT string_agg(card_serial::text, ' ') FROM card WHERE holder_id = 1"
                        + " AND status IN ('ISSUED', 'ACTIVE')"))
                .isEqualTo(Integer.toString(next.serial()));
        assertThat(town.ask("SELECT live_card FROM account WHERE holder_id = 1"))
                .isEqualTo(Integer.toString(next.serial()));
        assertThat(town.ask("SELECT c.xmin = d.xmin FROM card c, denylist_change d WHERE c.card_serial = "
                        + next.serial() + " AND d.card_serial = 1 AND d.listed"))
                .as("both rows were written by one transaction")
                .isEqualTo("t");
        assertThat(town.tap(town.bus(1, 3)).reason()).isEqualTo(DeclineReason.CARD_REPLACED);
        assertThatExceptionOfType(SQLException.class)
                .as("the database refuses a second live card, whoever asks")
                .isThrownBy(() -> town.ask("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                        + " VALUES (77, 1, 'ACTIVE', now(), '2036-01-01')"));
    }

    private TapBuilder stored(long number) {
        return town.bus(1, number).arrivingAfter(Duration.ofHours(5));
    }

    private void lost() throws SQLException {
        town.desk.office.reportLost(CLERK, town.card(1), LossReport.now(LossReport.By.HOLDER));
    }

    private CardState replaced(ReplaceCause why) throws SQLException {
        return town.desk
                .office
                .replace(CLERK, town.card(1), town.desk.card(), why)
                .card();
    }

    private long listVersion() throws SQLException {
        return Long.parseLong(town.ask("SELECT version FROM denylist_head"));
    }
}
