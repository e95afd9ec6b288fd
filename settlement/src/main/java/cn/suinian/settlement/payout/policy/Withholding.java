package cn.suinian.settlement.payout.policy;

import cn.suinian.core.refusal.Refusal;

/** Why a vendor is not paid in a batch, in the order in which they are told. */
public enum Withholding implements Refusal {
    DAY_NOT_APPROVED("有营业日尚未审批，请先完成该日对账和审批。", "A business day is not approved. Have it reconciled and approved first."),
    NOT_LOOKED_AT(
            "付款前审查还没有完成，请等几分钟；一直不完成请联系系统管理员。",
            "A business day was not looked at before payment yet. Wait some minutes, or tell the administrator."),
    HELD(
            "该商户暂缓付款，请先解除暂缓。只暂缓某几天的，其后营业日的款项也一起等；截至营业日选暂缓首日的前一天，可付更早的。",
            "The vendor's money is held. Have the hold released first. A hold of some days also stops what is owed of"
                    + " later days; choose the day before its first to pay what is owed up to then."),
    NOT_COMPARED(
            "有对账单还没有比对：一分钟内自动比对，或打开对账重新比对。",
            "A statement came or went and was not compared since. It happens within a minute; or compare again."),
    OPEN_BREAKS("未处理差错超过容差，请先处理差错。", "Open breaks exceed the tolerance. Resolve them first."),
    RETURN_OPEN(
            "有退回款项尚未查明，请先由另一人写明处理结果。", "A payment came back. Another person must look into it and resolve it first."),
    ACCOUNT_CHANGE_WAITING("账户变更待复核，请另一人复核。", "A change of the bank account waits. Another person must decide it."),
    ACCOUNT_MISSING("没有已复核的收款账户，请登记并复核。", "There is no confirmed bank account. Ask for one and have it confirmed."),
    OWED_BACK("应付为负，结转下次划付时抵扣。", "Less than nothing is payable. It is carried over to the next payout.");

    private final String zh;
    private final String en;

    Withholding(String zh, String en) {
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
