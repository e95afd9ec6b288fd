package cn.suinian.load.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.fake.TwoSoldDays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final String HEADINGS = "\uFEFF差错号 break,商户代码 vendor code,商户 vendor,营业日 day,类型 kind,状态 status,"
            + "付款方 payer,业务 service,风险金额 at risk,我方应付 ours,对方申报 theirs,刷卡日 tap date,终端 terminal,流水号 seq,卡序号 card\r\n";
    private final List<Difference> planted =
            TwoSoldDays.planted(TwoSoldDays.sold(4)).differences();

    @Test
    void nothingIsSaidWhenEverythingIsFound() {
        Agreement agreement = Agreement.of(planted, parse(0));

        assertThat(agreement.disagreements()).isEmpty();
        assertThat(agreement.found()).hasSize(planted.size());
    }

    @Test
    void namesWhatIsNotFound() {
        List<FoundBreak> found = parse(0).subList(1, planted.size());

        assertThat(Agreement.of(planted, found).disagreements())
                .singleElement()
                .asString()
                .startsWith("planted and not found: " + planted.get(0).vendor());
    }

    @Test
    void namesWhatWasNotPlanted() {
        assertThat(Agreement.of(planted.subList(1, planted.size()), parse(0)).disagreements())
                .singleElement()
                .asString()
                .startsWith("found and not planted: ");
    }

    @Test
    void namesTheFiguresThatDiffer() {
        assertThat(Agreement.of(planted, parse(1)).disagreements())
                .hasSize(planted.size())
                .allSatisfy(text -> assertThat(text).contains("planted with", "found with"));
    }

    /** The table as the console writes it, with so many fen too much at risk. */
    private List<FoundBreak> parse(long wrongFen) {
        StringBuilder csv = new StringBuilder(HEADINGS);
        for (int i = 0; i < planted.size(); i++) {
            Difference each = planted.get(i);
            csv.append(String.join(
                            ",",
                            Integer.toString(i + 1),
                            each.vendor(),
                            "a vendor",
                            each.day().toString(),
                            "\"类型 " + each.kind().text() + '"',
                            "待处理 Open",
                            "",
                            "MEAL",
                            yuan(each.money().riskFen() + wrongFen),
                            yuan(each.money().oursFen()),
                            yuan(each.money().theirsFen()),
                            each.key().date().toString(),
                            each.key().terminalId(),
                            Long.toString(each.key().terminalSeq()),
                            Integer.toString(each.key().cardSerial())))
                    .append("\r\n");
        }
        return FoundBreak.parse(csv.toString());
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
