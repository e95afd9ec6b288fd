package cn.suinian.settlement.account;

import cn.suinian.core.refusal.Refusal;

/** Why there is no statement of account. */
public enum AccountRefusal implements Refusal {
    NOT_PERMITTED("您没有查看对账单的权限，请联系系统管理员。", "You may not see statements of account; ask an administrator."),
    OTHER_PAYER(
            "该账单属于其他出资方，请由市级或本区人员办理。",
            "This is another payer's statement. Staff of the city or of that district must make it."),
    VENDOR_UNKNOWN("没有这个商户，请核对。", "There is no such vendor; check it."),
    DAYS_INVALID("起止营业日先后顺序须正确，最长 366 天。", "Give the first business day before the last, at most 366 days."),
    DAY_NOT_CLEARED(
            "所选营业日尚未全部清分，请选择已清分的日期。", "Not all of these business days have been cleared; choose days that were."),
    TOO_LONG("内容过多，无法在页面显示，请下载 CSV 文件。", "This is too long for a page; download it as CSV."),
    REASON_INVALID("请填写原因，1 至 200 字，不含换行。", "Give a reason of 1 to 200 characters on one line.");

    private final String zh;
    private final String en;

    AccountRefusal(String zh, String en) {
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
