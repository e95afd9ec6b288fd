package cn.suinian.settlement.allowance.message;

import cn.suinian.core.money.Fen;
import java.time.YearMonth;

/** What holders read. */
public final class SmsText {

    private SmsText() {}

    /** Two months before the seventieth birthday. */
    public static String invitation(YearMonth month, long fen) {
        return ("【深圳民政】您将于%s年满70周岁，可享受高龄老人津贴每月%s元，发放至您的颐年卡银行账户。"
                        + "同意申请请回复“同意”，不申请请回复“不同意”，回复不清楚的社区会联系您；"
                        + "不回复视为暂不申请，以后可到户籍所在社区办理，逾期不补发。")
                .formatted(month(month), Fen.spoken(fen));
    }

    /** The allowance stops with this month. */
    public static String stopped(YearMonth month, String reason) {
        String why =
                switch (reason) {
                    case "CHECK_MISSED" -> "未按时办理资格认证。补办认证后，停发期间的津贴予以补发";
                    case "NO_HUKOU" -> "户籍已迁出本市";
                    case "MOVED_DISTRICT" -> "户籍迁入本市其他区，改由迁入区发放";
                    case "NO_BANK_ACCOUNT" -> "未登记银行账户。登记后予以补发";
                    case "ACCOUNT_REFUSED" -> "银行退回了上一笔津贴。请到社区或柜台核对、更正银行账户，办妥后予以补发";
                    default -> "经核实不再符合发放条件";
                };
        return "【深圳民政】您的高龄老人津贴自%s起停发，原因：%s。如有疑问，请咨询户籍所在社区。".formatted(month(month), why);
    }

    /** Another amount from this month on. */
    public static String changed(YearMonth month, long fen) {
        return "【深圳民政】您的高龄老人津贴自%s起调整为每月%s元，原因：年龄档次变化。如有疑问，请咨询户籍所在社区。".formatted(month(month), Fen.spoken(fen));
    }

    private static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
