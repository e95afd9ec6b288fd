package cn.suinian.settlement.reconciliation.breaks;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.Many;
import cn.suinian.settlement.reconciliation.breaks.TickedBreaks.Ticked;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Order;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class BreakDeskTest extends DayOfBreaks {
    private static final byte[] PDF = "%PDF-1.7 evidence".getBytes(UTF_8);

    @Test
    void anActOnAnOlderVersionIsRefused() throws Exception {
        Break seen = one(BreakKind.AMOUNT_UNDER);
        stand.desk.comment(CLERK, ActOn.of(seen, "called them"));
        assertRefused(BreakRefusal.CHANGED_MEANWHILE, () -> stand.desk.accept(CLERK, ActOn.of(seen, "known")));
        Break accepted = stand.desk.accept(CLERK, ActOn.of(stand.again(seen), "known"));
        assertThat(accepted.status()).isEqualTo(BreakStatus.ACCEPTED);
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        assertRefused(BreakRefusal.NOT_OPEN, () -> stand.desk.reject(CLERK, ActOn.of(accepted, "no")));
        Break open = stand.desk.reopen(CLERK, ActOn.of(accepted, "not known after all"));
        assertThat(open.status()).isEqualTo(BreakStatus.OPEN);
        assertThat(acts(open)).containsExactly("OPENED", "COMMENTED", "ACCEPTED", "REOPENED_BY_HAND");
        assertRefused(BreakRefusal.NOT_ALLOWED, () -> stand.desk.accept(AUDITOR, ActOn.of(open, "r")));
        assertRefused(BreakRefusal.REASON_MISSING, () -> stand.desk.accept(CLERK, ActOn.of(open, "two\nlines")));
    }

    @Test
    void whatTheVendorStillHasTimeToStateIsOnlyCommentedOnAndTaken() throws Exception {
        ActOn seen = ActOn.of(one(BreakKind.EXPECTED), "why");
        ActOn row = ActOn.of(one(BreakKind.MISSING_HERE), "why");
        assertRefused(BreakRefusal.STILL_EXPECTED, () -> stand.desk.accept(CLERK, seen));
        assertRefused(BreakRefusal.STILL_EXPECTED, () -> stand.desk.reject(CLERK, seen));
        assertRefused(BreakRefusal.STILL_EXPECTED, () -> stand.desk.link(CLERK, row, seen));
        assertRefused(BreakRefusal.STILL_EXPECTED, () -> stand.adjustments.ask(CLERK, seen, -400));
        BreakFilter expected = BreakFilter.OPEN.of(Set.of(BreakKind.EXPECTED));
        assertRefused(BreakRefusal.STILL_EXPECTED, () -> stand.desk.bulk(CLERK, expected, BulkAct.ACCEPT, 0, "why"));
        assertRefused(BreakRefusal.STILL_EXPECTED, () -> tick(one(BreakKind.EXPECTED)));
        stand.desk.comment(CLERK, seen);
        stand.desk.assign(CLERK, ActOn.of(one(BreakKind.EXPECTED), "mine"), OptionalLong.of(1));
        assertThat(tick(one(BreakKind.EXPECTED), one(BreakKind.AMOUNT_OVER))).isEqualTo(new Many(1, 1));
        assertThat(stand.desk.bulk(CLERK, BreakFilter.OPEN, BulkAct.ACCEPT, 2, "known"))
                .isEqualTo(new Many(2, 1));
        assertThat(stand.open()).extracting(Break::kind).containsExactly(BreakKind.EXPECTED);
    }

    private Many tick(Break... ticked) throws Exception {
        List<Ticked> each = Arrays.stream(ticked)
                .map(one -> new Ticked(one.breakNo(), one.version()))
                .toList();
        return stand.ticked.resolve(CLERK, each, BulkAct.ACCEPT, "known");
    }

    @Test
    void twoThatAreTheSameAreLinkedByHandAndUnlinked() throws Exception {
        Break row = one(BreakKind.MISSING_HERE);
        Break tap = overdue();
        Break linked = stand.desk.link(CLERK, ActOn.of(row, "the card was misread"), ActOn.of(tap, ""));
        assertThat(linked.status()).isEqualTo(BreakStatus.LINKED);
        stand.run(METRO, DAY_1);
        assertThat(one(BreakKind.PARTIALLY_MATCHED).money().riskFen()).isEqualTo(300);
        stand.desk.reopen(CLERK, ActOn.of(stand.again(row), "no, they were not"));
        stand.run(METRO, DAY_1);
        assertThat(stand.again(tap).status()).isEqualTo(BreakStatus.OPEN);
        assertThat(stand.open()).noneMatch(each -> each.kind() == BreakKind.PARTIALLY_MATCHED);
        assertRefused(
                BreakRefusal.CANNOT_LINK,
                () -> stand.desk.link(
                        CLERK, ActOn.of(stand.again(tap), "r"), ActOn.of(one(BreakKind.AMOUNT_OVER), "r")));
    }

    @Test
    void manyAtOnceOnlyWhenTheCountIsConfirmed() throws Exception {
        BreakFilter filter = BreakFilter.OPEN.of(METRO).of(Set.of(BreakKind.AMOUNT_OVER, BreakKind.AMOUNT_UNDER));
        assertRefused(
                BreakRefusal.COUNT_DIFFERS, () -> stand.desk.bulk(CLERK, filter, BulkAct.ACCEPT, 3, "small change"));
        assertThat(stand.desk.bulk(CLERK, filter, BulkAct.ACCEPT, 2, "small change"))
                .isEqualTo(new Many(2, 0));
        assertThat(stand.open()).hasSize(2);
    }

    @Test
    void attachmentsAreSealedAndAreWhatTheySay() throws Exception {
        Break it = one(BreakKind.EXPECTED);
        stand.desk.comment(CLERK, new ActOn(it.breakNo(), it.version(), "see letter", Optional.of(PDF)));
        assertThat(stand.attachments.open(AUDITOR, 1).content()).isEqualTo(PDF);
        assertThat(stand.attachments.open(AUDITOR, 1).mediaType()).isEqualTo("application/pdf");
        assertThat(city.ask("SELECT position('evidence' IN encode(content_sealed, 'escape')) FROM break_attachment"))
                .isEqualTo("0");
        Break now = stand.again(it);
        byte[] html = "<html><script>".getBytes(UTF_8);
        assertRefused(
                BreakRefusal.ATTACHMENT_TYPE,
                () -> stand.desk.comment(CLERK, new ActOn(now.breakNo(), now.version(), "r", Optional.of(html))));
        byte[] large = java.util.Arrays.copyOf(PDF, Attachments.LARGEST + 1);
        assertRefused(
                BreakRefusal.ATTACHMENT_TOO_LARGE,
                () -> stand.desk.comment(CLERK, new ActOn(now.breakNo(), now.version(), "r", Optional.of(large))));
    }

    @Test
    void theWorklistPagesFiltersAndAddsUp() throws Exception {
        List<Break> first = stand.worklist.page(CLERK, BreakFilter.OPEN, Order.MOST_MONEY, null, 2);
        assertThat(first).extracting(each -> each.money().riskFen()).containsExactly(700L, 400L);
        assertThat(stand.worklist.page(CLERK, BreakFilter.OPEN, Order.MOST_MONEY, first.get(1), 5))
                .extracting(each -> each.money().riskFen())
                .containsExactly(50L, 40L);
        BreakFilter mine = BreakFilter.parse("vendor=1&from=2026-11-16&leastFen=41&leastAgeDays=0&assignee=1");
        assertThat(stand.worklist.page(CLERK, mine, Order.NEWEST, null, 5)).isEmpty();
        Break over = one(BreakKind.AMOUNT_OVER);
        stand.desk.assign(CLERK, ActOn.of(over, "mine"), OptionalLong.of(1));
        assertThat(stand.worklist.page(CLERK, mine, Order.NEWEST, null, 5))
                .extracting(Break::breakNo)
                .containsExactly(over.breakNo());
        assertThat(stand.worklist.totals(CLERK, BreakFilter.OPEN))
                .extracting(Worklist.Total::riskFen)
                .containsExactly(700L, 400L, 50L, 40L);
        stand.filters.save(CLERK, "my own", mine);
        assertThat(stand.filters.list(CLERK)).containsEntry("my own", mine);
        assertThat(stand.filters.list(CHIEF)).isEmpty();
    }
}
