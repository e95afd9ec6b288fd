package cn.suinian.gateway.console.payout;

import static cn.suinian.gateway.console.PayoutTown.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.PayoutTown;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps money from being payable is said where people look, and leads to where it stands. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class HeldAndTakenBackTest {

    private static final Pattern ITEM = Pattern.compile("value=\"(FINDING\\.[0-9]+)\\.[0-9]+\"");

    private PayoutTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new PayoutTown(database).approveDay().openAccounts();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aHoldOfADayBeforeSaysEverywhereThatItStopsLaterDaysToo() throws Exception {
        assertThat(town.page(town.maker, "/days/" + DAY)).doesNotContain("已具名暂缓的商户");
        assertThat(town.page(town.maker, "/lens/holds/new?vendor=1")).contains("以后的营业日也在内");
        HoldRequest before = new HoldRequest(1, HeldDays.of(DAY.minusDays(1)), "pretty late", List.of());
        long hold = town.office.holds().place(town.maker.session().actor(), before);
        String page = "/lens/holds/" + hold;
        assertThat(town.page(town.auditor, page)).contains("2026-11-15 起所有营业日的款项");
        assertThat(town.page(town.maker, "/payouts/due?payer=2")).contains(page, "其后营业日的款项也一起等");
        assertThat(town.page(town.auditor, "/days/" + DAY))
                .contains("已具名暂缓的商户", "C-1", "1号长者食堂", "¥36.00", "<a href=\"" + page + "\">暂缓 " + hold)
                .doesNotContain("C-2");
        assertThat(town.page(town.auditor, "/days/" + DAY + "?lang=en")).contains("Vendors held by name");
    }

    @Test
    void aHoldOfADayAfterHoldsNothingOfThisOne() throws Exception {
        HoldRequest after = new HoldRequest(1, HeldDays.of(DAY.plusDays(1)), "pretty late", List.of());
        town.office.holds().place(town.maker.session().actor(), after);
        assertThat(town.page(town.auditor, "/days/" + DAY)).doesNotContain("已具名暂缓的商户");
    }

    @Test
    void moneyThatWasTakenBackLeadsToWhatTookIt() throws Exception {
        String first = town.page(town.maker, "/lens/cases/2?from=" + DAY + "&to=" + DAY);
        Matcher seen = Pattern.compile("value=\"(FINDING\\.[0-9]+\\.[0-9]+)\"").matcher(first);
        Matcher item = ITEM.matcher(first);
        assertThat(seen.find() && item.find()).isTrue();
        Map<String, String> confirmed = Map.of(
                "from",
                DAY.toString(),
                "to",
                DAY.toString(),
                "items",
                seen.group(1),
                "verdict",
                "CONFIRMED",
                "reason",
                "x");
        town.post(town.maker, "/lens/cases/2/answer", confirmed);
        town.clock.set(Instant.parse("2026-11-18T02:00:00Z"));
        String path = "/lens/items/" + item.group(1);
        town.post(town.checker, path + "/recover", Map.of("fen-2-2", "21.00", "reason", "no meals"));
        String request = town.ask("SELECT max(request_no) FROM vendor_recovery");
        town.post(town.otherChecker, "/lens/recoveries/" + request + "/approve", Map.of());
        String due = town.page(town.maker, "/payouts/due");
        Matcher link =
                Pattern.compile("已复核的调账收回了[^\\n]*\\n<a href=\"([^\"]+)\">").matcher(due);
        assertThat(link.find()).as(due).isTrue();
        assertThat(town.page(town.maker, link.group(1))).contains("/lens/recoveries/" + request, "21.00");
    }

    @Test
    void whatWasOrderedSinceTheLastClearedDayIsBehindTheStatement() throws Exception {
        String statement = "/account-statements?vendor=C-2&from=" + DAY + "&to=" + DAY;
        assertThat(town.page(town.auditor, statement)).contains("35.00").doesNotContain("此后的变动");
        town.pay();
        assertThat(town.page(town.auditor, statement))
                .contains("此后的变动", "2026-11-17", "-35.00", "连同这些，现在的余额")
                .containsPattern("现在的余额</th><td[^>]*>0.00<");
    }
}
