package cn.suinian.gateway.console.allowance;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line or a note of one person as whole sentences: kind and reason make the name of a constant. The values are month,
 * amount in yuan, age of the tier, and amount of the month before.
 */
enum WhyText implements Phrase {
    REGULAR_TIER(
            "%1$s：按 %3$s 周岁起的档次，发放 %2$s 元。年龄按月末已满周岁计算，户籍按上月末所在区计算。",
            "%1$s: ¥%2$s, by the tier from the age of %3$s. The age is the one reached by the end of the"
                    + " month, the hukou that of the eve of the month."),
    ARREARS_CHECK_LATE(
            "%1$s：补发 %2$s 元。当时未按时办理资格认证而停发，现已补办，停发的月份予以补发。",
            "%1$s: back pay of ¥%2$s. It was stopped for a missed identity check; the check was made"
                    + " since, and pays the months in between."),
    ARREARS_RETURNED("%1$s：补发 %2$s 元。以前的发放被银行退回。", "%1$s: back pay of ¥%2$s. The bank returned an earlier payment."),
    ARREARS_KNOWN_LATE(
            "%1$s：补发 %2$s 元。生成那个月的名单时，应发的资料（如银行账户）还没有登记，或账户被银行退回过。",
            "%1$s: back pay of ¥%2$s. What it needed, as a bank account, was not recorded when that month"
                    + " was listed, or the bank had returned from the account."),
    RECOVERY_DECEASED(
            "%1$s：追回 %2$s 元。已去世，去世的次月起停发，这个月不该发放。",
            "%1$s: ¥%2$s is claimed back. The holder died before that month, and the allowance ends with"
                    + " the month of death."),
    RECOVERY_NO_HUKOU(
            "%1$s：追回 %2$s 元。那个月开始时户籍已不在本市。",
            "%1$s: ¥%2$s is claimed back. The hukou was not in the city when that month began."),
    RECOVERY_AMOUNT_LOWER(
            "%1$s：追回 %2$s 元。按现在的资料，那个月应发的较少。",
            "%1$s: ¥%2$s is claimed back. By what is known now that month is worth less."),
    RECOVERY_TOO_YOUNG(
            "%1$s：追回 %2$s 元。按更正后的出生日期，那个月未满七十周岁。",
            "%1$s: ¥%2$s is claimed back. By the corrected date of birth the holder was under 70."),
    RECOVERY_NOT_APPLIED("%1$s：追回 %2$s 元。那个月还没有申请。", "%1$s: ¥%2$s is claimed back. It had not been applied for."),
    RECOVERY_CHECK_MISSED(
            "%1$s：追回 %2$s 元。那个月的资格认证已过期。", "%1$s: ¥%2$s is claimed back. The identity check had run out."),
    WITHDRAWN_RETURNED(
            "%1$s：撤销以前 %2$s 元的追回，那笔发放已被银行退回，没有什么要还。",
            "%1$s: an earlier claim of ¥%2$s is withdrawn; the bank returned that payment, and nothing is to be"
                    + " given back."),
    WITHDRAWN_KNOWN_LATE(
            "%1$s：撤销以前 %2$s 元的追回，当时列为追回有误。", "%1$s: an earlier claim of ¥%2$s is withdrawn; it turned out wrong."),

