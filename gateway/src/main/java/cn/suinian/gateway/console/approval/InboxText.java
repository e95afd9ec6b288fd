package cn.suinian.gateway.console.approval;

import cn.suinian.gateway.console.page.Phrase;

/** What the inbox of second signatures says. */
public enum InboxText implements Phrase {
    TITLE("待复核", "To be approved"),
    SECTION_LINE("需要第二人复核的申请，等得最久的在前。", "What waits for a second signature, the longest first."),
    EMPTY("没有需要您复核的申请", "Nothing waits for you"),
    EMPTY_LINE(
            "别人要复核的不列在这里。有人申请撤销去世登记、审批或退回营业日等，需要您复核时，会出现在这里。",
            "What others decide is not listed. When somebody asks for something that you may approve, as a business day"
                    + " or a death to be undone, it appears here."),
    FOR_YOU("待您复核", "For you to decide"),
    TOGETHER("一并复核：%s（%s 件）", "Decide at once: %s (%s)"),
    OWN_TITLE("您提出的申请", "Asked for by you"),
    OWN("您自己的申请，须由另一位主管复核", "Your own request: another supervisor must decide"),
    WITHDRAW("撤回申请", "Take it back"),
    WITHDRAW_QUESTION("撤回申请 %s？", "Take request %s back?"),
    WITHDRAW_CONSEQUENCE(
            "撤回后不再等待复核，所申请的事不办；以后可以重新申请。撤回记入审计。",
            "It waits no more, and what was asked for is not done; it may be asked for anew. The audit trail keeps"
                    + " it."),
    WITHDRAWN("已撤回：%s %s。", "Taken back: %s %s."),
    WHAT("事项", "What"),
    ABOUT("对象", "About"),
    MONEY("金额（元）", "Money (yuan)"),
    NO_MONEY("不涉及", "None"),
    ASKED_BY("申请人", "Asked by"),
    WAITING("已等待", "Waiting"),
    REASON("申请原因", "Reason"),
    DECIDE("复核", "Decide"),
    MINUTES("%s 分钟", "%s min"),
    HOURS("%s 小时", "%s h"),
    DAYS("%s 天", "%s days"),
    MORE("只列出等得最久的 %s 件。", "Only the %s that wait longest are shown.");

    private final String zh;
    private final String en;

    InboxText(String zh, String en) {
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
