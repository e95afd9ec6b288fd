package cn.suinian.gateway.console.allowance.word;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of a run say. */
public enum RunText implements Phrase {
    PAY_KIND("津贴批次发放", "Payment of an allowance run"),
    CANNOT_BE_PAID(
            "名单上有 %s 人已不能发放：请不同意，重新生成名单。",
            "%s people on the list can no longer be paid: reject it, and have the list made again."),
    RUN("%s %s · 批次 %s", "%s, %s · run %s"),
    BACK_TO_MONTH("返回本月各区", "All districts of the month"),
    BACK_TO_RUN("返回批次", "Back to the run"),
    FACTS("概况", "At a glance"),
    LISTED_AT("名单生成时间", "List made at"),
    PAYABLE("应发", "To be paid"),
    CLAIMED("追回", "Claimed back"),
    WITHDRAWN("撤销追回", "Claims withdrawn"),
    PAID_PEOPLE("%s 人，%s 元", "%s people, ¥%s"),
    YUAN("%s 元", "¥%s"),
    PEOPLE("%s 人", "%s people"),
    LEFT_OUT("未发", "Left out"),
    WAITS_FOR("等待复核", "Waits for a second person"),
    ASKED("%s 于 %s 确认：%s", "confirmed by %s at %s: %s"),
    DISCARDED_NOTE("这份名单已作废，请看新的批次。", "This list was made again and counts no more. Look at the new run."),
    STEPS("下一步", "Next"),
    NOTHING_TO_DO("本批次没有您可办的步骤。", "There is no step of this run for you."),
    WAITS_FOR_PREPARER("等待有津贴办理权限的人办理。", "Somebody who prepares the allowance has to go on."),
    WAITS_FOR_OTHER("等待另一位主管复核。", "Another supervisor has to decide."),
    DONE_ALL("本批次已办结。", "This run is finished."),
    DO_CONFIRM("确认名单", "Confirm the list"),
    DO_AGAIN("重新生成名单", "Make the list again"),
    DO_DECIDE("复核", "Decide"),
    DO_ORDER("提交发放", "Order the payments"),
    DO_FILE("下载代发文件", "Download the pay file"),
    DO_RESULTS("导入银行回盘", "Take the bank's results in"),
    DO_RECONCILE("核对办结", "Reconcile"),
    DO_EXPORT("导出", "Export"),
    LISTS("名单明细", "The lists"),
    LIST_LINES("应发与追回", "Paid and claimed"),
    LIST_RETURNED("退回与未提交", "Came back, or not sent"),
    DIFFERENCES("未发与较上月变化", "Left out, and different from last month"),
    WHAT("情况", "What"),
    REASON("原因", "Reason"),
    PEOPLE_HEAD("人数", "People"),
    NO_NOTES("没有未发人员，与上月也没有变化", "Nobody is left out, and nothing differs from last month"),
    NO_NOTES_LINE("第一个月的批次没有上月可比。", "The first month has none before it to compare with."),
    PAYMENTS("发放结果", "What became of the payments"),
    PAYMENTS_OPEN("未回盘", "No result yet"),
    PAYMENTS_PAID("已发放", "Paid"),
    PAYMENTS_RETURNED("银行退回", "Returned"),
    RETURNED_LINE("%s 笔，%s 元", "%s payments, ¥%s"),
    WITHHELD("未提交银行", "Not sent to the bank"),
    WITHHELD_LINE("%s 人，%s 元；持卡人编号 %s", "%s people, ¥%s; holders %s"),
    RETURNED_BY_BANK_HERE(
            "银行已退回这笔发放，下一批次自动撤销追回，不用收取。",
            "The bank returned that payment: the next run withdraws the claim, collect nothing."),
    WITHHELD_HERE(
            "没有提交银行：提交前得知已去世，或银行退回了上一笔。",
            "It was not sent to the bank: a death was known by then, or that the bank had returned the last payment."),
    WITHHELD_CODE("%s，未提交银行", "%s, not sent to the bank"),
    UNPAYABLE(
            "名单上有 %s 人（%s 元）已不能发放（已去世，没有银行账户，或银行退回了上一笔），所以不能同意。请不同意，再重新生成名单。",
            "%s people on the list (¥%s) can no longer be paid: they died, have no bank account, or the bank returned"
                    + " their last payment. It cannot be approved: reject it, and have the list made again."),
    UNPAYABLE_WHO("不能发放的持卡人", "Holders who cannot be paid"),
    HISTORY("办理经过", "History"),
    HOLDER("持卡人", "Holder"),
    WHEN("时间", "When"),
    STEP("步骤", "Step"),
    WHO("办理人", "Who"),

