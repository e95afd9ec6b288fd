package cn.suinian.settlement.lens;

import static cn.suinian.settlement.lens.LensCity.AUDITOR;
import static cn.suinian.settlement.lens.LensCity.CLERK;
import static cn.suinian.settlement.lens.LensCity.DAY;
import static cn.suinian.settlement.lens.LensCity.FUTIAN;
import static cn.suinian.settlement.lens.LensCity.METRO;
import static cn.suinian.settlement.lens.LensCity.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.registry.VendorKind;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.work.EvidenceRow;
import cn.suinian.settlement.lens.work.VendorCase;
import cn.suinian.settlement.lens.work.VendorCases;
import cn.suinian.settlement.lens.work.WorkFilter;
import cn.suinian.settlement.lens.work.WorkRow;
import cn.suinian.settlement.lens.work.WorkTotals;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class WorklistTest {
    private static final WorkFilter ALL = WorkFilter.of(DAY, DAY);

    private LensCity city;
    private int holder;
    private long explained;

    @BeforeEach
    void open(Database database) throws Exception {
        city = LensCity.open(database);
        holder = city.meals(1, "03:00", 3, 500, FUTIAN);
        city.flag("TERMINAL_BURST", 90, holder);
        explained = city.flag("IMPOSSIBLE_TRAVEL", 80, holder);
        city.items.answer(CLERK, List.of(new Items.Seen(ItemRef.flag(explained), 0)), Verdict.EXPLAINED, "时钟不准");
        for (int vendor = 2; vendor <= 4; vendor++) {
            city.flag("TERMINAL_BURST", 60, city.meals(vendor, "12:00", 1, 500, FUTIAN));
        }
        city.flag("IMPOSSIBLE_TRAVEL", 70, city.taps(METRO, DAY, "09:00", 1, 250, 1, 1));
        city.finish();
        city.holds.place(CLERK, new HoldRequest(3, HeldDays.ALL, "待查", List.of()));
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void theWorstStandsFirstAndWhatWasExplainedDoesNotCount() throws Exception {
        assertThat(rows(ALL)).containsExactly("C-1 140", "M-1 70", "C-2 60", "C-3 60", "C-4 60");
        WorkRow first = city.worklist.list(AUDITOR, ALL, null, 1).get(0);
        assertThat(first.items()).isEqualTo(3);
        assertThat(first.findings()).isEqualTo(1);
        assertThat(first.waiting()).isEqualTo(2);
        assertThat(first.held()).isFalse();
        assertThat(city.worklist.totals(AUDITOR, ALL)).isEqualTo(new WorkTotals(5, 390, 7, 6, 1));
    }

    @Test
    void pagesOfTwoAreTheWholeList() throws Exception {
        List<String> rows = new ArrayList<>();
        WorkRow.Key after = null;
        List<WorkRow> page;
        do {
            page = city.worklist.list(AUDITOR, ALL, after, 2);
            for (WorkRow row : page) {
                rows.add(row.vendorCode() + " " + row.score());
                after = row.key();
            }
        } while (!page.isEmpty());
        assertThat(rows).isEqualTo(rows(ALL));
    }

    @Test
    void filtersNarrowTheListAndItsTotals() throws Exception {
        assertThat(rows(new WorkFilter(DAY, DAY, VendorKind.METRO, null, false, false, 0)))
                .containsExactly("M-1 70");
        assertThat(rows(new WorkFilter(DAY, DAY, null, "OUTSIDE_HOURS", false, false, 0)))
                .containsExactly("C-1 140");
        assertThat(rows(new WorkFilter(DAY, DAY, null, null, false, true, 0))).containsExactly("C-3 60");
        assertThat(rows(new WorkFilter(DAY, DAY, null, null, false, false, 61))).containsExactly("C-1 140", "M-1 70");
        assertThat(rows(WorkFilter.of(DAY.plusDays(1), DAY.plusDays(1)))).isEmpty();
        answerAll(2);
        WorkFilter waiting = new WorkFilter(DAY, DAY, VendorKind.CANTEEN, null, true, false, 0);
        assertThat(rows(waiting)).containsExactly("C-1 140", "C-3 60", "C-4 60");
        assertThat(city.worklist.totals(AUDITOR, waiting).rows()).isEqualTo(3);
    }

    @Test
    void aCaseHasItsMoneyByPayerItsHoldsAndTheTapsBehindEachFlag() throws Exception {
        VendorCase canteen = city.cases.get(AUDITOR, 1, DAY, DAY);
        assertThat(canteen.concernedFen()).isEqualTo(Map.of(new Payer(FUTIAN), 2100L));
        assertThat(canteen.totalFen()).isEqualTo(2100);
        assertThat(canteen.score()).isEqualTo(140);
        assertThat(city.cases.get(AUDITOR, 3, DAY, DAY).holds()).hasSize(1);
        List<EvidenceRow> taps = city.cases.evidence(AUDITOR, ItemRef.flag(explained), 10);
        assertThat(taps)
                .allSatisfy(tap -> assertThat(tap.tapId().toString())
                        .startsWith("20261116-" + "%012d".formatted(tap.key().terminalId()) + "-"
                                + tap.key().terminalSeq()));
        assertThat(taps).hasSize(1).allMatch(tap -> tap.key().holderId() == holder && tap.payerFen() == 700);
    }

    @Test
    void anExportHasEveryRowNoFormulaAndAnEntryInTheTrail() throws Exception {
        StringBuilder csv = new StringBuilder();
        assertThat(city.worklist.export(AUDITOR, ALL, "月度检查", csv)).isEqualTo(5);
        assertThat(csv.toString().lines())
                .contains(
                        "2026-11-16,C-1,1号长者食堂,CANTEEN,140,3,1,2,false," + VendorKind.CANTEEN.zh() + " "
                                + VendorKind.CANTEEN.en() + ",未暂缓 not held",
                        "2026-11-16,M-1,'=地铁一号线,METRO,70,1,0,1,false," + VendorKind.METRO.zh() + " "
                                + VendorKind.METRO.en() + ",未暂缓 not held")
                .hasSize(6);
        assertThat(csv).contains("营业日 day,商户代码 vendor code,");
        StringBuilder items = new StringBuilder();
        assertThat(city.cases.export(AUDITOR, new Items.Of(1, DAY, DAY, false), "月度检查", new Told(), items))
                .isEqualTo(3);
        assertThat(items.toString().lines())
                .anyMatch(
                        line -> line.startsWith("C-1,2026-11-16,FLAG," + explained + ",IMPOSSIBLE_TRAVEL,80,EXPLAINED,")
                                && line.endsWith(",s FLAG,k IMPOSSIBLE_TRAVEL,v EXPLAINED,e"))
                .as("times are told as pages do")
                .anyMatch(line -> line.matches(".*,EXPLAINED,[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2},.*"));
        assertThat(city.ask("SELECT count(*) FROM audit_log WHERE act = 'LENS_EXPORTED'"))
                .isEqualTo("2");
    }

    @Test
    void whoeverMayNotSeeItSeesNothing() {
        Actor counter = LensCity.staff(8, "counter-1", Role.COUNTER_CLERK);
        assertThat(refusal(() -> city.worklist.list(counter, ALL, null, 10))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> city.worklist.totals(counter, ALL))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> city.cases.get(counter, 1, DAY, DAY))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> city.cases.evidence(counter, ItemRef.flag(explained), 1)))
                .isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> city.worklist.export(counter, ALL, "x", new StringBuilder())))
                .isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> city.worklist.list(AUDITOR, ALL, null, 201))).isEqualTo("PAGE_INVALID");
        assertThat(refusal(() -> WorkFilter.of(DAY, DAY.minusDays(1)))).isEqualTo("DAYS_INVALID");
        assertThat(refusal(() -> WorkFilter.of(LocalDate.parse("2025-01-01"), DAY)))
                .isEqualTo("DAYS_INVALID");
        assertThat(refusal(() -> city.cases.get(AUDITOR, 77, DAY, DAY))).isEqualTo("VENDOR_UNKNOWN");
    }

    private void answerAll(int vendor) throws SQLException {
        List<Items.Seen> seen = city.items.list(CLERK, new Items.Of(vendor, DAY, DAY, true), null, 200).stream()
                .map(item -> new Items.Seen(item.ref(), item.answers()))
                .toList();
        city.items.answer(CLERK, seen, Verdict.CONFIRMED, "已核实");
    }

    private List<String> rows(WorkFilter filter) throws SQLException {
        return city.worklist.list(AUDITOR, filter, null, 200).stream()
                .map(row -> row.vendorCode() + " " + row.score())
                .toList();
    }

    private static final class Told implements VendorCases.Words {
        @Override
        public String source(LensItem item) {
            return "s " + item.ref().source();
        }

        @Override
        public String kind(LensItem item) {
            return "k " + item.kind();
        }

        @Override
        public String verdict(LensItem item) {
            return "v " + item.verdict();
        }

        @Override
        public String evidence(LensItem item) {
            return "e";
        }
    }
}
