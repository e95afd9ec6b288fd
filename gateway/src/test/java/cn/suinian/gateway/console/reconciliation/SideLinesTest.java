package cn.suinian.gateway.console.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.page.Assets;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.HouseKey;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Visitor;
import cn.suinian.gateway.console.reconciliation.breaks.SideLines;
import cn.suinian.gateway.console.reconciliation.breaks.SideLines.Line;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.Sides;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SideLinesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-16");
    private static final byte[] KEY = new byte[16];
    private static final int NOT_LIVE = 1;

    @Test
    void severalRowsOfOneTapDifferOnlyWhereOneOfThemDoes() {
        assertThat(new Line("card", List.of("7"), List.of("7", "7"), true).differs())
                .isFalse();
        assertThat(new Line("number", List.of("3"), List.of("3", "4"), true).differs())
                .isTrue();
        assertThat(new Line("card", List.of(), List.of("7"), true).differs()).isFalse();
        assertThat(new Line("payer", List.of("a"), List.of("b"), false).differs())
                .isFalse();
    }

    @Test
    void whoWouldPayADeclinedTapIsSaidAsTheBreakSaysIt() {
        assertThat(payers(NOT_LIVE)).containsExactly("福田区");
        assertThat(payers(0)).as("an approved tap that nobody subsidises").containsExactly("不明");
    }

    private static List<String> payers(int reason) {
        Break it = new Break(
                5,
                2,
                DAY,
                BreakKind.DECLINED_HERE,
                BreakStatus.OPEN,
                Optional.of(Payer.of(District.FUTIAN)),
                Service.MEAL,
                new Break.Money(700, 0, 700, 1500, 1500, 0),
                new Break.Tap(DAY, 440300010002L, 1, 7, OptionalLong.of(7)),
                Optional.empty(),
                OptionalLong.empty(),
                Instant.EPOCH,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                1);
        Sides.Ours tap = new Sides.Ours(
                new Sides.Key(DAY, 440300010002L, 1, 7),
                7,
                Instant.EPOCH,
                DAY,
                Service.MEAL,
                new Sides.Amounts(1500, 0, OptionalLong.empty()),
                Optional.empty(),
                reason,
                false);
        HouseKey key = new HouseKey(KeystoreVault.ofColumns(Map.of(1, KEY), KEY));
        Frame frame = new Frame(Language.ZH, "/", new Assets(), key, Visitor.NOBODY, List.of(), List.of());
        return new SideLines(it, new Sides(List.of(tap), List.of()), frame)
                .list().stream()
                        .filter(line -> line.field().equals("付款方"))
                        .flatMap(line -> line.ours().stream())
                        .toList();
    }
}
