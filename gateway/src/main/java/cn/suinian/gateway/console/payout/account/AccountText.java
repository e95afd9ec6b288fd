package cn.suinian.gateway.console.payout.account;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of bank accounts say. */
public enum AccountText implements Phrase {
    TITLE("银行账户", "Bank accounts"),
    LEAD(
            "商户的收款账户和付款方的付款账户。变更由一人申请、另一人复核；待复核期间不付款。",
            "Accounts that are paid to and from. One asks for a change, another confirms; meanwhile nothing is paid."),
    WAITING("待复核的变更", "Changes that wait"),
    NONE_WAITING("没有待复核的变更", "No change waits"),
    PAYERS("付款方账户", "Accounts of payers"),
    VENDORS("商户账户", "Accounts of vendors"),
    WITHOUT_ONLY("只看没有账户的商户", "Vendors without an account only"),
    NO_VENDORS("没有符合条件的商户", "No vendor matches"),
    NO_VENDORS_LINE("所有商户都有已复核的账户，或者还没有登记商户。", "All have a confirmed account, or none is registered yet."),
    OWNER("户主", "Whose"),
    ACCOUNT_NAME("账户名称", "Account name"),
    ACCOUNT_NAME_HINT("与银行登记一致，1 至 70 个字。", "As the bank has it, 1 to 70 characters."),
    NUMBER("账号", "Number"),
    NUMBER_HINT("8 至 32 位数字，空格不计。", "8 to 32 digits; blanks do not count."),
    BANK_CODE("联行号", "CNAPS number"),
    BANK_CODE_HINT("开户网点的 12 位联行号。", "The 12 digits of the branch."),
    BANK_NAME("开户网点", "Branch"),
    IN_FORCE("现行账户", "In force"),
    NO_ACCOUNT("没有账户，不能付款", "None: nothing can be paid"),
    CHANGE_WAITS("变更待复核，暂不付款", "A change waits: nothing is paid"),
    MASKED("尾号 %s", "ending in %s"),
    HISTORY("历次账户", "Every account there was"),
    NO_HISTORY("还没有登记账户", "No account yet"),
    NO_HISTORY_LINE("申请一个账户，由另一位主管复核后即可付款。", "Ask for one; once another supervisor confirms it, money can be paid."),
    VERSION("版本", "Version"),
    WAITS("待复核", "Waits"),
    CONFIRMED("已复核", "Confirmed"),
    REJECTED("未获同意", "Refused"),
    NOT_THEIRS("商户和其他付款方的账户由市级人员变更。", "Accounts of vendors and of other payers are changed by staff of the city."),
    WITHDRAWN("申请人已撤回", "Taken back by who asked"),
    CHANGE("申请变更账户", "Ask for another account"),
    CHANGE_LINE(
            "申请提交后，到另一位主管复核之前，该户不付款。", "Nothing is paid here from the request on until another supervisor decides."),
    ASK("提交复核", "Ask"),
    ASKED_SAID("已提交，等待另一位主管复核。复核之前不付款。", "It waits for another supervisor. Nothing is paid until then."),
    DECIDE("复核", "Decide"),
    DECIDE_TITLE("复核账户变更 %s", "Change %s of an account"),
    DECIDE_LINE("请对照书面材料逐位核对完整账号，再同意。", "Compare the whole number with the paper, digit by digit, before you confirm."),
    SHOW_FULL("显示完整账号", "Show the whole number"),
    SHOW_LINE("查看会记入审计。", "Looking is kept in the audit trail."),
    CONFIRM("已核对，同意启用", "Compared: confirm"),
    CONFIRMED_SAID("账户已启用。", "The account is in force."),
    REJECT("不同意", "Refuse"),
    REJECT_REASON("不同意的原因", "Why not"),
    REJECTED_SAID("已驳回，原账户照旧。", "It is refused; the account before stays in force."),
    DECIDED("已经复核过了", "This was decided already"),
    BEFORE("现在的账户", "The account now"),
    AFTER("申请启用的账户", "The account that is asked for"),
    PAYMENTS("付款记录", "Payments");

    private final String zh;
    private final String en;

    AccountText(String zh, String en) {
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
