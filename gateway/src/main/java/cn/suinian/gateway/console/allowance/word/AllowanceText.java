package cn.suinian.gateway.console.allowance.word;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of months, claims and invitations say. */
public enum AllowanceText implements Phrase {
    TITLE("高龄津贴", "Old-age allowance"),
    SECTION_LINE("每月名单、复核、发放、追回和申领邀请。", "Each month's lists, approvals, payments, claims and invitations."),
    LEAD(
            "每月每区一个批次：10日前生成名单，15日前由区里确认，20日前发放。",
            "A run for each month and district: listed by the 10th, confirmed by the 15th, paid by the 20th."),
    MONTH("%s 高龄津贴", "Old-age allowance of %s"),
    OPEN_MONTH("打开本月", "Open this month"),
    CLAIMS("追回", "Claims"),
    ENROLMENT("申领邀请", "Invitations"),
    MONTHS_CAPTION("各月", "Months"),
    MONTH_HEAD("月份", "Month"),
    RUNS("批次", "Runs"),
    RUNS_ORDERED("%s 个，已提交发放 %s 个", "%s, of which %s ordered"),
    PEOPLE("应发人数", "People to be paid"),
    MONEY("应发金额", "To be paid"),
    CAME_THROUGH("已发放", "Paid"),
    CAME_BACK("退回与未提交", "Came back, or not sent"),
    CAME_OPEN("未回盘", "No result yet"),
    RECOVERY("追回金额", "Claimed back"),
    NO_MONTHS("还没有任何批次", "There is no run yet"),
    NO_MONTHS_LINE("打开本月，选择一个区，生成第一份名单。", "Open this month, choose a district, and make the first list."),
    DEADLINES("期限", "Deadlines"),
    BY_LIST("生成名单", "List made"),
    BY_CONFIRM("区里确认", "Confirmed by the district"),
    BY_PAY("提交发放", "Payments ordered"),
    LEFT("还有 %s 个工作日", "%s working days left"),
    LAST_DAY("最后期限：其间不再有工作日", "Last chance: no working day is left after today"),
    LATE("已过期 %s 个工作日", "%s working days late"),
    BY_DISTRICT("各区批次", "Runs by district"),
    DISTRICT("区", "District"),
    STATE("状态", "State"),
    NEXT_STEP("下一期限", "Next deadline"),
    LEFT_OUT("未发人数", "People left out"),
    OF_ANOTHER_SYSTEM("早于本系统首批，由原系统发放", "Before our first run: the system before paid it"),
    NO_RUN("未生成", "Not listed"),
    TOTAL("合计", "Total"),
    PREPARE("生成名单", "Make a list"),
    PREPARE_LINE(
            "按现在的登记资料列出这个区这个月应发、补发和追回的每个人。名单生成后不再变动；资料有变时可以重新生成。",
            "Lists everybody whom the district pays, pays arrears or claims from this month, as the"
                    + " register has them now."
                    + " A list does not change; when something else becomes known it can be made again."),
    DO_PREPARE("生成", "Make the list"),
    LISTED_SAID("名单已生成。请核对后确认。", "The list is made. Check it, then confirm it."),
    NOT_BEGUN("这个月还没有开始，%s 起可以生成名单。", "The month has not begun; a list can be made from %s on."),
    EARLIER_MONTH("上个月", "Month before"),
    LATER_MONTH("下个月", "Month after"),
    ALL_MONTHS("所有月份", "All months"),
    CHOOSE_DISTRICT("请选择区。", "Choose a district."),

