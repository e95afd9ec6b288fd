package cn.suinian.settlement.reconciliation.export;

import cn.suinian.settlement.clearing.LineWords;
import cn.suinian.settlement.reconciliation.breaks.Break;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as tables tell them: vendors by code and name, words in both languages, times of Shenzhen. */
final class TableWords {
    private static final String VENDORS = "SELECT vendor_id, code, name FROM vendor";
    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");

    private record Vendor(String code, String name) {}

    private final Map<Integer, Vendor> byId = new HashMap<>();
    private final Map<String, String> nameOfCode = new HashMap<>();

    private TableWords() {}

    /** With the vendors as they are called now. */
    static TableWords read(Connection transaction) throws SQLException {
        TableWords words = new TableWords();
        try (PreparedStatement select = transaction.prepareStatement(VENDORS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Vendor vendor = new Vendor(row.getString("code"), row.getString("name"));
                words.byId.put(row.getInt("vendor_id"), vendor);
                words.nameOfCode.put(vendor.code(), vendor.name());
            }
        }
        return words;
    }

    /** A break, in the order of its table's names. */
    List<Object> cells(Break each, Ending ending) {
        Optional<Break.Source> source = each.source();
        Vendor vendor = byId.getOrDefault(each.vendorId(), new Vendor(Integer.toString(each.vendorId()), ""));
        return List.of(
                each.breakNo(),
                vendor.code(),
                vendor.name(),
                each.day(),
                each.kind().nameZh() + " " + each.kind().nameEn(),
                each.status().zh() + " " + each.status().en(),
                each.payer().map(LineWords::of).orElse(""),
                LineWords.of(each.service()),
                new Money(each.money().riskFen()),
                new Money(each.money().oursFen()),
                new Money(each.money().theirsFen()),
                new Money(each.money().ourAmountFen()),
                new Money(each.money().theirAmountFen()),
                each.tap().date(),
                Long.toString(each.tap().terminalId()),
                each.tap().terminalSeq(),
                each.tap().cardSerial(),
                source.<Object>map(Break.Source::statementId).orElse(""),
                source.<Object>map(Break.Source::lineNo).orElse(""),
                LocalDateTime.ofInstant(each.openedAt(), SHENZHEN),
                each.version(),
                ending.by(),
                ending.reason(),
                ending.adjustedFen() == 0 ? "" : new Money(ending.adjustedFen()));
    }

    /** A row that belongs to a tap, in the order of its table's names. */
    List<Object> cells(MatchedRow row) {
        return List.of(
                row.vendorCode(),
                nameOfCode.getOrDefault(row.vendorCode(), ""),
                LocalDate.parse(row.day()),
                row.clearedOn().isEmpty() ? "" : LocalDate.parse(row.clearedOn()),
                LocalDate.parse(row.tapDate()),
                row.terminal(),
                row.terminalSeq(),
                row.cardSerial(),
                new Money(row.amountFen()),
                new Money(row.subsidyFen()),
                row.statementId(),
                row.lineNo(),
                how(row.how()));
    }

    private static String how(String stored) {
        return switch (stored) {
            case "KEY" -> "逐笔 by key";
            case "RULE" -> "按规则 by rule";
            case "HAND" -> "人工关联 by hand";
            default -> stored;
        };
    }
}
