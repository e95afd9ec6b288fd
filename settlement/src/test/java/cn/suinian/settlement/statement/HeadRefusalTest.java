package cn.suinian.settlement.statement;

import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.statement.format.AmountUnit;
import cn.suinian.settlement.statement.format.StatementField;
import cn.suinian.settlement.statement.format.StatementFormat;
import cn.suinian.settlement.statement.format.StatementMapping;
import cn.suinian.settlement.statement.format.TimeForm;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever sent a file that cannot be read is told what stood in it and what should have stood there. */
class HeadRefusalTest {
    private static final Charset GB = Charset.forName("GB18030");
    private static final String HEAD = "H,METRO-1,2026-11-16\n";
    private static final String NAMES = "tap_time,terminal,seq,card,service,amount,subsidy,extra,payer\n";
    private static final String CHINESE = "交易时间,终端号,流水号,卡号,业务,金额,补贴\n";

    @Test
    void theColumnsThatAreMissingAreNamedAndTheLineIsShown() {
        Refusal wrong = refused(HEAD + NAMES.replace("card", "crad").replace(",subsidy", ""), own(UTF_8));
        assertThat(wrong.name()).isEqualTo("COLUMNS_MISSING");
        assertThat(wrong.zh()).contains("缺少：card、subsidy。", "CSV", "UTF-8", "“tap_time,terminal,seq,crad,service");
        assertThat(wrong.en()).contains("Missing: card, subsidy.", "as read: “tap_time,terminal,seq,crad");
        assertThat(refused(HEAD + NAMES.replace("extra", "amount"), own(UTF_8)).zh())
                .contains("同名：amount。")
                .doesNotContain("缺少：");
        assertThat(refused(HEAD, own(UTF_8)).zh()).contains("缺少：tap_time、terminal、seq", "读到的列名行：没有");
    }

    @Test
    void anotherCharsetIsNamedAsSuchWhicheverWayRound() {
        Refusal gb = refused((HEAD + CHINESE).getBytes(GB), chinese(UTF_8));
        assertThat(gb.name()).isEqualTo("CHARSET_OTHER");
        assertThat(gb.zh()).contains("编码", "应为 CSV，编码 UTF-8", "缺少：交易时间、终端号");
        assertThat(gb.en()).contains("charset", "Missing: 交易时间");
        for (String names : new String[] {CHINESE, CHINESE.replace("终端号", "终端").replace("流水号", "流水")}) {
            assertThat(refused((HEAD + names).getBytes(UTF_8), chinese(GB)).name())
                    .isEqualTo("CHARSET_OTHER");
        }
        assertThat(refused((HEAD + NAMES).getBytes(UTF_16), own(UTF_8)).name()).isEqualTo("CHARSET_OTHER");
        assertThat(refused((HEAD + CHINESE.replace("卡号", "卡")).getBytes(GB), chinese(GB))
                        .zh())
                .as("the right charset, and a column that is missing")
                .contains("缺少：卡号。", "终端号,流水号,卡,业务");
    }

    @Test
    void theExpectedFormatIsSaidAndTheOneItLooksLike() {
        Refusal fixed = refused("HMETRO-1                         20261116\nD42", own(UTF_8));
        assertThat(fixed.name()).isEqualTo("HEADER_UNREADABLE");
        assertThat(fixed.zh()).contains("应为 CSV，编码 UTF-8，首行如 H,METRO-1,2026-11-16", "它像 定长记录 的首行");
        assertThat(fixed.en())
                .contains("It should be CSV in UTF-8", "looks like the first one of records of fixed places");
        assertThat(refused(HEAD + NAMES, StatementMapping.TRANSIT_CLEARING).zh())
                .contains("应为 定长记录", "“H,METRO-1,2026-11-16”", "它像 CSV 的首行");
        assertThat(refused("PK\u0003\u0004\u0014\u0000\u0006\u0000", own(UTF_8)).zh())
                .contains("工作簿", "“PK\uFFFD");
    }

    @Test
    void whatIsShownIsShortAndHarmlessAndNamesNobody() {
        String line = "\u202E\u0007\u0000\u200F440305194912310011\t13800138000," + "长".repeat(300) + "\n";
        String zh = refused(line, own(UTF_8)).zh();
        assertThat(zh)
                .contains("“\uFFFD\uFFFD\uFFFD\uFFFD***\u21E5***,长")
                .doesNotContainPattern("\\p{C}")
                .doesNotContain("长".repeat(100), "4912310011", "00138000");
        String pairs = "x".repeat(99) + "\uD83D\uDE00\n";
        assertThat(refused(pairs, own(UTF_8)).en()).doesNotContain("\uD83D").contains("x".repeat(99) + "”");
    }

    private static StatementMapping own(Charset charset) {
        return with(charset, StatementMapping.OWN_CSV.sources());
    }

    private static StatementMapping chinese(Charset charset) {
        return with(
                charset,
                Map.of(
                        StatementField.TAPPED_AT, "交易时间",
                        StatementField.TERMINAL, "终端号",
                        StatementField.TERMINAL_SEQ, "流水号",
                        StatementField.CARD, "卡号",
                        StatementField.SERVICE, "业务",
                        StatementField.AMOUNT, "金额",
                        StatementField.SUBSIDY, "补贴"));
    }

    private static StatementMapping with(Charset charset, Map<StatementField, String> sources) {
        return new StatementMapping(1, StatementFormat.CSV, charset, AmountUnit.FEN, TimeForm.ISO, sources);
    }

    private static Refusal refused(String file, StatementMapping mapping) {
        return refused(file.getBytes(UTF_8), mapping);
    }

    private static Refusal refused(byte[] file, StatementMapping mapping) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> MappingTrial.of(CLERK, mapping, new ByteArrayInputStream(file), 1));
        assertThat(refused.field()).isEqualTo("file");
        return refused.refusal();
    }
}
