package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A look-up that asks wrongly. */
@ExtendWith(PostgresExtension.class)
class BadLookUpTest {
    private static final String CARD = "cardNo=" + SmallCity.VECTOR_CARD;
    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource({
        "date=2026-11-23, 40002, cardNo",
        "CARD, 40002, date",
        "'', 40002, date",
        "date=&CARD, 40004, date",
        "date=2026-11-23&date=2026-11-23&CARD, 40006, date",
        "date=2026-11-23&CARD&CARD, 40006, cardNo",
        "date=2026-11-23&CARD&x=1, 40003, x",
        "Date=2026-11-23&CARD, 40003, Date",
        "date=2026-11-23&CARD&3104870460123456782=1, 40003, ?",
        "date=2026-11-23&CARD&%3Cb%3E=1, 40003, ?",
        "date=2026-11-31&CARD, 40005, date",
        "date=2026-13-01&CARD, 40005, date",
        "date=20261123&CARD, 40004, date",
        "date=2026-11-23T00:00:00Z&CARD, 40004, date",
        "date=today&CARD, 40004, date",
        "date=1999-12-31&CARD, 40005, date",
        "date=3000-01-01&CARD, 40005, date",
        "date=%2B999999999-12-31&CARD, 40005, date",
        "date=-999999999-01-01&CARD, 40005, date",
        "date=2026-11-23&cardNo=3104870460123456783, 40004, cardNo",
        "date=2026-11-23&cardNo=310487046012345678, 40004, cardNo",
        "date=2026-11-23&cardNo=, 40004, cardNo",
        "date=2026-11-23&cardNo=%00, 40004, cardNo",
        "date=2026-11-23&cardNo=%, 40004, ?",
        "date=%zz&CARD, 40004, ?",
        "date=%c3%28&CARD, 40004, date"
    })
    void theParameterToBlameIsNamed(String query, int code, String field) throws IOException {
        String target = "/v1/taps/99?" + query.replace("CARD", CARD);
        assertRefused(stand, Request.get(SmallCity.CANTEEN, target), 400, code, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "4294967296", "99999999999999999999"})
    void theSequenceNumberIsInItsRange(String seq) throws IOException {
        assertRefused(stand, Request.get(SmallCity.CANTEEN, target(seq)), 400, 40005, "terminalSeq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "x", "abc", "%39%39", "99%20", "", "%EF%BC%99", "+9", "-"})
    void theSequenceNumberIsANumber(String seq) throws IOException {
        assertRefused(stand, Request.get(SmallCity.CANTEEN, target(seq)), 400, 40004, "terminalSeq");
    }

    private static String target(String seq) {
        return "/v1/taps/" + seq + "?date=2026-11-23&" + CARD;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date=2026-11-23&CARD",
                "CARD&date=2026-11-23",
                "date=2026%2D11-23&CARD",
                "&date=2026-11-23&&CARD&"
            })
    void aGoodQuestionIsAnswered(String query) throws IOException {
        String target = "/v1/taps/99?" + query.replace("CARD", CARD);
        assertRefused(stand, Request.get(SmallCity.CANTEEN, target), 404, 40402, "-");
    }
}
