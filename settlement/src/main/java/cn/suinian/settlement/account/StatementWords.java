package cn.suinian.settlement.account;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.clearing.LineWords;
import cn.suinian.settlement.ledger.Entry;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Codes of a statement's file in words of both languages, as a spreadsheet is read by people who know none of them. */
final class StatementWords {

    static final String OPENING = "OPENING";
    static final String CLOSING = "CLOSING";

    private static final Pattern VENDOR = Pattern.compile("vendor:(.+):payable");
    private static final Pattern BANK = Pattern.compile("bank:([A-Z]+)");
    private static final Pattern OWING = Pattern.compile("payer:([A-Z]+):([A-Z]+)");

    private final Map<String, String> vendors;

    StatementWords(Map<String, String> vendors) {
        this.vendors = Map.copyOf(vendors);
    }

    static String what(Entry.Kind kind) {
        return switch (kind) {
            case ADJUSTMENT -> "调账 Adjustment";
            case PAYMENT -> "付款 Payment";
            case PAYMENT_RETURN -> "付款退回 Payment that came back";
            case PAYMENT_RETURN_UNDONE -> "付款退回不成立 Payment that had not come back";
            case ALLOWANCE -> "应发津贴 Allowance";
            case ALLOWANCE_RECOVERY -> "追回津贴 Allowance taken back";
            case ALLOWANCE_PAYMENT -> "发放津贴 Allowance paid";
            case ALLOWANCE_RETURN -> "津贴退回 Allowance that came back";
        };
    }

    static String balance(String what) {
        return OPENING.equals(what) ? "期初余额 Opening balance" : "期末余额 Closing balance";
    }

    /** The account on the other side; one that has no words keeps its name. */
    String party(String account) {
        Matcher vendor = VENDOR.matcher(account);
        if (vendor.matches()) {
            return vendors.getOrDefault(vendor.group(1), vendor.group(1));
        }
        Matcher bank = BANK.matcher(account);
        if (bank.matches()) {
            return "银行账户 Bank · " + payer(bank.group(1));
        }
        Matcher owing = OWING.matcher(account);
        if (owing.matches()) {
            return payer(owing.group(1)) + " · " + service(owing.group(2));
        }
        return account.startsWith("holders:") ? "津贴领取人 Receivers of the allowance" : account;
    }

    private static String payer(String label) {
        return Stream.concat(
                        Stream.of(Payer.CITY), Arrays.stream(District.values()).map(Payer::of))
                .filter(each -> each.label().equals(label))
                .findFirst()
                .map(LineWords::of)
                .orElse(label);
    }

    private static String service(String name) {
        return Arrays.stream(Service.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(LineWords::of)
                .orElse(name);
    }
}
