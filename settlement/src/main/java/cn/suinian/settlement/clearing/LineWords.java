package cn.suinian.settlement.clearing;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.util.Optional;

/** What is in a line, in words of both languages, as files have it that people open as a spreadsheet. */
public final class LineWords {

    private LineWords() {}

    /** Whether its taps were made or taken back. */
    public static String what(boolean reversal) {
        return reversal ? "冲正 Reversals" : "刷卡 Taps";
    }

    /** Who owes the subsidies. */
    public static String of(Optional<Payer> payer) {
        return payer.map(LineWords::of).orElse("无付款方 Nobody");
    }

    /** A payer. */
    public static String of(Payer payer) {
        return payer.zh() + " " + payer.en();
    }

    /** A service. */
    public static String of(Service service) {
        return switch (service) {
            case TRANSIT -> "乘车 Transit";
            case MEAL -> "助餐 Meal";
            case ALLOWANCE -> "高龄津贴 Allowance";
            case VENUE -> "场馆 Venue";
            case VOUCHER -> "养老服务券 Voucher";
        };
    }
}
