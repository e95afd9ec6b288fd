package cn.suinian.load.dayend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.dayend.PaymentOrder.Transfer;
import cn.suinian.load.fake.TwoSoldDays;
import cn.suinian.load.statement.Difference;
import cn.suinian.load.statement.Owed;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sale;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentsTest {
    private static final String ORDER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><MsgId>PAY7</MsgId><NbOfTxs>2</NbOfTxs><CtrlSum>%s</CtrlSum></GrpHdr><PmtInf>
            <DbtrAcct><Id><Othr><Id>999</Id></Othr></Id></DbtrAcct>
            <CdtTrfTxInf><PmtId><EndToEndId>P1</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">12.30</InstdAmt></Amt>
            <CdtrAcct><Id><Othr><Id>111</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>
            <CdtTrfTxInf><PmtId><EndToEndId>P2</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">0.05</InstdAmt></Amt>
            <CdtrAcct><Id><Othr><Id>222</Id></Othr></Id></CdtrAcct></CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn></Document>
            """;

    @Test
    void whatIsOwedIsEverySaleThatCounts() {
        TwoDays days = TwoSoldDays.sold(4);
        long all = Stream.of(days.firstSales(), days.secondSales())
                .flatMap(each -> each.values().stream())
                .flatMap(List::stream)
                .mapToLong(Sale::owedFen)
                .sum();

        assertThat(all).isPositive();
        assertThat(sum(Payments.due(days))).isEqualTo(all);
    }

    @Test
    void adjustmentsOfOneVendorAndPayerAreOneAmount() {
        List<Difference> differences = TwoSoldDays.planted(TwoSoldDays.sold(4)).differences();
        Map<Owed, Long> adjusted = Payments.adjusted(differences);

        long moved = differences.stream().mapToLong(Difference::movedFen).sum();
        assertThat(moved).isNotZero();
        assertThat(sum(adjusted)).isEqualTo(moved);
        assertThat(adjusted.keySet()).noneMatch(owed -> owed.vendor().equals("METRO"));
    }

    @Test
    void whatAnAdjustmentTakesBackIsTakenOffWhatIsDue() {
        TwoDays days = TwoSoldDays.sold(4);
        Map<Owed, Long> due = Payments.due(days);
        Owed some = due.keySet().iterator().next();
        long before = due.get(some);
        long all = sum(due);
        Payments.takeOff(due, Map.of(some, -1L));
        assertThat(due).containsEntry(some, before - 1);
        Payments.takeOff(due, Map.of(some, -2 * before));
        assertThat(due).doesNotContainKey(some);
        assertThat(sum(due)).isEqualTo(all - before);
    }

    @Test
    void readsAnOrderAsTheBankDoes() throws Exception {
        PaymentOrder order = PaymentOrder.read(bytes(ORDER.formatted("12.35")));

        assertThat(order.messageId()).isEqualTo("PAY7");
        assertThat(order.sumFen()).isEqualTo(1_235);
        assertThat(order.transfers()).containsExactly(new Transfer("P1", 1_230, "111"), new Transfer("P2", 5, "222"));
    }

    @Test
    void anOrderWhoseSumIsWrongIsNone() {
        assertThatThrownBy(() -> PaymentOrder.read(bytes(ORDER.formatted("12.36"))))
                .hasMessageContaining("1236 fen")
                .hasMessageContaining("1235");
    }

    @Test
    void theBankAnswersByTheNumbersOfTheOrder() throws Exception {
        PaymentOrder order = PaymentOrder.read(bytes(ORDER.formatted("12.35")));
        String settled = new String(BankAnswer.settled(order, "2026-11-28T01:00:00Z"), StandardCharsets.UTF_8);
        String returned = new String(
                BankAnswer.returned(order, order.transfers().subList(1, 2), "2026-11-28T02:00:00Z"),
                StandardCharsets.UTF_8);

        assertThat(settled).contains("<OrgnlMsgId>PAY7<", "<OrgnlEndToEndId>P1<", "<OrgnlEndToEndId>P2<", "ACSC");
        assertThat(returned).contains("<OrgnlEndToEndId>P2<", "RJCT", "AC04").doesNotContain("P1");
    }

    private static long sum(Map<Owed, Long> due) {
        return due.values().stream().mapToLong(Long::longValue).sum();
    }

    private static byte[] bytes(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