    CONFIRM_ASK("确认%s的名单？", "Confirm the list of %s?"),
    CONFIRM_LINE(
            "确认后名单提交另一位主管复核；您自己不能复核。", "It goes to another supervisor, who decides. You cannot decide it yourself."),
    CONFIRMED_SAID("已确认，等待另一位主管复核。", "It is confirmed and waits for another supervisor."),
    AGAIN_ASK("重新生成%s的名单？", "Make the list of %s again?"),
    AGAIN_LINE(
            "现在的名单作废保存，按现在的登记资料生成新的批次。",
            "This list is kept as discarded, and a new run is made from what is known now."),
    AGAIN_SAID("已重新生成名单。", "The list was made again."),
    DECIDE_TITLE("复核%s", "Decide on %s"),
    OWN("名单是您自己确认的，须由另一位主管复核。", "You confirmed this list yourself: another supervisor must decide."),
    ACCOUNTS("上次发放以后改了收款账户的人", "Accounts that changed since they were paid last"),
    ACCOUNTS_LINE(
            "%s 人。同意后按现在登记的账户发放。请核对是不是本人或家属来改的；拿不准的，不同意，查明后重新确认。",
            "%s people. Once approved they are paid to the accounts of now. See whether they or their family asked for "
                    + "it; if you cannot tell, do not approve."),
    ACCOUNTS_CHANGED("%s · %s 人改了收款账户", "%s · %s changed account"),
    NOT_WAITING("本批次没有待复核的申请。", "Nothing of this run waits for a decision."),
    APPROVE_LINE(
            "同意后，区里欠付 %s 元记入账簿，停发和调整的人会收到短信（已去世的不发）；然后才能提交发放。",
            "Once approved, the books have ¥%s as owed by the district, and whoever is stopped or changed"
                    + " (not who died) is told by a message; only then can the payments be ordered."),
    APPROVE("同意发放", "Approve"),
    APPROVED_SAID("已复核同意。", "It is approved."),
    REJECT_TITLE("不同意", "Reject"),
    REJECT("不同意，退回名单", "Reject, it is a list again"),
    REJECTED_SAID("已退回，可重新生成名单。", "It was sent back and can be made again."),
    ORDER_ASK("提交发放 %s 人，%s 元？", "Order payments to %s people of ¥%s?"),
    ORDER_LINE(
            "每人一笔，记入账簿：钱离开区里的账户。提交后不能撤回；不会重复提交。",
            "One payment a person; in the books the money leaves the district's account. This cannot be"
                    + " taken back, and is not done twice."),
    ORDER_LESS(
            "复核之后已知名单上有人去世，或上一笔被银行退回：他们不发放，不在代发文件里，也不经过银行；以后的批次再核算他们的月份。",
            "Since the approval somebody on the list is known to have died, or to have had their last payment returned."
                    + " They are not paid and in no pay file; the next run judges their months. "),
    ORDER_DO("提交发放", "Order them"),
    ORDERED_SAID("已提交发放，请下载代发文件交银行。", "The payments are ordered. Download the pay file for the bank."),
    DONE_BEFORE("以前已经办过，没有重复办理。", "That was done before, and not again."),
    FILE_TITLE("代发文件", "Pay file"),
    FILE_LINE(
            "文件有每个人的姓名和银行账号。每次下载都留审计记录和文件摘要。请直接交给银行，不要留存。",
            "The file has everybody's name and bank account. Each download is in the audit trail with the"
                    + " digest of the file. Give it to the bank and keep no copy."),
    ENCODING("文件编码", "Encoding"),
    ENCODING_WANTED("请选择文件编码。", "Choose an encoding."),
    FILE_DO("下载", "Download"),
    RESULTS_TITLE("导入银行回盘", "The bank's results"),
    RESULTS_LINE(
            "先核对每一行，全部相符才导入；有一行不符，整个文件都不导入。可以分几个文件、重复导入。",
            "Every line is checked first; when one differs nothing of the file is taken. It may come in"
                    + " parts and again."),
    RESULTS_FILE("回盘文件", "File"),
    RESULTS_HINT("每行：序号,金额,PAID 或 RETURNED,代码。", "A line each: number,yuan,PAID or RETURNED,code."),
    RETURNED_AND_COLLECTED(
            "有 %s 笔退回的款项已向家属追回（付款 %s）：请与银行和家属核实；核对办结后在“退还家属”办理。",
            "%s that came back had been collected from the family (payments %s): clear it with the bank and the family;"
                    + " once the run is settled it stands under Owed to families."),
    RESULTS_SAID("共 %s 笔，新增 %s 笔。", "%s payments, of which %s are new."),
    RESULTS_WRONG(
            "%s 行不符，整个文件未导入。请与银行核对。", "%s lines differ; nothing of the file was taken. Ask the bank" + " about them."),
    WRONG_CAPTION("不符的行", "Lines that differ"),
    WRONG_MORE("只列出前 %s 行。", "The first %s of them."),
    LINE_NO("行号", "Line"),
    PAYMENT_NO("序号", "Payment"),
    BOOKS_SAY("我方记录", "Our books"),
    UNREADABLE("无法读取：格式或编码不对", "cannot be read: form or encoding"),
    NO_SUCH_PAYMENT("本批次没有这个序号", "this run has no such payment"),
    OTHER_AMOUNT("金额与提交的不同", "another amount was ordered"),
    OTHER_OUTCOME("与已有的结果相反", "contradicts what is known already"),
    RETURNED_AFTER_PAID(
            "以前记为已付，现在报退回：登记付后退回。复核后本文件可原样导入；急用时先去掉这一行",
            "paid by our books and returned now: record the late return. Once it is decided this file can be taken as"
                    + " it is; in a hurry leave this line out"),
    LATE_LINK("登记付后退回", "Record a late return"),
    LATE_KIND("津贴付后退回", "Allowance returned after it was paid"),
    LATE_ASK("%s：银行付后又退回？", "%s: did the bank return a payment that it had paid?"),
    LATE_LINE(
            "用于银行已报已付、几天后又退回的付款（例如账户已销户）。另一位主管同意后记为退回并入账，仍应发的在账户更正或确认无误后补发。",
            "For a payment that the bank reported as paid and returned days later, as when the account was closed. Once"
                    + " another supervisor agrees it counts as returned, is booked, and what is still owed is paid"
                    + " once the account is corrected or said to be good."),
    LATE_PAYMENT_HINT("代发文件和回盘里的序号。", "Its number in the pay file and in the bank's results."),
    LATE_ON("银行退回日期", "Returned by the bank on"),
    LATE_CODE_HINT("照银行写的；没有就不填。", "As the bank gives it; leave it out when there is none."),
    LATE_DO("提交复核", "Ask for a decision"),
    LATE_ASKED_SAID("已登记，待另一位主管复核。", "It is recorded and waits for another supervisor."),
    LATE_TITLE("复核：银行付后又退回？", "Decide: did the bank return what it had paid?"),
    LATE_TAKEN_BY("已付结果导入人", "Taken in as paid by"),
    LATE_ASKED_BY("登记人", "Recorded by"),
    LATE_OWN("这是您自己登记的，须由另一位主管复核。", "You recorded this yourself: another supervisor must decide."),
    LATE_TAKEN("这笔付款的已付结果是您导入的，须由另一位主管复核。", "You took in that this payment was paid: another supervisor must decide."),
    LATE_CONSEQUENCE(
            "请对照银行流水：钱要在区里账户上。同意后记为退回并入账，仍应发的在账户更正或确认无误后补发；钱没有回来的，会付两次。" + "已向家属追回的，转入“退还家属”。",
            "Look at the bank's statement: the money must be there. Once you agree it counts as returned, and what is"
                    + " still owed is paid once the account is corrected or said to be good; if it did not come back it"
                    + " is paid twice."
                    + " When the family had given it back, it is owed to the family."),
    LATE_APPROVE("同意，记为退回", "Agree: it came back"),
    LATE_REJECT_TITLE("没有退回", "It did not come back"),
    LATE_REJECT("不同意，仍为已付", "Reject: it stands as paid"),
    LATE_APPROVED_SAID(
            "已记为退回并入账，仍应发的在账户更正或确认无误后补发。",
            "It counts as returned; what is still owed is paid once the account is corrected or said to be good."),
    LATE_REJECTED_SAID("已退回，付款仍为已付。", "It was rejected; the payment stands as paid."),
    LATE_WORD("付后退回 %s", "after it was paid, on %s"),
    RETURN_KIND("退回情况", "Return"),
    RETURN_PLAIN("未付出", "never paid"),
    RECONCILE_ASK("核对办结%s？", "Reconcile %s?"),
    RECONCILE_LINE(
            "全部款项都有回盘，并且与确认的金额分毫不差时才能办结。退回的款项在账户更正或确认无误后补发，所以导入退回记录的人不能办结。",
            "Possible once every payment has a result and all agree with what was confirmed, to the fen."
                    + " What was returned is paid once the account is corrected or said to be good, so who took that"
                    + " in does not settle it."),
    TOOK_RETURNS(
            "退回记录是您导入的，退回的款项会重新补发：须由另一人核对办结。",
            "You took in what the bank returned, which is paid again: another person settles this run."),
    RETURNS_TAKEN_BY("退回记录导入人", "Returns taken in by"),
    RECONCILE_DO("核对办结", "Reconcile"),
    RECONCILED_SAID("已核对办结，与确认金额一致。", "It is reconciled: what was paid and returned is what was confirmed."),

