package cn.suinian.gateway.console.payout.statement;

import cn.suinian.gateway.console.page.Phrase;

/** What statements of account say. */
public enum StatementText implements Phrase {
    TITLE("结算账单", "Statement of account"),
    LEAD("商户或付款方在一段营业日内的应付、已付和余额，只含已清分的营业日。", "What was owed and paid over some business days that were cleared."),
    CHOOSE_ONE("请填写商户代码，或选择付款方，二者取一。", "Give a vendor's code or choose a payer, one of the two."),
    NOTHING_ASKED("请选择账单", "Choose a statement"),
    NOTHING_ASKED_LINE(
            "填写商户代码或选择付款方，以及起止营业日。", "Give a vendor's code or a payer, and the first and last business day."),
    NO_DAY("还没有清分过营业日", "No business day was cleared yet"),
    NO_DAY_LINE("第一个营业日日终清分之后才有账单。", "There are statements once a first business day was cleared."),
    DAYS("%1$s 至 %2$s", "%1$s to %2$s"),
    PRINT_LINE(
            "正数：付款方欠商户。每份账单自己验算：期初余额加各行等于期末余额。",
            "Above zero: owed by the payer to the vendor. Opening balance and rows come to the closing balance."),
    PART_LINE("只列%s应付和已付的部分，不是该商户的全部账目。", "Only what %s owes and paid, not the whole account of this vendor."),
    OPENING("期初余额", "Opening balance"),
    CLOSING("期末余额", "Closing balance"),
    SINCE("此后的变动（所在营业日尚未清分，列在下一份账单）", "Booked since, on days that are not cleared: on the next statement"),
    SINCE_BALANCE("连同这些，现在的余额", "Balance of today with these"),
    BY_PARTY("按对方汇总", "By party"),
    PARTY("对方", "Party"),
    TAPS("刷卡", "Taps"),
    REVERSED("冲正", "Reversals"),
    ADJUSTED("调账", "Adjustments"),
    PAID("付款", "Payments"),
    RETURNED("退回", "Returns"),
    OTHER("其他", "Other"),
    LINES("清分明细", "What was cleared"),
    NO_LINES("这段营业日没有清分明细。", "Nothing was cleared on these days."),
    SERVICE("服务", "Service"),
    COUNT("笔数", "Taps"),
    GROSS("总额", "Gross"),
    SUBSIDY("补贴", "Subsidy"),
    SELF_PAY("自付", "Self-pay"),
    OPERATOR("运营补贴", "Operator's"),
    DELIVERY("送餐补贴", "Delivery"),
    PAYABLE("应付", "Owed"),
    IS_REVERSAL("冲正", "reversal"),
    ENTRIES("其他变动", "Other entries"),
    REFERENCE("依据", "Reference"),
    ADJUSTMENT("调账", "Adjustment"),
    PAYMENT("付款", "Payment"),
    PAYMENT_RETURN("付款退回", "Payment that came back"),
    PAYMENT_RETURN_UNDONE("付款退回不成立", "Payment that had not come back"),
    ALLOWANCE("应发津贴", "Allowance"),
    ALLOWANCE_RECOVERY("追回津贴", "Allowance taken back"),
    ALLOWANCE_PAYMENT("发放津贴", "Allowance paid"),
    ALLOWANCE_RETURN("津贴退回", "Allowance that came back"),
    BANK_OF("%s银行账户", "Bank of %s"),
    HOLDERS("津贴领取人", "Receivers of the allowance"),
    BREAK_NO("差错 %s", "Break %s"),
    ALLOWANCE_OF("高龄津贴 %s · %s", "Allowance of %s · %s"),
    CLAIM_OF("津贴追回 · 第 %s 批 · %s", "Allowance claim · run %s · %s"),
    FLAG_NO("提示 %s", "Flag %s"),
    PAYMENT_NUMBER("付款 %s", "Payment %s"),
    PRINT_WHOLE("打印", "Print"),
    NOBODY("无付款方", "Nobody");

    private final String zh;
    private final String en;

    StatementText(String zh, String en) {
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
