package cn.suinian.gateway.console.holder.approval;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of second signatures say. */
public enum ApprovalText implements Phrase {
    REQUEST("申请 %s", "Request %s"),
    WHAT("事项", "What"),
    UNDO_DEATH("撤销去世登记", "Undo a recorded death"),
    HOLDER("持卡人", "Holder"),
    DECEASED_ON("登记的去世日期", "Recorded date of death"),
    ASKED_BY("申请人", "Asked by"),
    ASKED_AT("申请时间", "Asked at"),
    REASON("申请原因", "Reason"),
    OWN("您自己的申请，须由另一位主管复核", "Your own request: another supervisor must decide"),
    APPROVE_LINE(
            "同意后，卡片和待遇一步恢复，和没有登记过去世一样。请先核对本人。",
            "Once approved, card and benefits are as if no death had been recorded. Verify the person first."),
    APPROVE("同意恢复", "Approve"),
    APPROVED("已恢复。", "It is undone."),
    REJECT_TITLE("不同意", "Reject"),
    REJECT_REASON("不同意的原因", "Why not"),
    REJECT("不同意，维持登记", "Reject, the record stands"),
    REJECTED("已驳回，去世登记维持不变。", "It is rejected; the record stands."),
    BACK("返回待复核", "Back to the list");

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
