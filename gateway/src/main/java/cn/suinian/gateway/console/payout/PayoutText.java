package cn.suinian.gateway.console.payout;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of payments say. */
public enum PayoutText implements Phrase {
    TITLE("商户付款", "Payout"),
    LINE("应付款项、付款批次、银行回执、商户账户和结算账单。", "What is payable, batches, the bank's answers, accounts and statements."),
    TO_DUE("现在可付的款项", "What can be paid now"),
    TO_ANSWERS("银行回执", "The bank's answers"),
    TO_RETURNS("退回款项", "Returned payments"),
    TO_ACCOUNTS("银行账户", "Bank accounts"),
    TO_STATEMENTS("结算账单", "Statements of account"),
    TO_LIMITS("参数", "Limits"),
    NAVIGATION("付款页面", "Pages of payments"),
    BATCHES("付款批次", "Batches"),
    BATCH("批次 %s", "Batch %s"),
    BATCH_HEAD("批次", "Batch"),
    NONE("还没有付款批次", "No batches yet"),
    NONE_LINE("营业日审批后，打开“现在可付的款项”准备一个批次。", "Once a business day is approved, open “What can be paid now”."),
    NONE_FILTERED("没有符合条件的批次，请放宽条件。", "No batch matches. Try another filter."),
    THROUGH("付至营业日", "Paid up to"),
    PAYMENTS("笔数", "Payments"),
    WITHHELD_COUNT("暂不付的商户", "Vendors withheld"),
    PREPARED_BY("经办人", "Prepared by"),
    DUE_TITLE("现在可付的款项", "What can be paid now"),
    DUE_LINE(
            "截至所选营业日：现在能付多少，日记账上应付多少，差额为什么不能付。查看不改变任何数据。",
            "Up to this business day: what can be paid now, what the journal owes, and why the rest cannot be paid."
                    + " Looking changes nothing."),
    NO_DAY("还没有可付的营业日", "No business day can be paid yet"),
    NO_DAY_LINE("营业日对账并审批之后，款项才能付出。", "Money is paid after a business day is reconciled and approved."),
    EARLY("营业日尚未审批，还不能付的款项", "Owed, and not payable before its business day is approved"),
    EARLY_NONE_PAYABLE(
            "还没有可付的营业日：下面是日记账上应付、等营业日审批的款项。",
            "No business day can be paid yet. This is what the journal owes and what waits for its day's approval."),
    OWED_CAPTION("现在可付多少，其余为什么不能付", "What can be paid now, and why the rest cannot"),
    PAYABLE_NOW("现在可付（元）", "Payable now (yuan)"),
    OWED_BY_JOURNAL("日记账应付（元）", "Owed by the journal (yuan)"),
    THE_REST("现在不能付的", "Not payable now"),
    OF_VENDORS("%s 家商户", "%s vendors"),
    OF_VENDORS_MONEY("%1$s 家商户，%2$s 元", "%1$s vendors, ¥%2$s"),
    MONEY_ALONE("%s 元", "¥%s"),
    OWED_NOTE(
            "现在可付，就是此刻准备批次会付的金额；加上现在不能付的各项，等于日记账应付。一家商户有几条原因的，列在第一条下。" + "最后可付的营业日以后、尚未审批的营业日也在内；选了更早的日期，只算到那一天。",
            "Payable now is what a batch made now would pay; with the parts that are not, it comes to what the"
                    + " journal owes. A vendor with several reasons stands under the first. Days after the last"
                    + " payable one that are not approved yet are in it; when an earlier day is asked for,"
                    + " nothing later is."),
    REST_UNSENT("有未发送的批次，发送或取消之前不能再准备", "A batch is not sent: send or cancel it first"),
    REST_PAYER_CHANGE("付款方账户变更待复核", "A change of the payer's account waits"),
    REST_PAYER_ACCOUNT("付款方没有已复核的账户", "The payer has no confirmed account"),
    REST_TAKEN_BACK("以后已审批的营业日或已复核的调账收回了", "Taken back by approved days that come later, or by signed adjustments"),
    SEE_DAYS("查看营业日", "See the business days"),
    SEE_COMPARISONS("查看对账", "See reconciliation"),
    SEE_HOLDS("查看暂缓", "See the holds"),
    SEE_RETURNS("查看退回款项", "See the returned payments"),
    RETURN_NO("退回款项 %s", "Returned payment %s"),
    SEE_ACCOUNTS("查看账户", "See the accounts"),
    SEE_STATEMENT("查看结算账单", "See the statement of account"),
    SEE_VENDORS("查看商户", "See the vendors"),
    VENDORS("商户数", "Vendors"),
    NOTHING_OWED("没有应付款项", "Nothing is payable"),
    NOTHING_OWED_LINE("截至这一天，全部款项都已付清。", "Everything up to this day has been paid."),
    NOTHING_OWED_OF("截至这一天，%s的款项都已付清。", "Everything up to this day has been paid for: %s."),
    PAYABLE("可以付款的商户", "Vendors that can be paid"),
    PAYABLE_NONE("没有可以付款的商户", "No vendor can be paid"),
    PAYABLE_NONE_LINE("请看下面暂不付款的原因。", "See below why they are withheld."),
    WITHHELD("暂不付款的商户", "Vendors withheld"),
    WITHHELD_BECAUSE("原因", "Why"),
    DAYS("款项所属营业日", "Business days of the money"),
    ONE_DAY("%s", "%s"),
    SOME_DAYS("%1$s 至 %2$s，共 %3$s 天", "%1$s to %2$s, %3$s days"),
    PREPARE("准备付款批次", "Prepare a batch"),
    PREPARE_QUESTION("准备这个付款批次？", "Prepare this batch?"),
    PREPARE_LINE(
            "现在还不付款：须由另一位主管复核，再发送给银行。复核和发送时都会按当时的情况重新核对。",
            "Nothing is paid yet: another supervisor approves it, then it is sent. Both check anew what is payable."),
    SEEN_OLD("页面打开后，应付款项有变化。请看下面的新数字，再决定。", "What is payable changed since this page was opened. See the new figures."),
    PREPARED_SAID("批次 %s 已准备，等待另一位主管复核。", "Batch %s is prepared and waits for another supervisor."),
    HAS_UNSENT("该付款方有未发送的批次 %s，发送或取消之后才能再准备。", "Batch %s of this payer is not sent yet. Send or cancel it first."),
    PREPARED("待复核", "Waits for approval"),
    APPROVED("已复核，待发送", "Approved, not sent"),
    SENT("已发送", "Sent"),
    CANCELLED("已取消", "Cancelled"),
    PLANNED("待付", "Planned"),
    PAYMENT_CANCELLED("已取消", "Cancelled"),
    ORDERED("已下达银行", "Ordered"),
    ACCEPTED("银行已受理", "Taken on by the bank"),
    SETTLED("已到账", "Arrived"),
    REJECTED("银行拒付，重新应付", "Rejected, payable again"),
    RETURNED("付后退回，重新应付", "Came back, payable again"),
    BANK_SAID("银行代码", "Bank's code"),
    PAYMENT_LIST("付款明细", "Payments, one by one"),
    PAYMENT_NO("付款编号", "Payment"),
    BY_STATE("按状态合计", "By state"),
    OF_PAYER("%s合计", "%s in all"),
    TIMELINE("经过", "What happened"),
    T_PREPARED("准备", "Prepared"),
    T_APPROVED("复核同意", "Approved"),
    T_SENT("发送，执行日 %s", "Sent, to be paid on %s"),
    T_CANCELLED("取消", "Cancelled"),
    EXECUTE_ON("银行执行日", "Day of execution"),
    EXECUTE_HINT("银行只在工作日付款。今后两周的休息日：%s。", "Banks pay on working days only. In the next two weeks not on: %s."),
    EXECUTE_RESTS(
            "%1$s 银行不付款，多半到 %2$s 才付。一定要用这一天，请再按一次“发送”。",
            "Banks do not pay on %1$s; most pay on %2$s then. If you want this day all the same, send again."),
    APPROVE("复核同意", "Approve"),
    APPROVE_QUESTION("同意付款批次 %s？", "Approve batch %s?"),
    APPROVE_LINE(
            "同意后即可发送给银行。系统会按现在的情况重新核对每一笔；有变化就不予通过。",
            "It may be sent then. Each payment is checked anew; if one changed, this is refused."),
    APPROVED_SAID("批次 %s 已复核，可以发送。", "Batch %s is approved and can be sent."),
    REFUSE("不同意", "Refuse"),
    REFUSE_QUESTION("不同意付款批次 %s？", "Refuse batch %s?"),
    REFUSE_LINE("批次随即取消，款项照旧应付。", "It is cancelled with that; its money is payable as before."),
    REFUSED_SAID("批次 %s 未获同意，已取消。", "Batch %s is refused and cancelled."),
    CANCEL("取消批次", "Cancel the batch"),
    CANCEL_QUESTION("取消付款批次 %s？", "Cancel batch %s?"),
    CANCEL_LINE("款项照旧应付，可以重新准备。", "Its money is payable as before; another batch can be prepared."),
    CANCELLED_SAID("批次 %s 已取消。", "Batch %s is cancelled."),
    SEND("发送", "Send"),
    SEND_QUESTION("发送付款批次 %s？", "Send batch %s?"),
    SEND_LINE(
            "这一步记入日记账并生成付款文件，不能撤回。之后请下载一种文件交给银行，只交一次。",
            "This posts the payments and makes the files; it cannot be taken back. Give the bank one of them, once."),
    SENT_SAID("批次 %s 已发送，请下载付款文件交给银行。", "Batch %s is sent. Download a file and give it to the bank."),
    FILES("付款文件", "Files for the bank"),
    FILES_LINE(
            "几种格式内容相同，只交给银行一种。每次下载都记入审计。",
            "All hold the same orders: the bank gets one. Each download is in the audit trail."),
    FILE("文件", "File"),
    SIZE("字节", "Bytes"),
    DIGEST("SM3 摘要", "SM3"),
    KEY_VERSION("签名密钥版本", "Signing key"),
    DOWNLOAD("下载", "Download"),
    LAST_TAKEN("最近下载：%s，%s", "Last downloaded by %s, %s"),
    NEVER_TAKEN("尚未下载", "Not downloaded yet"),
    SIGNATURE("下载签名", "Signature"),
    FILES_FOR_PREPARERS("付款文件由结算经办员或主管下载。", "Files are downloaded by settlement clerks and supervisors."),
    STATE_MOVED("批次状态已变，不能办理此事。请看批次现在的状态。", "The batch is in another state now; look at it again."),
    CHANGE_OF("商户 %1$s：%2$s → %3$s", "Vendor %1$s: %2$s → %3$s"),
    CHANGE_VENDOR("商户 %s", "Vendor %s"),
    CHANGE_MONEY("%s 元", "¥%s"),
    CHANGED_ACCOUNT("%s：银行账户已变更", "%s: another bank account"),
    CHANGE_WITHHELD("暂不付款（%s）", "withheld (%s)"),
    SEE_BREAKS("查看差错", "See the breaks"),
    AT_RISK("涉及 %s 元", "¥%s at risk"),
    HOLD_NO("暂缓 %s", "Hold %s"),
    SEE_ACCOUNT("查看账户", "See the account"),
    WHY_DAY("有营业日未审批", "A business day is not approved"),
    WHY_LOOK("付款前审查未完成", "Not looked at before payment yet"),
    WHY_HELD("暂缓付款", "Held"),
    WHY_COMPARED("对账单还没有比对", "A statement is not compared yet"),
    WHY_BREAKS("有未处理差错", "Open breaks"),
    WHY_RETURN("有退回款项待处理", "A payment came back, not resolved"),
    WHY_CHANGE("账户变更待复核", "A change of the account waits"),
    WHY_ACCOUNT("没有已复核的账户", "No confirmed account"),
    WHY_OWED("应付为负，结转下次", "Below zero, carried over"),
    KIND_BATCH("付款批次", "Batch of payments"),
    KIND_DISPROOF("付款退回不成立", "A payment that never came back"),
    KIND_ACCOUNT("银行账户变更", "Change of a bank account"),
    KIND_RELEASE("解除暂缓付款", "Release of a hold"),
    KIND_RECOVERY("追款", "Money taken back");

    private final String zh;
    private final String en;

    PayoutText(String zh, String en) {
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
