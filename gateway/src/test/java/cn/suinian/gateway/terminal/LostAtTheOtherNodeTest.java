package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardAct;
import cn.suinian.core.card.office.CardOffice;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes over one database: what a clerk does at one counts at the other one's very next tap. */
@ExtendWith(PostgresExtension.class)
class LostAtTheOtherNodeTest {

    private static final Actor CLERK =
            new Actor(7L, "clerk", Role.COUNTER_CLERK.permissions(), new Scope(District.NANSHAN, 1), "10.0.0.9");

    private TerminalStand here;
    private TerminalStand there;
    private Transactions transactions;
    private CardOffice office;

    @BeforeEach
    void start(Database database) throws Exception {
        here = TerminalStand.start(database);
        there = TerminalStand.start(database);
        transactions = Transactions.over(database, 2);
        SecureRandom random = new SecureRandom();
        KeystoreVault vault = SmallCity.vault();
        office = Offices.of(new Offices.Means(
                        transactions,
                        vault,
                        vault,
                        Optional.empty(),
                        new Passwords(new Argon2id(new Argon2id.Cost(64, 1, 1), 1), random),
                        new AuditLog(here.clock()),
                        random,
                        here.clock()))
                .cards();
    }

    @AfterEach
    void stop() {
        transactions.close();
        there.close();
        here.close();
    }

    @Test
    void aCardThatIsReportedLostHereIsRefusedThereAtItsVeryNextTap() throws Exception {
        String card = new CardNumber(301).digits();
        assertThat(tap(there, card, 1).get("outcome").asText())
                .as("the other node has the account in its memory now")
                .isEqualTo("APPROVED");

        office.reportLost(CLERK, seen(card, CardStatus.ACTIVE), LossReport.now(LossReport.By.HOLDER));

        JsonNode next = tap(there, card, 2);
        assertThat(next.get("outcome").asText()).isEqualTo("DECLINED");
        assertThat(next.get("reason").asText()).isEqualTo("CARD_LOST");
        assertThat(tap(here, card, 3).get("reason").asText()).isEqualTo("CARD_LOST");

        office.foundAgain(CLERK, seen(card, CardStatus.LOST));

        assertThat(tap(there, card, 4).get("outcome").asText()).isEqualTo("APPROVED");
    }

    /** Taps go on all the while; whatever is sent after the report came back is refused. */
    @RepeatedTest(3)
    void noTapThatBeginsAfterTheReportIsApproved(RepetitionInfo round) throws Exception {
        String card = new CardNumber(400 + round.getCurrentRepetition()).digits();
        int counter = 1;
        assertThat(tap(there, card, counter).get("outcome").asText()).isEqualTo("APPROVED");
        CompletableFuture<CardAct> report = CompletableFuture.supplyAsync(() -> report(card));
        boolean reported;
        do {
            counter++;
            reported = report.isDone();
            JsonNode answer = tap(there, card, counter);
            if (reported) {
                assertThat(answer.get("reason").asText()).isEqualTo("CARD_LOST");
            }
        } while (!reported);
        assertThat(report.join().already()).isFalse();
    }

    private CardAct report(String card) {
        try {
            return office.reportLost(CLERK, seen(card, CardStatus.ACTIVE), LossReport.now(LossReport.By.HOLDER));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static CardSeen seen(String card, CardStatus status) {
        return new CardSeen(CardNumber.parse(card).orElseThrow().serial(), status);
    }

    private JsonNode tap(TerminalStand node, String card, int counter) throws IOException {
        TapJson tap = TapJson.bus(card, 1_000L * Integer.parseInt(card.substring(10, 18)) + counter)
                .counter(counter);
        return node.send(tap.request()).json();
    }
}
