package cn.suinian.settlement.allowance;

import cn.suinian.core.refusal.Refusal;

/** Why an act of the allowance is not done. */
public enum AllowanceRefusal implements Refusal {
    NOT_ALLOWED("您没有办理津贴业务的权限。", "You may not do this with the allowance."),
    OTHER_DISTRICT("该区不在您的业务范围内。", "This district is not yours."),
    NO_SUCH_RUN("没有该月该区的津贴发放批次。", "There is no such run."),
    MONTH_TOO_EARLY("该月份尚未开始，不能生成名单。", "The month has not begun: it cannot be listed yet."),
    MONTH_TOO_LATE(
            "该月份早于已有批次，不能补建；本区首个批次以后的差额会在下一批次补发。",
            "A later month is listed already. What is missing since the district's first run is paid as arrears with"
                    + " the next one."),
    EARLIER_RUN_OPEN("上月批次尚未批准，请先办结。", "The run of the month before is not approved yet. Finish that first."),
    WRONG_STATE("批次当前状态不能办理该步骤，请刷新后再办。", "The run is not at this step. Look at it again."),
    FACTS_CHANGED(
            "名单生成后有人员变动（去世、银行账户缺失，或银行退回了上一笔付款），请退回并重新生成名单。",
            "Somebody on the list died, has no bank account any more, or had their last payment returned by the bank."
                    + " Send the list back and have it made again."),
    ACCOUNT_NOT_REFUSED(
            "没有需要确认的账户：银行没有退回最近一笔，或账户已更正，或已确认。",
            "There is no account to confirm: the bank did not return the last payment, the account was changed since,"
                    + " or it is confirmed already."),
    ACCOUNTS_CHANGED(
            "上次发放以后有人改了收款账户，而您还没有看到，请打开复核页面核对名单。",
            "Accounts changed since the last payment that you were not shown. Open the page and look at them."),
    BUSY("另一批次正在生成名单，请稍后再试。", "Another list is being made. Try again in a moment."),
    REASON_NEEDED("请填写原因（1至200字，一行）。", "Give a reason of one line, 1 to 200 characters."),
    RESULTS_MISSING("银行回盘缺少记录，请核对后重新导入。", "The bank's results do not cover every payment. Import the rest first."),
    TOOK_THE_RESULTS(
            "退回记录是您导入的，退回的款项会重新补发，请另一人核对办结。",
            "You took in what the bank returned, which is paid again. Another person must settle this run."),
    RESULT_UNREADABLE("银行回盘文件格式有误，请按提示行号核对。", "The bank's file cannot be read. See the line that is named."),
    RESULT_DIFFERS(
            "银行回盘与代发记录不一致，请与银行核对。",
            "The bank's file differs from what was ordered. Ask the bank about the line that is named."),
    RETURNED_AFTER_PAID(
            "这笔付款以前记为已付，现在报退回：请在批次页登记“付后退回”，由另一位主管复核；该行去掉后，其余各行可先导入。",
            "The payment that is named was paid by the books and is returned now. Record the late return at the run,"
                    + " another supervisor decides; without that line the rest of the file can be taken."),
    NO_SUCH_PAYMENT("本批次没有这个序号的付款。", "This run has no payment with this number."),
    NOT_PAID("银行还没有回这笔付款的结果，请导入银行回盘。", "The bank said nothing of this payment yet. Take its results in."),
    RETURNED_ALREADY("这笔付款已是退回，不用再登记。", "This payment is returned already: there is nothing to record."),
    RETURN_DAY_WRONG("退回日期不能早于批次的月份，也不能晚于今天。", "The day of the return lies between the month of the run and today."),
    CODE_INVALID("银行代码最多 32 位，只用字母、数字、- 和 _。", "The bank's code has at most 32 letters, digits, - and _."),
    TOOK_THE_RESULT(
            "这笔付款的已付结果是您导入的，请另一位主管复核。", "You took in that this payment was paid. Another supervisor must decide."),
    NO_SUCH_CLAIM(
            "没有该追回记录，或已收回、已撤销，或银行已退回该笔发放。",
            "There is no such claim, its money is back already, it was withdrawn, or the bank returned the payment."),
    CLAIM_RETURNED(
            "这笔发放银行已经退回，追回由下一批次自动撤销，不要再向家属收取，也不用登记到账。",
            "The bank returned this payment, and the next run withdraws the claim. Do not collect it from the family;"
                    + " there is nothing to record."),
    NO_SUCH_REFUND("没有该笔应退还家属的款项，或已退还、已补发。", "Nothing is owed back here, or it was given back or paid with a run."),
    NO_FAILED_MESSAGE("没有发送失败的短信，可能已重新发送。", "No message failed: they may have been sent again already."),
    NO_SUCH_HOLDER("没有找到该持卡人。", "There is no such holder."),
    APPLIED_ALREADY("该持卡人已申请高龄津贴。", "This holder has applied already."),
    REPLIED_ALREADY(
            "该邀请已有明确答复或申请，以第一次为准；要改为申请，请用“柜台申请”。",
            "There is a clear reply or an application already; the first one counts. To apply now: Apply at a desk."),
    REPLIES_UNREADABLE(
            "有的行无法读取，整个文件未导入，请按行号改正。",
            "Some lines cannot be read and nothing of the file was taken. See their numbers."),
    REPLY_NOT_SENT(
            "有的行答复的短信没有发出，整个文件未导入，请核对编号。",
            "Some lines answer messages that were not sent and nothing of the file was taken. Check the numbers."),
    DATE_WRONG(
            "申请日期须在最近31天内，且不晚于今天。", "The day of the application lies within the last 31 days, and not in the future.");

    private final String zh;
    private final String en;

    AllowanceRefusal(String zh, String en) {
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
}
