package cn.suinian.gateway.console.stock;

import static cn.suinian.gateway.console.CounterTown.digits;
import static cn.suinian.gateway.console.CounterTown.location;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.CounterTown;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stock keepers do, over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockPagesTest {

    private CounterTown town;

    @BeforeAll
    void open(Database database) throws Exception {
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void theCitysKeeperSeesEveryPlaceAndRange() throws Exception {
        String page = town.get(town.keeper, "/stock").body();
        assertThat(page).contains("市级卡库", "南山一号网点", "罗湖一号网点", "60000000 – 60000999", "制卡批次");
    }

    @Test
    void aCountersKeeperSeesThatCounterAlone() throws Exception {
        String page = town.get(town.supervisor, "/stock").body();
        assertThat(page).contains("南山一号网点").doesNotContain("罗湖一号网点", "市级卡库", "60000000 – 60000999");
        assertThat(town.get(town.supervisor, "/stock/places/store").statusCode())
                .isEqualTo(404);
        assertThat(town.get(town.supervisor, "/stock/places/" + town.luohu.counterId())
                        .statusCode())
                .isEqualTo(404);
        for (String path : List.of("/stock/ranges/new", "/stock/receive", "/batches", "/batches/order", "/batches/1")) {
            assertThat(town.get(town.supervisor, path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(town.post(town.supervisor, "/stock/receive", Map.of("rangeId", "1", "count", "5"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRangeIsAddedReceivedAndTransferredToACounterThatRunsLow() throws Exception {
        Map<String, String> range =
                Map.of("first", "61000000", "last", digits(61_000_099), "layout", "GOLD", "keyVersion", "1");
        assertThat(location(town.post(town.keeper, "/stock/ranges/new", range))).isEqualTo("/stock");
        HttpResponse<String> again = town.post(town.keeper, "/stock/ranges/new", range);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("号段与已有号段重叠", "href=\"#first\"", "value=\"61000000\"");
        String id = town.ask("SELECT range_id FROM card_range WHERE first_serial = 61000000");
        HttpResponse<String> received = town.post(town.keeper, "/stock/receive", Map.of("rangeId", id, "count", "15"));
        assertThat(location(received)).isEqualTo("/stock");
        int counter = town.offices
                .counters()
                .create(
                        cn.suinian.core.staff.Actor.house("test"),
                        "盐田一号网点",
                        cn.suinian.core.holder.District.YANTIAN,
                        cn.suinian.core.staff.register.Counter.Kind.BANK_BRANCH)
                .counterId();
        Map<String, String> transfer = Map.of(
                "from", "store", "to", Integer.toString(counter), "first", digits(61_000_000), "last", "61000014");
        assertThat(location(town.post(town.keeper, "/stock/transfer", transfer)))
                .isEqualTo("/stock");
        assertThat(town.get(town.keeper, "/stock/places/" + counter).body())
                .contains("61000000 – 61000014", "first=61000000&amp;last=61000014");
        assertThat(town.get(town.keeper, "/stock").body()).contains("盐田一号网点</a> <span class=\"badge badge-bad\">快用完");
        HttpResponse<String> gone = town.post(town.keeper, "/stock/transfer", transfer);
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(gone.body()).contains("未作调拨");
    }

    @Test
    void aSpoiltCardIsNeverProposedAgain() throws Exception {
        int serial = CounterTown.FIRST + 40;
        Map<String, String> spoilt = Map.of("card", digits(serial), "reason", "卡面划伤");
        assertThat(location(town.post(town.supervisor, "/stock/spoil", spoilt))).isEqualTo("/stock");
        assertThat(town.ask("SELECT status || ' ' || spoilt_why FROM card_stock WHERE card_serial = " + serial))
                .isEqualTo("SPOILT 卡面划伤");
        int issued = town.card();
        HttpResponse<String> inUse =
                town.post(town.supervisor, "/stock/spoil", Map.of("card", digits(issued), "reason", "x"));
        assertThat(inUse.statusCode()).isEqualTo(422);
        assertThat(inUse.body()).contains("这张卡已经发出", "href=\"#card\"");
        HttpResponse<String> foreign = town.post(
                town.supervisor, "/stock/spoil", Map.of("card", digits(CounterTown.FIRST + 220), "reason", "x"));
        assertThat(foreign.body()).contains("不在您负责的窗口");
    }

    @ParameterizedTest
    @CsvSource({
        "/stock/ranges/new,first,请填写 8 位以内的序号",
        "/stock/ranges/new,keyVersion,请填写密钥版本",
        "/stock/receive,rangeId,请选择号段",
        "/stock/receive,count,请填写张数",
        "/stock/transfer,from,请选择地点",
        "/stock/transfer,last,请填写 8 位以内的序号",
        "/stock/spoil,card,请填写 8 位以内的序号",
    })
    void whatIsNotFilledInIsSaidAtItsField(String path, String field, String problem) throws Exception {
        HttpResponse<String> again = town.post(town.keeper, path, Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#" + field + "\"", problem);
    }

    @Test
    void aFormNamesTheNumbersThatItWasLedTo() throws Exception {
        String page = town.get(town.keeper, "/stock/transfer?from=store&first=60000230&last=60000299")
                .body();
        assertThat(page).contains("value=\"60000230\"", "value=\"60000299\"", "value=\"store\" selected");
    }
}
