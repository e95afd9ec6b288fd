package cn.suinian.settlement.statement.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.statement.format.NotAStatementException.Why;
import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementLine.Row;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-16");
    private static final String HEAD =
            "H,METRO-1,2026-11-16\ntap_time,terminal,seq,card,service,amount,subsidy,extra,payer\n";
    private static final String GOOD = "2026-11-16T12:00:00+08:00,440300010001,7,00000042,1,300,300,,CITY\n";
    private static final Row ROW = new Row(
            3,
            DAY,
            440300010001L,
            7,
            42,
            Instant.parse("2026-11-16T04:00:00Z"),
            Service.TRANSIT,
            300,
            300,
            null,
            Payer.CITY);

    @Test
    void readsHeaderRowsAndTrailer() throws Exception {
        StatementReader reader = reader(HEAD + GOOD + "T,1,300,300", StatementMapping.OWN_CSV);
        assertThat(reader.header()).isEqualTo(new Header(1, "METRO-1", DAY));
        assertThat(reader.next()).isEqualTo(ROW);
        assertThat(reader.next()).isEqualTo(new Trailer(4, 1, 300, 300));
        assertThat(reader.next()).isNull();
    }

    @Test
    void aMarkAndWindowsLineEndsAndQuotesChangeNothing() throws Exception {
        String file = "\uFEFF" + (HEAD + GOOD.replace("440300010001", "\"440300010001\"")).replace("\n", "\r\n");
        assertThat(rows(file, StatementMapping.OWN_CSV)).containsExactly(ROW);
        assertThat(rows((HEAD + GOOD).replace("\n", "\r"), StatementMapping.OWN_CSV))
                .containsExactly(ROW);
    }

    @Test
    void aVendorsOwnNamesYuanAndChineseCharset() throws Exception {
        Charset gb = Charset.forName("GB18030");
        Map<StatementField, String> names = new EnumMap<>(StatementField.class);
        names.put(StatementField.TAPPED_AT, "交易时间");
        names.put(StatementField.TERMINAL, "终端号");
        names.put(StatementField.TERMINAL_SEQ, "流水号");
        names.put(StatementField.CARD, "卡号");
        names.put(StatementField.SERVICE, "业务");
        names.put(StatementField.AMOUNT, "金额");
        names.put(StatementField.SUBSIDY, "补贴");
        StatementMapping mapping =
                new StatementMapping(3, StatementFormat.CSV, gb, AmountUnit.YUAN, TimeForm.SPACED, names);
        String file = """
                H,METRO-1,2026-11-16
                金额,补贴,卡号,终端号,流水号,交易时间,业务,备注
                3.00,3,42,440300010001,7,2026-11-16 12:00:00,TRANSIT,早餐
                T,1,3.00,3.00
                """;
        StatementReader reader = new StatementReader(new ByteArrayInputStream(file.getBytes(gb)), mapping);
        assertThat(reader.next())
                .isEqualTo(
                        new Row(3, DAY, 440300010001L, 7, 42, ROW.tappedAt(), Service.TRANSIT, 300, 300, null, null));
        assertThat(reader.next()).isEqualTo(new Trailer(4, 1, 300, 300));
    }

    @Test
    void jsonLinesSayTheSame() throws Exception {
        String file = """
                {"record":"header","vendor":"METRO-1","day":"2026-11-16"}

                {"tap_time":"2026-11-16T12:00:00+08:00","terminal":440300010001,"seq":7,"card":"00000042",\
                "service":"TRANSIT","amount":300,"subsidy":"300","payer":"CITY","extra":null}
                {"record":"trailer","rows":1,"amount":300,"subsidy":300}
                """;
        StatementReader reader = reader(file, StatementMapping.OWN_JSON_LINES);
        assertThat(reader.next()).isEqualTo(ROW);
        assertThat(reader.next()).isEqualTo(new Trailer(4, 1, 300, 300));
    }

    @Test
    void theTransitClearingRecordHasItsFieldsAtPlaces() throws Exception {
        String file = """
                HMETRO-1                         20261116
                D42                 44030001000100000000072026111612000001000003000000030020261116
                T00000000010000000000030000000000000300
                """;
        StatementReader reader = reader(file, StatementMapping.TRANSIT_CLEARING);
        assertThat(reader.header().vendorCode()).isEqualTo("METRO-1");
        assertThat(reader.next())
                .isEqualTo(
                        new Row(2, DAY, 440300010001L, 7, 42, ROW.tappedAt(), Service.TRANSIT, 300, 300, null, null));
        assertThat(reader.next()).isEqualTo(new Trailer(3, 1, 300, 300));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-16T12:00:00,440300010001,7,42,1,300,300          | TIME_UNREADABLE
            2026-11-17T12:00:00+08:00,440300010001,7,42,1,300,300    | DATE_AFTER_DAY
            2024-11-16T12:00:00+08:00,440300010001,7,42,1,300,300    | DATE_TOO_OLD
            2026-11-16T12:00:00+08:00,4403000100011,7,42,1,300,300   | TERMINAL_UNREADABLE
            2026-11-16T12:00:00+08:00,440300010001,-7,42,1,300,300   | SEQ_UNREADABLE
            2026-11-16T12:00:00+08:00,440300010001,7,123456789,1,3,3 | CARD_UNREADABLE
            2026-11-16T12:00:00+08:00,440300010001,7,42,LUNCH,3,3    | SERVICE_UNKNOWN
            2026-11-16T12:00:00+08:00,440300010001,7,42,1,3.00,3     | AMOUNT_UNREADABLE
            2026-11-16T12:00:00+08:00,440300010001,7,42,1,-3,3       | AMOUNT_NEGATIVE
            2026-11-16T12:00:00+08:00,440300010001,7,42,1,99999999,3 | AMOUNT_TOO_LARGE
            2026-11-16T12:00:00+08:00,440300010001,7,42,1,300,301    | SUBSIDY_ABOVE_AMOUNT
            2026-11-16T12:00:00+08:00,440300010001,7,42,1,300,3,,ME  | PAYER_UNKNOWN
            2026-11-16T12:00:00+08:00,440300010001,,42,1,300,300     | FIELD_MISSING
            2026-11-16T12:00:00+08:00,440300010001                   | FIELD_MISSING
            "open,440300010001,7,42,1,300,300                        | LINE_UNREADABLE
            """)
    void aBadRowIsToldAndTheNextIsRead(String bad, RowProblem problem) throws Exception {
        List<StatementLine> lines = rows(HEAD + bad + "\n" + GOOD, StatementMapping.OWN_CSV);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.problem()).isEqualTo(problem);
            assertThat(fault.lineNo()).isEqualTo(3);
        });
        assertThat(lines.get(1)).isInstanceOf(Row.class);
    }

    @Test
    void aLineWithoutEndCostsNoMemoryAndSpoilsNoOther() throws Exception {
        String endless = "9".repeat(3_000_000);
        List<StatementLine> lines = rows(HEAD + endless + "\n" + GOOD, StatementMapping.OWN_CSV);
        assertThat(lines.get(0)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.problem()).isEqualTo(RowProblem.LINE_TOO_LONG);
            assertThat(fault.shown()).isEqualTo("***");
        });
        assertThat(lines.get(1)).isInstanceOf(Row.class);
    }

    /** PostgreSQL has no such years, and Java no such days in Shenzhen: the row was the end of the whole statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+300000-01-01T00:00:00Z",
                "0000-06-01T12:00:00+08:00",
                "-5000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "2026-11-01T12:00:00+08:00",
                "2027-11-16T12:00:00+08:00"
            })
    void aTimeFarFromItsDayIsABadRowAndTheOthersStay(String time) throws Exception {
        String head = HEAD.replace("tap_time,", "tap_date,tap_time,");
        String good = GOOD.replace("2026-11-16T", "2026-11-16,2026-11-16T");
        List<StatementLine> lines =
                rows(head + GOOD.replaceFirst("^[^,]*", "2026-11-16," + time) + good, StatementMapping.OWN_CSV);
        assertThat(lines.get(0)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.problem()).isEqualTo(RowProblem.TIME_UNREADABLE);
            assertThat(fault.field()).isEqualTo("tap_time");
        });
        assertThat(lines.get(1)).isInstanceOf(Row.class);
        if (time.length() > "2026-11-16T12:00:00+08:00".length()) {
            assertThat(rows(HEAD + GOOD.replaceFirst("^[^,]*", time), StatementMapping.OWN_CSV))
                    .singleElement()
                    .isInstanceOf(Fault.class);
        }
    }

    @Test
    void aPhoneNumberIsNotShownNotEvenTheHalfThatFits() throws Exception {
        for (String text : List.of("13800138000", "x".repeat(34) + "13800138000")) {
            assertThat(rows(HEAD + GOOD.replace("440300010001", text + "?"), StatementMapping.OWN_CSV))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.shown()).doesNotContain("138"));
        }
    }

    @Test
    void numbersOfCardsAndPeopleAreNotShown() throws Exception {
        String bad = GOOD.replace("440300010001", "440305194912310011");
        assertThat(rows(HEAD + bad, StatementMapping.OWN_CSV))
                .singleElement()
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.shown()).isEqualTo("***"));
    }

    @Test
    void whatFollowsTheTrailerIsNotTakenIn() throws Exception {
        StatementReader reader = reader(HEAD + GOOD + "T,1,300,300\n" + GOOD, StatementMapping.OWN_CSV);
        reader.next();
        reader.next();
        assertThat(reader.next())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.problem()).isEqualTo(RowProblem.AFTER_TRAILER));
    }

    @Test
    void aFileThatIsNoStatementIsRefusedAtItsHead() {
        assertNone("", Why.EMPTY);
        assertNone("PK\u0003\u0004", Why.HEADER_UNREADABLE);
        assertNone("H,METRO-1,16.11.2026\n", Why.HEADER_UNREADABLE);
        assertNone("H,METRO-1,2026-11-16\n", Why.COLUMNS_MISSING);
        assertNone("H,METRO-1,2026-11-16\ntap_time,terminal,seq,card,service,amount\n", Why.COLUMNS_MISSING);
        assertNone(HEAD.replace("extra", "amount"), Why.COLUMNS_MISSING);
    }

    private static void assertNone(String file, Why why) {
        assertThatExceptionOfType(NotAStatementException.class)
                .isThrownBy(() -> reader(file, StatementMapping.OWN_CSV))
                .satisfies(wrong -> assertThat(wrong.why()).isEqualTo(why));
    }

    private static List<StatementLine> rows(String file, StatementMapping mapping) throws IOException {
        StatementReader reader = reader(file, mapping);
        List<StatementLine> lines = new ArrayList<>();
        for (StatementLine line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static StatementReader reader(String file, StatementMapping mapping) throws IOException {
        return new StatementReader(new ByteArrayInputStream(file.getBytes(UTF_8)), mapping);
    }
}
