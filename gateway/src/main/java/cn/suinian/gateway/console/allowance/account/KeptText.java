package cn.suinian.gateway.console.allowance.account;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages about accounts say that the bank returned a payment from. */
public enum KeptText implements Phrase {
    TITLE("上一笔被银行退回、本批次没有列入的人", "Left out, since the bank returned their last payment"),
    LINE(
            "%s 人的上一笔被银行退回，登记的收款账户至今没有变，所以不再付到那个账户。账户已销户或有误的，请本人到柜台更正；向本人或银行问过、账户没有问题的，点“账户无误”，由另一位主管复核。办妥后由下一份名单补发。",
            "The last payment of %s came back and their account is the same since: it is not paid to again. Where it is"
                    + " closed or wrong, have it corrected at a counter; where the holder or the bank says that it is"
                    + " good, follow \"the account is good\", and another supervisor decides. The list after that pays"
                    + " what waits."),
    HOLDER("持卡人", "Holder"),
    RUN("退回的批次", "Run that came back"),
    CODE("银行说的原因", "What the bank said"),
    WAITING("待补发（元）", "Waits, yuan"),
    KEEP("账户无误", "The account is good"),
    WAITS("待复核", "waits for a decision"),
    MORE("只列出前 %s 人；其余的从“未发与较上月变化”打开。", "The first %s of them; the others are under what differs."),

    ASK("持卡人 %s 的账户没有问题？", "Is the account of holder %s good?"),
    ASK_LINE(
            "银行退回了上一笔。请先向本人或银行问清楚：账户还在、户名相符。另一位主管同意后，下一份名单照登记的账户补发；再被退回的，又不列入。账户有误的不要在这里办，请本人到柜台更正。",
            "The bank returned the last payment. Ask the holder or the bank first: the account is open and in their"
                    + " name. Once another supervisor agrees the next list pays what waits to the account as it is; if"
                    + " that comes back too they are left out again. A wrong account is corrected at a"
                    + " counter, not here."),
    ASK_DO("提交复核", "Ask for a decision"),
    ASKED_SAID("已提交，待另一位主管复核。", "It waits for another supervisor."),
    DECIDE_TITLE("复核：被银行退回的账户没有问题？", "Decide: is the account good that the bank returned from?"),
    KIND("被退回的津贴账户无误", "Account good, although a payment came back"),
    ASKED_BY("提交人", "Asked by"),
    REASON("依据", "What shows it"),
    OWN("这是您自己提交的，须由另一位主管复核。", "You asked for this yourself: another supervisor must decide."),
    BACK("返回批次", "Back to the run"),
    CONSEQUENCE(
            "同意后，下一份名单把待补发的款项付到登记的账户。账户若已不是本人的，钱就给了别人：请自己向银行或本人核实。",
            "Once you agree the next list pays what waits to the account as it is. If it is not the holder's any more"
                    + " somebody else gets the money: ask the bank or the holder yourself."),
    OVER(
            "提交以后账户已更正、已整批确认，或又有一笔被退回：不用再确认，只能不同意，或由提交人撤回。",
            "Since then the account was changed or confirmed with others, or another payment came back: there is"
                    + " nothing to confirm. Reject it, or have it taken back by who asked."),
    HINDRANCE("账户已更正或又被退回，或已整批确认：只能不同意。", "The account changed or is confirmed: it can only be rejected."),
    APPROVE("同意：账户没有问题", "Agree: the account is good"),
    APPROVED_SAID("已同意，下一份名单补发。", "It is agreed: the next list pays what waits."),
    REJECT_TITLE("不同意", "Reject"),
    REJECT("不同意，仍不列入", "Reject: they stay left out"),
    REJECTED_SAID("已退回，账户更正之前仍不列入。", "It was rejected: they stay left out until the account is corrected."),

    MANY_LINE(
            "银行以同一原因（或没有说明原因）退回同一批次多笔的，可整批确认一次，由另一位主管复核：",
            "Where a bank returned many payments of one run for one reason, or without any, they are confirmed at"
                    + " once; another supervisor decides:"),
    MANY("批次 %s · %s · %s 人 · 待补发 %s 元", "Run %s · %s · %s people · %s yuan wait"),
    NO_CODE("没有代码", "no code"),
    MANY_KEEP("整批账户无误", "these accounts are good"),
    MANY_KIND("整批被退回的津贴账户无误", "Accounts good, although their payments came back"),
    MANY_ASK("批次 %s 退回的 %s 人，账户都没有问题？", "Run %s: are the accounts good of all %s whose payment came back?"),
    MANY_ASK_LINE(
            "请先向银行问清楚退回的原因与本人账户无关。另一位主管同意后，下一份名单照登记的账户补发。只对现在已导入的退回有效：以后同一批次再退回的，或再被退回的，仍不列入。",
            "Ask the bank first: it returned them for what does not lie with the accounts. Once another supervisor"
                    + " agrees the next list pays what waits to the accounts as they are. That holds for what is"
                    + " taken in by now: who is returned later, or again, is left out."),
    PEOPLE("人数", "People"),
    MANY_DECIDE("复核：整批被退回的账户没有问题？", "Decide: are the accounts good that the bank returned from?"),
    MANY_CONSEQUENCE(
            "同意后，下一份名单把 %s 人待补发的 %s 元付到登记的账户。请自己向银行核实：原因与这些账户无关。",
            "Once you agree the next list pays to %s people the %s yuan that wait, to the accounts as they are. Ask the"
                    + " bank yourself: it does not lie with these accounts."),
    MANY_OVER(
            "提交以后这些人的账户都已更正、已确认，或又有一笔被退回：不用再确认，只能不同意，或由提交人撤回。",
            "Since then each account was changed or confirmed, or another payment came back: there is nothing to"
                    + " confirm. Reject it, or have it taken back by who asked."),
    MANY_HINDRANCE("已没有待确认的人：只能不同意。", "Nobody is left to confirm: it can only be rejected."),
    MANY_APPROVE("同意：这些账户没有问题", "Agree: these accounts are good");

    private final String zh;
    private final String en;

    KeptText(String zh, String en) {
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
