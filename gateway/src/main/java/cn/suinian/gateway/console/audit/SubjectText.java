package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.page.Phrase;

/** What things in the trail are called; each constant has the name of the code. */
enum SubjectText implements Phrase {
    HOLDER("持卡人", "Holder"),
    CARD("卡", "Card"),
    CARD_STOCK("卡库存", "Card stock"),
    CARD_RANGE("号段", "Number range"),
    BATCH("制卡批次", "Batch"),
    SETTLEMENT_LIMIT("参数", "Limit"),
    TERMINAL("终端", "Terminal"),
    TAP("刷卡", "Tap"),
    VENDOR("商户", "Vendor"),
    STAFF("人员", "Staff"),
    COUNTER("网点", "Counter"),
    CLIENT("接入程序", "Program"),
    AUDIT("审计链", "Audit chain"),
    ACCOUNT("账户", "Account"),
    ALLOWANCE("高龄津贴", "Allowance"),
    ALLOWANCE_RUN("津贴名单", "Allowance run"),
    BANK_ACCOUNT("银行账户", "Bank account"),
    BANK_STATUS("银行回执", "Bank's answer"),
    BREAK("差错", "Break"),
    BREAKS("一批差错", "Breaks"),
    BULK_FILE("批量登记文件", "File of registrations"),
    BUSINESS_DAY("营业日", "Business day"),
    LENS_ITEM("核查事项", "Case"),
    PAYMENT("付款", "Payment"),
    PAYMENT_HOLD("暂缓付款", "Held payment"),
    PAYOUT("付款批次", "Payout"),
    RESOLUTION_RULE("差错处理规则", "Rule for breaks"),
    STATEMENT("对账单", "Statement");

    private final String zh;
    private final String en;

    SubjectText(String zh, String en) {
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