    KIND("类别", "Kind"),
    ALL_KINDS("全部", "All"),
    FOR_MONTH("津贴月份", "For the month"),
    TIER("年龄档次", "Tier"),
    FROM_AGE("%s 周岁起", "from %s"),
    NO_LINES("没有这样的记录", "There is nothing of this kind"),
    NO_LINES_LINE("换一个类别看看。", "Look at another kind."),
    BEFORE("上月（元）", "Last month, yuan"),
    AFTER("本月（元）", "This month, yuan"),
    NO_RETURNED_LINE("银行退回的款项会出现在这里。", "What the bank returns appears here."),
    CODE("银行代码或原因", "Bank's code, or why"),

    HOLDER_TITLE("持卡人 %s 的津贴", "Allowance of holder %s"),
    HOLDER_PAGE("打开持卡人", "Open the holder"),
    WHY_THIS("本批次为什么是这个数", "Why this amount"),
    NOTHING_HERE("本批次不向此人发放，也不追回。", "This run pays nothing to this person and claims nothing."),
    ELSEWHERE("其他批次", "Other runs"),
    NO_ELSEWHERE("没有其他批次。", "There is no other run."),
    FATE("结果", "What became of it"),

    CHECK("核算", "Add it up again"),
    CHECK_LINE(
            "从明细、发放和账簿重新加总。有一项不符时，请停止办理并联系系统管理员。",
            "Added up anew from lines, payments and books. If one differs, stop and tell the administrator."),
    CHECK_ALL("全部相符。", "Everything agrees."),
    CHECK_DIFFERS("有不符的项目，请停止办理。", "Something differs: stop here."),
    SAID("批次（元）", "The run says, yuan"),
    FOUND("加总（元）", "The rows come to, yuan"),
    AGREES("相符", "agrees"),
    DIFFERS("不符", "differs"),
    FIGURE_PAYABLE("应发：批次与明细", "To be paid: run and lines"),
    FIGURE_RECOVERY("追回：批次与明细", "Claimed back: run and lines"),
    FIGURE_WITHDRAWN("撤销追回：批次与明细", "Claims withdrawn: run and lines"),
    FIGURE_PAYMENTS("应发：批次与发放", "To be paid: run and payments"),
    FIGURE_BOOKS_OWED("欠付：批次与账簿", "Owed by the district: run and books"),
    FIGURE_BOOKS_PAID("支付：批次与账簿", "Left the account: run and books"),
    FIGURE_TWICE("同一月份重复发放的人数", "People who were ordered a month twice"),

    EXPORT_TITLE("导出批次", "Export the run"),
    EXPORT_LINE(
            "CSV 文件，持卡人只有编号，金额单位为元。导出留审计记录。",
            "A CSV file; holders are numbers, money is in yuan. An export is in the audit trail."),
    PART("内容", "What"),
    PART_WANTED("请选择导出的内容。", "Choose what to export."),
    PART_LINES("应发与追回的每一行", "Every line that is paid or claimed"),
    PART_DIFFERENCES("未发与较上月变化", "Who is left out, and what differs"),
    PART_PAYMENTS("每笔发放及结果", "Every payment and its result");

    private final String zh;
    private final String en;

    RunText(String zh, String en) {
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