    EXCLUDED_NO_BANK_ACCOUNT(
            "%1$s 未发：没有登记银行账户。登记后，%2$s 元在下一批次补发。",
            "Not paid for %1$s: no bank account is recorded. Once it is, ¥%2$s is paid with the next run."),
    EXCLUDED_ACCOUNT_REFUSED(
            "%1$s 未发：银行退回了上一笔，账户至今没有变。更正账户，或由两人确认账户无误后，%2$s 元在下一批次补发。",
            "Not paid for %1$s: the bank returned the last payment and the account is the same. Once it is"
                    + " corrected, or two people say that it is good, ¥%2$s is paid with the next run."),
    EXCLUDED_CHECK_MISSED(
            "%1$s 未发：未按时办理资格认证（每年5月、11月）。补办后从停发的月份起补发。",
            "Not paid for %1$s: the identity check of May or November was missed. Once it is made,"
                    + " everything since is paid."),
    EXCLUDED_NOT_APPLIED(
            "%1$s 未发：尚未申请。从申请当月起发放，以前的月份不补发。",
            "Not paid for %1$s: not applied for. It is paid from the month of the application on, and"
                    + " nothing before."),
    EXCLUDED_DECEASED("%1$s 未发：已去世，去世的次月起停发。", "Not paid for %1$s: the holder died before the month."),
    EXCLUDED_NO_HUKOU("%1$s 未发：户籍已不在本市，次月起停发。", "Not paid for %1$s: the hukou left the city before the month."),
    EXCLUDED_TOO_YOUNG("%1$s 未发：未满七十周岁。", "Not paid for %1$s: under the age of 70."),
    NEW_TURNED_70("%1$s 起新发：当月年满七十周岁。", "New in %1$s: turned 70 in the month."),
    NEW_CHECK_LATE("%1$s 恢复：资格认证已补办。", "Back in %1$s: the identity check was made."),
    NEW_MOVED_DISTRICT(
            "%1$s 起由本区发放：户籍从他区迁入，迁入的次月起。",
            "Paid here from %1$s: the hukou came from another district, which paid up to the month of the move."),
    NEW_APPLIED("%1$s 起新发：新近申请。", "New in %1$s: applied for it."),
    NEW_RESUMED("%1$s 恢复发放。", "Paid again in %1$s."),
    STOPPED_CHECK_MISSED(
            "%1$s 起停发：未按时办理资格认证。上月 %4$s 元。", "Stopped from %1$s: the identity check was missed. Last month: ¥%4$s."),
    STOPPED_DECEASED("%1$s 起停发：已去世。上月 %4$s 元。", "Stopped from %1$s: deceased. Last month: ¥%4$s."),
    STOPPED_NO_HUKOU("%1$s 起停发：户籍已迁出本市。上月 %4$s 元。", "Stopped from %1$s: the hukou left the city. Last month: ¥%4$s."),
    STOPPED_MOVED_DISTRICT(
            "%1$s 起本区停发：户籍迁入他区，由他区从本月起发放。上月 %4$s 元。",
            "Stopped here from %1$s: the hukou moved to another district, which pays from this month."
                    + " Last month: ¥%4$s."),
    STOPPED_NO_BANK_ACCOUNT(
            "%1$s 起停发：没有登记银行账户，登记后补发。上月 %4$s 元。",
            "Stopped from %1$s: no bank account any more; paid once there is one. Last month: ¥%4$s."),
    STOPPED_ACCOUNT_REFUSED(
            "%1$s 起停发：银行退回了上一笔，账户没有变；更正或确认后补发。上月 %4$s 元。",
            "Stopped from %1$s: the bank returned the last payment and the account is the same; paid once it is"
                    + " corrected or confirmed. Last month: ¥%4$s."),
    STOPPED_TOO_YOUNG(
            "%1$s 起停发：按更正后的出生日期未满七十周岁。上月 %4$s 元。",
            "Stopped from %1$s: under 70 by the corrected date of birth. Last month: ¥%4$s."),
    STOPPED_NOT_APPLIED("%1$s 起停发：没有申请。上月 %4$s 元。", "Stopped from %1$s: not applied for. Last month: ¥%4$s."),
    CHANGED_TIER("%1$s 起由 %4$s 元调整为 %2$s 元：年龄档次变化。", "From %1$s ¥%2$s instead of ¥%4$s: another tier of age.");

    private final String zh;
    private final String en;

    WhyText(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** The sentence of a kind and a reason; empty: there is none, and the words of the codes have to do. */
    static Optional<String> of(String kind, String reason, Language language, Object... values) {
        String name = kind + "_" + reason;
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> each.in(language, values));
    }
}
