package cn.suinian.gateway.console.reconciliation.approval;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of second signatures say. */
public enum ApprovalText implements Phrase {
    LEAD(
            "调账、免对账单和自动处理规则要两个人：一人申请，另一位主管复核。",
            "Adjustments, excuses and rules have two signatures: one asks, another supervisor decides."),
    ELSEWHERE(
            "参数变更、营业日、付款等其他申请不在这里，见 ",
            "Limits, business days, payments and all else that waits are not listed here, but in "),
    NONE("没有待复核的申请", "Nothing waits"),
    NONE_LINE("有人申请调账、免对账单或规则时，会出现在这里。", "When somebody asks for an adjustment, an excuse or a rule, it appears here."),
    REQUEST("申请 %s", "Request %s"),
    WHAT("事项", "What"),
    ADJUST("调账", "Adjustment"),
    EXCUSE("免对账单", "Excuse"),
    RULE("自动处理规则", "Rule"),
    MONEY("金额", "Money"),
    BY_OUR_TAPS("%s，按我方刷卡结算", "%s, settled by our taps alone"),
    ASKED_BY("申请人", "Asked by"),
    DECIDE("复核", "Decide"),
    OWN("您自己的申请，须由另一位主管复核", "Your own request: another supervisor must decide"),
    WHO("复核人须是结算主管，且不是申请人。", "A settlement supervisor who did not ask decides it."),
    NOT_SUPERVISOR("您没有复核权限，请等待结算主管复核。", "You may not decide it. A settlement supervisor does."),
    BREAK("差错", "Break"),
    NOW("现在的情况", "As it is now"),
    STILL_SO("与申请时一致", "as when it was asked for"),
    NOT_SO("申请后有变化，只能不同意，请重新核对。", "It changed since it was asked for. It can only be refused; look at it again."),
    ADJUST_LINE(
            "同意后立即记账，计入当前的营业日，不能撤回。",
            "Once approved it is in the journal, in the business day that is open. It is not taken back."),
    EXCUSE_LINE("同意后，这一天不再等这家商户的对账单。", "Once approved, the day does not wait for a statement of this vendor."),
    RULE_LINE(
            "同意后，从下一次比对起，规则范围内的差错自动处理，不再影响付款。",
            "Once approved, breaks within it are resolved from the next comparison on and stop no payment any more."),
    APPROVE("同意", "Approve"),
    APPROVED("已同意：%s。", "Approved: %s."),
    BOOKED_ON("记入营业日 %s", "booked in business day %s"),
    LOOK("查看", "Look"),
    REFUSE_TITLE("不同意", "Refuse"),
    REFUSE("不同意", "Refuse it"),
    REFUSED("已不同意：%s。", "Refused: %s."),
    BACK("返回对账待复核", "Back to the list"),
    BACK_TO_INBOX("返回待复核", "Back to what waits");

    private final String zh;
    private final String en;

    ApprovalText(String zh, String en) {
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