    REFUNDS("退还家属", "Owed to families"),
    REFUNDS_LEAD(
            "已向家属追回、银行后来又退回了那笔发放的，多收的钱要退还家属。与银行和家属核实，退还后登记，由另一位主管复核入账。",
            "The family gave it back, and then the bank returned the payment: what was taken twice is owed to the"
                    + " family. Clear it with both, give it back, record it; another supervisor books it."),
    REFUNDS_OF("%s · 退还家属", "Owed to families by %s"),
    REFUNDS_OPEN("应退还", "Owed"),
    REFUNDS_SETTLED("已退还", "Given back"),
    REFUNDS_SETTLED_OF("%s · 已退还家属", "Given back to families by %s"),
    SETTLED_BY_DISTRICT("请选择一个区，看它已办结的", "Choose a district to see what is settled in it"),
    NO_REFUNDS_ANYWHERE("各区都没有应退还家属的款项", "Nothing is owed to a family in any district"),
    NO_REFUNDS_SETTLED("还没有退还过", "Nothing was given back yet"),
    NO_REFUNDS("没有应退还家属的款项", "Nothing is owed to a family"),
    NO_REFUNDS_LINE("已追回的款项又被银行退回时，会出现在这里。", "It appears when the bank returns what a family gave back."),
    COLLECTED_ON("追回入账", "Collected"),
    RETURNED_ON("银行退回", "Returned by the bank"),
    RETURN_BOOKED("退回入账", "Return booked"),
    REFUND_LINK("登记退还", "Given back"),
    REFUND_ASK("已经退还家属？", "Was it given back to the family?"),
    REFUND_LINE("写明哪天、怎样退还。另一位主管同意后才入账。", "Say when and how. It is booked once another supervisor agrees."),
    REFUND_SAID("已登记，待另一位主管复核。", "It is recorded and waits for another supervisor."),
    REFUND_KIND("津贴退还家属", "Allowance given back to a family"),
    REFUND_TITLE("复核：已经退还家属？", "Decide: was it given back to the family?"),
    REFUND_CONSEQUENCE(
            "请对照银行流水和家属的收条。同意后入账，这笔不再欠家属。",
            "Look at the account and the family's receipt. Once you agree it is booked and owed no longer."),
    REFUND_APPROVE("同意入账", "Book it"),
    REFUND_REJECT_TITLE("没有退还", "It was not given back"),
    REFUND_REJECT("不同意，仍应退还", "Reject, it is still owed"),
    REFUND_OVER(
            "这笔已不用退还（如已由发放批次补发）：只能不同意，或由申请人撤回。",
            "It is owed no longer, as when a run paid it meanwhile: reject it, or have it taken back by who asked."),
    REFUND_OVER_TITLE("不同意", "Reject"),
    REFUND_OVER_REJECT("不同意", "Reject"),
    REFUND_OVER_REJECTED("已不同意，这笔不用退还。", "It was rejected; nothing is owed here."),
    REFUND_APPROVED("已入账，退还办结。", "It is booked, nothing is owed here any more."),
    REFUND_REJECTED("已退回，仍应退还家属。", "It was rejected; it is owed as before."),
    CLAIMS_LEAD(
            "持卡人去世或迁出之后仍发放的津贴，从本人或家属追回；从不在以后的发放中扣除。",
            "Allowance that was paid after a death or a move, claimed back from the holder or the family;"
                    + " never taken off a later payment."),
    CLAIMS_CAPTION("未收回的追回", "Open claims"),
    CLAIMS_OF("%s · 追回", "Claims of %s"),
    CLAIMS_OPEN("未收回", "Open"),
    CLAIMS_SETTLED("已收回", "Settled"),
    ALL_DISTRICTS("全部区", "All districts"),
    SETTLED_OF("%s · 已收回的追回", "Settled claims of %s"),
    SETTLED_AT("入账时间", "Booked at"),
    SETTLED_BY("复核人", "Booked by"),
    NO_CLAIMS("没有未收回的追回", "No claim is open"),
    NO_CLAIMS_ANYWHERE("各区都没有未收回的追回", "No claim is open in any district"),
    NO_SETTLED("还没有收回的追回", "No claim is settled yet"),
    NO_CLAIMS_LINE(
            "有人去世后仍领取时，会在下一批次列出并出现在这里。",
            "Whatever is paid after a death is listed by the next run and" + " appears here."),
    SHOW("显示", "Show"),
    HOLDER("持卡人", "Holder"),
    FOR_MONTH("津贴月份", "For the month"),
    AMOUNT("金额（元）", "Yuan"),
    WHY("原因", "Why"),
    LISTED_BY("列入批次", "Listed by"),
    COLLECTED_LINK("登记到账", "Money received"),
    COLLECTED_ASK("追回款已到账？", "Has the money come back?"),
    COLLECTED_LINE(
            "登记后，由另一位主管对照银行流水复核；复核同意才记账，这笔追回才办结。",
            "Another supervisor looks at the bank's statement too; only then is it booked and the claim settled."),
    COLLECTED_DO("登记到账", "Record it"),
    COLLECTED_SAID("已登记，待另一位主管复核。", "It is recorded and waits for another supervisor."),
    COLLECTION_KIND("津贴追回到账", "Money of an allowance claim received"),
    COLLECTION_WAITS("待复核", "Waits for a second signature"),
    COLLECTION_WAITS_TITLE("到账已登记，待复核", "The money is recorded and waits for a second signature"),
    COLLECTION_WAITS_LINE(
            "不用再登记。另一位主管在“待复核”里对照银行流水后同意入账，或不同意。",
            "There is nothing more to record: another supervisor looks at the bank's statement and books it, or not."),
    CLAIM_RETURNED("银行已于 %s 退回，下一批次自动撤销", "returned by the bank on %s, withdrawn with the next run"),
    CLAIM_RETURNED_TITLE("银行已退回这笔发放", "The bank returned this payment"),
    CLAIM_RETURNED_LINE(
            "钱已回到区里的账户，下一批次自动撤销这笔追回。不要再向家属收取，也不用登记到账。",
            "The money is in the district's account again, and the next run withdraws the claim. Do not collect it"
                    + " from the family; there is nothing to record."),
    COLLECTION_TITLE("复核：追回款已到账？", "Decide: has the money come back?"),
    COLLECTION_LINE(
            "同意后，区里的账户记入这笔钱，这笔追回办结。不能撤销。",
            "The money is booked to the district's account and the claim is settled. This cannot be undone."),
    COLLECTION_OWN("到账是您自己登记的，须由另一位主管复核。", "You recorded it yourself: another supervisor must decide."),
    COLLECTION_ASKED("登记人", "Recorded by"),
    COLLECTION_REASON("登记说明", "What they say"),
    COLLECTION_APPROVE("同意入账", "Book it"),
    COLLECTION_REJECT_TITLE("没有到账", "It is not there"),
    COLLECTION_REJECT("不同意，追回仍未办结", "Reject, the claim stays open"),
    COLLECTION_APPROVED("已入账，追回办结。", "It is booked, and the claim is settled."),
    COLLECTION_REJECTED("已退回，追回仍未办结。", "It was rejected; the claim stays open."),

