package cn.suinian.settlement.payout;

import cn.suinian.core.refusal.Refusal;

/** Why an act about payments is not done. */
public enum PayoutRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系结算主管。", "You may not do this. Ask a settlement supervisor."),
    OTHER_PAYER(
            "该批次属于其他出资方，请由市级或本区人员办理。", "This is another payer's. Staff of the city or of that district must do it."),
    NO_SUCH_DAY("没有该营业日，请核对日期。", "There is no such business day. Check the date."),
    DAY_NOT_APPROVED("该营业日尚未审批，请先审批。", "This business day is not approved. Have it approved first."),
    PAYER_ACCOUNT_MISSING(
            "出资方没有已复核的付款账户，请登记并复核。",
            "The payer has no confirmed account to pay from. Ask for one and have it confirmed."),
    PAYER_ACCOUNT_CHANGE_WAITING("出资方付款账户变更待复核，请先复核。", "A change of the payer's account waits. Have it decided first."),
    UNSENT_BATCH("该出资方已有未发送的批次，请先发送或取消。", "The payer has an unsent batch. Send or cancel it first."),
    NOTHING_TO_PAY("没有可划付的款项，请查看暂缓原因。", "Nothing can be paid. See why vendors are withheld."),
    NO_SUCH_BATCH("没有找到该批次。", "There is no such batch."),
    NOT_WAITING("该批次不在待审批状态。", "This batch does not wait for approval."),
    NOT_APPROVED("该批次尚未审批，不能发送。", "This batch is not approved and cannot be sent."),
    ALREADY_SENT("该批次已发送，无需再办。", "This batch has been sent already."),
    CANCELLED("该批次已取消，请重新准备。", "This batch was cancelled. Prepare another one."),
    CHANGED("应付情况已变化，请取消该批次后重新准备。", "What is payable has changed. Cancel this batch and prepare another one."),
    EXECUTION_DATE_INVALID("执行日期应为今天至 30 天内。", "The day of execution is today or within 30 days."),
    NO_SUCH_FILE("没有找到该文件。", "There is no such file."),
    FILE_BROKEN("文件无法读取，请向银行索取原件。", "The file cannot be read. Get the original from the bank."),
    FILE_NAME_INVALID("文件名应为 1 至 120 个字。", "A file has a name of 1 to 120 characters."),
    NO_SUCH_RETURN("没有找到待处理的退回款项。", "No returned payment waits under this number."),
    TOOK_THE_ANSWER(
            "银行回执是您导入的，请另一人查明并写明处理结果。",
            "You took the bank's answer in. Another person must look into it and resolve it."),
    DISPROOF_WAITS(
            "有人申请“退回不成立”，请先由另一位主管复核。",
            "Somebody says that this payment never came back. Have another supervisor decide that first."),
    EVIDENCE_INVALID("请写明依据，1 至 500 个字。", "Say on what evidence, 1 to 500 characters."),
    REASON_INVALID("请写明理由，1 至 200 个字。", "Give a reason of 1 to 200 characters.");

    private final String zh;
    private final String en;

    PayoutRefusal(String zh, String en) {
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
