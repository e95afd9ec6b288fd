package cn.suinian.gateway.console.day.word;

import cn.suinian.gateway.console.page.Phrase;

/** What every page about business days calls the same. */
public enum WordText implements Phrase {
    NOBODY("无人补贴", "Not subsidised"),
    DAY("营业日", "Business day"),
    VENDOR("商户", "Vendor"),
    PAYER("付款方", "Payer"),
    SERVICE("服务", "Service"),
    TAPS("笔数", "Taps"),
    GROSS("应收总额（元）", "Gross (yuan)"),
    SUBSIDY("补贴（元）", "Subsidy (yuan)"),
    SELF_PAY("自付（元）", "Self-pay (yuan)"),
    EXTRA("运营与送餐补贴（元）", "Operator's and delivery subsidy (yuan)"),
    OWED("应付（元）", "Payable (yuan)"),
    OWED_NOTE(
            "应付 = 补贴 + 运营与送餐补贴，已减去当日冲正。补贴只是应收总额中由付款方承担的部分。",
            "Payable is the subsidy with operator and delivery subsidy, less what was taken back on the day. The"
                    + " subsidy alone is the part of the gross that payers bear."),
    OWED_BEFORE("应付，未减冲正（元）", "Payable before reversals (yuan)"),
    TAKEN_BACK("冲正收回（元）", "Taken back (yuan)"),
    TOTAL("合计", "Total"),
    TO_DAY("返回营业日 %s", "Back to the business day %s"),
    CSV("下载 CSV", "Download CSV"),
    SHOW("显示", "Show"),
    FROM("从", "From"),
    TO("到", "To"),
    ALL("全部", "All"),
    NOT_CLEARED("尚未清分", "Not cleared yet"),
    NOT_CLEARED_LINE("清分之后才有数字。", "There are figures once the day is cleared."),
    DATE_WRONG("请填写正确的日期。", "Give dates that a calendar has.");

    private final String zh;
    private final String en;

    WordText(String zh, String en) {
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
