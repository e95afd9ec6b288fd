package cn.suinian.settlement.payout.account;

import cn.suinian.core.refusal.Refusal;

/** Why a bank account is not taken or not confirmed. */
public enum AccountRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系结算主管。", "You may not do this. Ask a settlement supervisor."),
    NOT_YOURS("商户和其他付款方的账户由市级人员办理。", "Accounts of vendors and of other payers are changed by staff of the city."),
    NAME_INVALID("请填写名称，1 至 70 个字，不含换行。", "Give a name of 1 to 70 characters, on one line."),
    NUMBER_INVALID("请核对账号：8 至 32 位数字。", "Check the account number: 8 to 32 digits."),
    BANK_CODE_INVALID("请核对联行号：12 位数字。", "Check the CNAPS number of the branch: 12 digits."),
    REASON_INVALID("请写明理由，1 至 200 个字。", "Give a reason of 1 to 200 characters."),
    NO_SUCH_VENDOR("没有找到该商户。", "There is no such vendor."),
    NO_SUCH_CHANGE("没有找到该账户变更。", "There is no such change of an account."),
    CHANGE_WAITING("已有账户变更待复核，请先复核。", "A change of this account waits already. Have it decided first.");

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