    ENROLMENT_LEAD(
            "年满70周岁前两个月发短信邀请。回复“同意”（前后有别的客气话也算）即申请；明确不同意或不回复不算申请，" + "以后可到社区办理，逾期不补发；看不明白的回复列为“待询问”，请联系本人。",
            "Holders are invited by a short message two months before they turn 70. The reply 同意, in whatever polite"
                    + " words, applies; a clear no, or none, does not: they may apply at a desk later, and nothing"
                    + " before that is paid. Who wrote something that is not clear is to be asked."),
    ENROLMENT_CAPTION("邀请", "Invitations"),
    NO_INVITATIONS("没有这样的邀请", "There is no such invitation"),
    NO_INVITATIONS_LINE("系统每天自动邀请；也可以现在邀请。", "The house invites every day by itself; it can be done now, too."),
    INVITE("现在邀请", "Invite now"),
    INVITE_LINE(
            "给两个月内年满70周岁、尚未邀请的人排队发短信；区级人员只邀请本区的人。下一页先写明有多少人。",
            "Queues a message to everybody who turns 70 within two months and was not invited; staff of a district"
                    + " invite its own people. The next page says first how many they are."),
    INVITE_ASK("邀请%s的 %s 人？", "Invite people of %s: %s?"),
    INVITE_ASK_LINE(
            "短信排队后不能撤回。没有电话的人也记为已邀请，请另行通知。",
            "A message that is queued cannot be taken back. Who has no telephone counts as invited too: tell them"
                    + " in another way."),
    INVITE_PEOPLE("将邀请", "Will be invited"),
    INVITE_TEXTS("其中发短信", "Of these by message"),
    THE_CITY("全市", "the city"),
    INVITED_SAID("已邀请 %s 人。", "%s people were invited."),
    NUMBER("编号", "Number"),
    TURNS_70("满70周岁", "Turns 70"),
    MESSAGE("短信", "Message"),
    REPLY("答复", "Reply"),
    WANTED("显示哪些", "Which"),
    WANTED_ALL("全部", "All"),
    WANTED_UNANSWERED("未答复", "No reply yet"),
    WANTED_UNCLEAR("待询问", "To be asked"),
    WANTED_APPLIED("已申请", "Applied"),
    WANTED_NOT_APPLIED("未同意", "Not applied"),
    FATE_WAITING("待发送", "Waiting"),
    FATE_SENT("已发送", "Sent"),
    FATE_NO_PHONE("没有电话", "No telephone"),
    FATE_FAILED("电话无法读取，没有发出", "Not sent: the number cannot be read"),
    REPLY_NONE("尚无", "None yet"),
    REPLY_AGREED("同意", "Agreed"),
    REPLY_OTHER("未同意", "Did not agree"),
    REPLY_UNCLEAR("看不明白，待询问", "Not clear, to be asked"),
    REPLY_UNCLEAR_ON("%s 的回复", "reply of %s"),
    APPLIED_ON("%s 申请", "applied on %s"),
    RECORD_REPLY("登记答复", "Record a reply"),
    RECORD_TITLE("登记邀请 %s 的答复", "Reply to invitation %s"),
    RECORD_LINE("请本人当面确认。以第一次明确的答复为准。", "Ask the holder in person. The first clear reply counts."),
    REPLIED_LINE(
            "该邀请已有明确答复或申请，不再登记答复；本人现在要申请的，请用“柜台申请”。",
            "There is a clear reply or an application already, so none is recorded here. Who wants to apply now applies"
                    + " at a desk."),
    THE_TEXT("短信内容", "Text of the message"),
    ANSWER("本人的答复", "What they say"),
    ANSWER_YES("同意申请", "They apply"),
    ANSWER_NO("暂不申请", "They do not apply"),
    ANSWER_WANTED("请选择本人的答复。", "Choose what they say."),
    ON("日期", "Day"),
    ON_HINT("最近31天内。", "Within the last 31 days."),
    DAY_WANTED("请填写日期，例如 2026-05-08。", "Give the day, as 2026-05-08."),
    RECORD("登记", "Record"),
    REPLY_SAID("答复已登记。", "The reply is recorded."),
    REPLIES("导入答复", "Take replies in"),
    REPLIES_LINE("短信平台的答复文件。", "The file of replies from the message platform."),
    REPLIES_HINT("每行：编号,日期,答复（UTF-8）。可重复导入。", "A line each: number,day,reply (UTF-8). The same file may come again."),
    REPLIES_FILE("答复文件", "File of replies"),
    FILE_WANTED("请选择一个文件。", "Choose a file."),
    FILE_TOO_LARGE("文件太大，最多 8 MiB。", "The file is too large: 8 MiB at most."),
    FILE_LINES("第 %s 行：%s", "Lines %s: %s"),
    REPLIES_SAID(
            "共 %s 行：申请 %s，不同意 %s，待询问 %s，已有答复 %s，无此邀请 %s。",
            "%s lines: %s applied, %s refused, %s to be asked, %s known already, %s of no invitation."),
    APPLY("柜台申请", "Apply at a desk");

    private final String zh;
    private final String en;

    AllowanceText(String zh, String en) {
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
