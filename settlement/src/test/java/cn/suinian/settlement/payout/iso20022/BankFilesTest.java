package cn.suinian.settlement.payout.iso20022;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.settlement.payout.iso20022.CreditTransfers.Party;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class BankFilesTest {
    private static final CreditTransfers ORDERS = new CreditTransfers(
            "SNB000000000012",
            OffsetDateTime.parse("2026-11-18T10:00:00+08:00"),
            LocalDate.parse("2026-11-19"),
            new Party("福田区财政局<专户>", "6222000000000092", "105584000092", "测试银行 & 分行"),
            List.of(
                    new Transfer(
                            "SNP000000000034",
                            170_005,
                            new Party("=长者食堂, \"一店\"", "6222000000000002", "105584000002", "测试银行"),
                            "颐年卡补贴结算 福田区 至2026-11-17"),
                    new Transfer(
                            "SNP000000000035",
                            1,
                            new Party("𠮷祥食堂", "6222000000000003", "105584000003", "测试银行"),
                            "颐年卡补贴结算 福田区 至2026-11-17")));

    @Test
    void isTheGoldenFileByteForByte() throws Exception {
        assertThat(new String(xml(ORDERS), UTF_8)).isEqualTo(new String(golden("orders.pain.001.xml"), UTF_8));
        assertThat(xml(ORDERS)).isEqualTo(golden("orders.pain.001.xml"));
        assertThat(BankCsv.write(ORDERS, BankCsv.Encoding.UTF_8)).isEqualTo(golden("orders.utf8.csv"));
        assertThat(BankCsv.write(ORDERS, BankCsv.Encoding.GB18030)).isEqualTo(golden("orders.gb18030.csv"));
    }

    @Test
    void isValidAndTheValidatorWouldSayIfItWereNot() throws Exception {
        BankSchemas.validateOrders(xml(ORDERS));
        String valid = new String(xml(ORDERS), UTF_8);
        for (String wrong : List.of(
                valid.replace("<PmtMtd>TRF</PmtMtd>", ""),
                valid.replace("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>two</NbOfTxs>"),
                valid.replace("Ccy=\"CNY\"", "Ccy=\"yuan\""),
                valid.replace("SNP000000000034", "S".repeat(36)),
                valid.replace("V09", "V08").replace("pain.001.001.09", "pain.001.001.08"))) {
            assertThatExceptionOfType(SAXException.class)
                    .isThrownBy(() -> BankSchemas.validateOrders(wrong.getBytes(UTF_8)));
        }
    }

    @Test
    void noNameIsAFormulaAndEveryCharacterSurvivesInGb18030() {
        String csv = new String(BankCsv.write(ORDERS, BankCsv.Encoding.GB18030), Charset.forName("GB18030"));
        assertThat(csv).contains("\"'=长者食堂, \"\"一店\"\"\"").contains("𠮷祥食堂").doesNotContain("?");
        for (String start : List.of("+", "-", "@", "\t", "＝")) {
            CreditTransfers orders = new CreditTransfers(
                    "SNB1",
                    ORDERS.createdAt(),
                    ORDERS.executeOn(),
                    ORDERS.debtor(),
                    List.of(new Transfer("SNP1", 1, new Party(start + "1", "12345678", "105584000003", "b"), "t")));
            assertThat(new String(BankCsv.write(orders, BankCsv.Encoding.UTF_8), UTF_8))
                    .contains(",'" + start + "1,");
        }
    }

    private static byte[] xml(CreditTransfers orders) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CreditTransferXml.write(orders, out);
        return out.toByteArray();
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = BankFilesTest.class.getResourceAsStream("/iso20022/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
