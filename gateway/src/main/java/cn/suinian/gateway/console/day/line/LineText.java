package cn.suinian.gateway.console.day.line;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of lines, taps and the trial balance say. */
public enum LineText implements Phrase {
    LINES("清分明细 %s", "Clearing lines of %s"),
    LINES_LINE(
            "通过的刷卡，按商户、付款方、服务汇总；点笔数看背后的刷卡。", "Approved taps by vendor, payer and service; a number leads to its taps."),
    NO_LINES("没有符合条件的明细", "No line fits"),
    NO_LINES_LINE("换一个商户、付款方或服务。", "Choose another vendor, payer or service."),
    VENDOR_CODE("商户编号", "Vendor's code"),
    ANY_PAYER("全部付款方", "Any payer"),
    ANY_SERVICE("全部服务", "Any service"),
    OF_VENDOR("%s 的清分 %s", "Clearing of %s, %s"),
    TO_RECONCILIATION("本日对账：对账单、差错、免对账单", "Its reconciliation: statement, breaks, excuse"),
    REVERSALS("冲正（从应付中扣回）", "Taken back (comes off what is payable)"),
    DECLINES("未通过的刷卡", "Declined taps"),
    DECLINE("原因", "Reason"),
    TAPS_OF("刷卡明细", "Taps"),
    BEHIND("%s · %s · %s 的刷卡", "Taps of %s · %s · %s"),
    LATE("迟到的刷卡", "Late taps"),
    LATE_LINE("在更早的日期刷卡，计入这个营业日。", "Made on an earlier date, settled in this business day."),
    REVERSED("冲正的刷卡", "Taps taken back"),
    REVERSED_LINE("这个营业日冲正的刷卡，原刷卡可能在更早的日期。", "Taken back in this business day; the taps may be of earlier dates."),
    NO_TAPS("没有刷卡", "There are none"),
    NO_TAPS_LINE("这里没有要列出的刷卡。", "There is no tap to be listed here."),
    TAP("交易编号", "Tap id"),
    TAPPED("刷卡时间", "Tapped at"),
    RECEIVED("收到时间", "Received at"),
    AMOUNT("金额（元）", "Amount (yuan)"),
    SUBSIDY("补贴（元）", "Subsidy (yuan)"),
    EXTRA("运营与送餐补贴（元）", "Operator's and delivery subsidy (yuan)"),

    LEDGER("试算平衡表", "Trial balance"),
    LEDGER_LINE("开账以来每个账户的借方、贷方和余额。", "What was ever debited and credited to each account, and its balance."),
    EVEN("借贷相等：各 ¥%s。", "Debits and credits are equal: ¥%s each."),
    UNEVEN(
            "借贷不等，请立即联系系统管理员，并运行 ./suinian verify。",
            "Debits and credits differ. Tell the administrator at once, and run ./suinian verify."),
    NO_ACCOUNTS("还没有账户", "There is no account yet"),
    NO_ACCOUNTS_LINE("第一个营业日清分之后开立。", "The first are opened when the first business day is cleared."),
    ACCOUNT("账户", "Account"),
    DEBIT("借方（元）", "Debit (yuan)"),
    CREDIT("贷方（元）", "Credit (yuan)"),
    BALANCE("余额（元）", "Balance (yuan)"),
    DEBIT_BALANCE("借", "Dr"),
    CREDIT_BALANCE("贷", "Cr"),
    PAYER_ACCOUNT("应收付款方 %s · %s", "Owed by %s · %s"),
    VENDOR_ACCOUNT("应付商户 %s", "Payable to %s"),
    BANK_ACCOUNT("%s 结算账户付出", "Paid from the account of %s"),
    HOLDERS_ACCOUNT("应付高龄津贴", "Allowances payable");

    private final String zh;
    private final String en;

    LineText(String zh, String en) {
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
