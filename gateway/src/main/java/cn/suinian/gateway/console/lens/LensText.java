package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of the look before payment say. */
public enum LensText implements Phrase {
    TITLE("付款前审查", "Before payment"),
    LINE("付款前看起来不对的商户，暂缓付款和解除。", "Vendors that look wrong before they are paid; holds and their release."),
    LEAD(
            "按未说明提示的分数排序，先看前面的。分数说明有多难用正当理由解释，不是结论。",
            "By the score of what nobody explained, the worst first. A score is no verdict."),
    HOLDS("暂缓付款", "Holds"),
    LIST("商户营业日", "Vendors' days"),
    TO_LIMITS("参数", "Limits"),
    NAVIGATION("付款前审查页面", "Pages before payment"),
    KIND_OF_VENDOR("商户类别", "Kind of vendor"),
    ANY_KIND_OF_VENDOR("全部类别", "Every kind"),
    KIND_OF_ITEM("提示类型", "Kind of flag"),
    ANY_KIND_OF_ITEM("全部提示", "Every flag"),
    WAITING_ONLY("只看待处理", "Waiting only"),
    HELD_ONLY("只看已暂缓", "Held only"),
    LEAST_SCORE("分数不低于", "Score at least"),
    SCORE("分数", "Score"),
    ITEMS("提示", "Flags"),
    WAITING("待处理", "Waiting"),
    HELD("已暂缓", "Held"),
    NOT_HELD("未暂缓", "Not held"),
    NONE("没有需要审查的商户", "No vendor to look at"),
    NONE_LINE(
            "营业日清分并完成风险扫描后会自动审查。换一个日期或放宽条件再看。",
            "Days are looked at once cleared and scanned. Try other days or a wider filter."),
    TOTALS("共 %1$s 个商户营业日，%2$s 条提示，%3$s 条待处理，%4$s 个已暂缓", "%1$s vendors' days, %2$s flags, %3$s waiting, %4$s held"),
    CASE("案卷 %s", "Case of %s"),
    CASE_DAYS("%1$s 至 %2$s", "%1$s to %2$s"),
    CONCERNED("涉及金额（元）", "Money concerned (yuan)"),
    CONCERNED_LINE(
            "这些提示所指的刷卡本应由付款方支付的款项，一笔刷卡只算一次，已说明的不算。",
            "What payers were to pay for the taps concerned; each counts once, what was explained does not."),
    NO_MONEY("没有涉及付款方的款项。", "No payer's money is concerned."),
    HOLDS_IN_FORCE("现行暂缓：", "Holds in force: "),
    NO_HOLD("没有暂缓", "Not held"),
    HOLD_NO("暂缓 %s", "Hold %s"),
    ITEM("提示", "Flag"),
    FOUND("发现时间", "Found"),
    ANSWER_STATE("处理", "Answer"),
    SOURCE_FLAG("提示", "Flag"),
    SOURCE_FINDING("发现", "Finding"),
    UNANSWERED("待处理", "Waits"),
    EXPLAINED("已说明", "Explained"),
    CONFIRMED("已证实", "Confirmed"),
    REOPENED("重新打开", "Opened again"),
    SELECT("选择", "Choose"),
    SELECT_ITEM("选择 %s", "Choose %s"),
    VERDICT("处理意见", "Answer"),
    V_EXPLAINED("已说明：有正当理由，分数不再计入", "Explained: an innocent reason, its score no longer counts"),
    V_CONFIRMED("已证实：情况属实", "Confirmed: it is what it looks like"),
    V_REOPENED("重新打开：以前的处理作废，等待再处理", "Open again: the answer before no longer holds"),
    VERDICT_WANTED("请选择处理意见。", "Choose an answer."),
    ANSWER_ACT("提交处理", "Answer"),
    ANSWERED("已处理 %s 条提示。", "%s flags are answered."),
    NO_ITEMS("这段营业日没有提示", "No flags on these days"),
    NO_ITEMS_LINE("没有发现需要核查的情况，可以换一段日期。", "Nothing to check; try other days."),
    WAITING_ITEMS("只看待处理的提示", "Waiting flags only"),
    ALL_ITEMS("看全部提示", "All flags"),
    HOLD_IT("暂缓付款", "Hold payment"),
    EVIDENCE("依据的刷卡", "Taps behind it"),
    NO_EVIDENCE("没有可以显示的刷卡。", "There are no taps to show."),
    MOST_EVIDENCE("只显示前 %s 笔。", "The first %s are shown."),
    TAP("刷卡", "Tap"),
    SERVICE("服务", "Service"),
    OUTCOME("结果", "Outcome"),
    APPROVED("通过", "approved"),
    DECLINED("拒绝", "declined"),
    TAKEN_BACK("已冲正", "taken back"),
    PRICE("价格（元）", "Price (yuan)"),
    PAID("付款方承担（元）", "Payer pays (yuan)"),
    FIGURES("对比数字", "Figures compared"),
    HERE("本店", "Here"),
    MEDIAN("同区食堂中位数", "Median of the district"),
    SPREAD("离散度", "Spread"),
    CANTEENS("参与比较的食堂", "Canteens compared"),
    MEALS("当日餐数", "Meals that day"),
    PEOPLE("用餐人数", "People who ate"),
    DISTRICT("区", "District"),
    OUTSIDE("营业时间外的刷卡", "Taps outside hours"),
    OF_TAPS("当日全部刷卡", "All taps that day"),
    HOURS("此类场所开门时间", "Such places are open"),
    EARLIEST_LATEST("最早和最晚", "Earliest and latest"),
    PERCENT("%s%%", "%s%%"),
    OUTSIDE_HOURS("营业时间外刷卡", "Outside hours"),
    OUTSIDE_HOURS_LINE("%1$s 笔刷卡在开门时间（%2$s–%3$s）之外。", "%1$s taps outside opening hours (%2$s to %3$s)."),
    SUBSIDISED_SHARE("补贴餐比例偏高", "Share of subsidised meals"),
    SHARE_LINE("补贴餐占 %1$s%%，同区食堂中位数 %2$s%%。", "%1$s%% of meals are subsidised; the district's median is %2$s%%."),
    SUBSIDY_PER_HEAD("人均补贴偏高", "Subsidy a head"),
    HEAD_LINE("人均补贴 %1$s 元，同区食堂中位数 %2$s 元。", "¥%1$s a head; the district's median is ¥%2$s."),
    RECOVERIES("追款", "Money taken back"),
    RECOVER("追款", "Take money back"),
    RECOVER_TITLE("追款：%s", "Take money back: %s"),
    RECOVER_LINE(
            "另一位主管同意后，从商户应付中收回，记在当前营业日。每笔刷卡的款项只能收回一次。",
            "Once another supervisor approves it comes off what is payable, in the open day. No tap pays twice."),
    RECOVER_FIELD("%1$s · %2$s（元）", "%1$s · %2$s (yuan)"),
    RECOVER_MOST("最多 %s；留空则不收。", "At most %s; empty: none."),
    NOTHING_LEFT("没有可以追回的款项", "Nothing to take back"),
    NOTHING_LEFT_LINE(
            "未清分、已冲正、已收回的刷卡不计；刷卡满 24 小时以后才能追款。",
            "Taps not cleared, reversed or taken back do not count; nor do those of the last 24 hours."),
    RECOVER_ASK("申请追款", "Ask to take it back"),
    RECOVERY_ASKED("已申请追款，等待另一位主管复核。", "Asked; another supervisor decides."),
    RECOVERY_NO("追款申请 %s", "Request %s to take money back"),
    RECOVERY_APPROVE("同意追款", "Approve"),
    RECOVERY_APPROVED("已同意追款 %s。", "Request %s is approved."),
    RECOVERY_REFUSE("不同意追款", "Refuse it"),
    RECOVERY_REFUSED("追款申请 %s 已退回。", "Request %s is refused."),
    RECOVERY_APPROVE_LINE(
            "立即记账：从商户应付中收回，计入当前营业日，不能撤回。",
            "It is in the journal at once, off what is payable to the vendor, in the open day, and not undone."),
    REFERENCE("日记账编号", "In the journal"),
    TIMELINE("处理经过", "What was said"),
    NO_TIMELINE("还没有人处理。", "Nobody answered yet."),
    TO_CASE("返回案卷", "Back to the case"),
    HOLDS_LEAD(
            "暂缓由一人设置、立即生效；解除须一人申请、另一人同意。",
            "One person holds, at once; releasing takes one who asks and another who agrees."),
    ASKED_ONLY("只看待复核解除", "Release asked for"),
    NO_HOLDS("没有暂缓付款", "No holds"),
    NO_HOLDS_LINE("现在没有商户被暂缓付款。", "No vendor's money is held now."),
    HOLD_A_VENDOR("暂缓一个商户", "Hold a vendor"),
    HOLD_A_VENDOR_LINE(
            "选择商户，下一页写范围和原因。有提示的商户也可以从它的案卷暂缓。",
            "Choose the vendor; days and reason come next. One with flags can be held from its case, too."),
    CHOOSE_VENDOR("请选择", "Choose"),
    VENDOR_WANTED("请选择要暂缓的商户。", "Choose the vendor to hold."),
    TO_THE_CASE("付款前审查案卷", "Its case before payment"),
    HOLD("暂缓", "Hold"),
    HELD_DAYS("暂缓的营业日", "Days held"),
    RECOVER_WAITING("同一些刷卡的款项已有申请待复核，下面的金额已经减去：", "Asked for already of the same taps, and taken off below:"),
    RECOVERY_WITHDRAW("撤回申请", "Withdraw the request"),
    SCORE_NOTE(
            "这里的分数是全部提示的合计；自动暂缓只算“参数”中计入的、未说明的提示。",
            "The score is of all flags; a hold by the house counts those that Limits names and nobody explained."),
    ALL_DAYS("整个商户", "All of the vendor"),
    NOT_PAID("解除之前不付", "Not paid until released"),
    NOT_PAID_FROM(
            "%s 起所有营业日的款项（含 %s 以后的）：付款按营业日先后；%s 以前的可以单独付",
            "All from %s on, also of days after %s, for money is paid in the order of days; of days before %s it can be"
                    + " paid alone"),
    PLACED_BY("设置人", "Placed by"),
    BY_THE_HOUSE("系统", "The house"),
    IN_FORCE("生效中", "In force"),
    RELEASE_ASKED("已申请解除", "Release asked for"),
    RELEASED("已解除", "Released"),
    GROUNDS("依据", "Grounds"),
    NO_GROUNDS("没有指明依据的提示，理由见上。", "No flags were named; the reason says it all."),
    GROUNDS_OPEN(
            "依据的提示还有 %s 条没有处理，处理完才能申请解除。",
            "%s of its grounds wait for an answer; a release can be asked for after that."),
    SIGNATURES("解除申请", "Requests to release"),
    PENDING("待复核", "Waits"),
    AGREED("同意", "Approved"),
    REFUSED("不同意", "Refused"),
    REQUEST_TAKEN_BACK("申请人已撤回", "Taken back by who asked"),
    NEW_TITLE("暂缓付款：%s", "Hold payment to %s"),
    NEW_LINE(
            "立即生效，解除之前不付。付款按营业日先后：只选某几天的，从第一天起（以后的营业日也在内）都不付，之前的营业日可以单独付。",
            "In force at once, until it is released. Money is paid in the order of days: a hold of some days stops all"
                    + " from its first day on, also of days after its last. What is owed of earlier days can be paid"
                    + " alone."),
    WHICH_DAYS("范围", "Which days"),
    WHOLE("整个商户，全部营业日", "All of the vendor"),
    SOME("下面的营业日", "These business days"),
    WHICH_WANTED("请选择范围。", "Choose which."),
    GROUNDS_CHOSEN("所依据的提示", "Flags that it rests on"),
    GROUNDS_HINT(
            "可以不选，但理由要写清楚。只列出待处理和已证实的前 50 条。",
            "None is fine when the reason says it all. The first 50 that wait or are confirmed."),
    PLACE("暂缓付款", "Hold"),
    PLACED("暂缓 %s 已生效。", "Hold %s is in force."),
    ASK_RELEASE("申请解除", "Ask to release"),
    ASK_QUESTION("申请解除暂缓 %s？", "Ask to release hold %s?"),
    ASK_LINE("由另一位主管同意之后才解除。", "It is released once another supervisor agrees."),
    ASKED("已申请，等待另一位主管。", "It waits for another supervisor."),
    RELEASE("同意解除", "Release"),
    RELEASE_QUESTION("同意解除暂缓 %s？", "Release hold %s?"),
    RELEASE_LINE(
            "解除后，款项可列入下一付款批次。按现在的情况判断：有新提示或依据被重新打开，就不予通过。",
            "Its money can be paid with the next batch. It is judged as things stand now."),
    RELEASED_SAID("暂缓 %s 已解除。", "Hold %s is released."),
    REFUSE_RELEASE("不同意解除", "Refuse"),
    REFUSE_QUESTION("不同意解除暂缓 %s？", "Refuse to release hold %s?"),
    REFUSE_LINE("暂缓继续有效，可以再次申请。", "It stays in force, and may be asked about again."),
    REFUSED_SAID("未同意，暂缓 %s 继续有效。", "Refused; hold %s stays in force."),
    OWN_REQUEST("解除是您申请的，须由另一位主管同意。", "You asked for the release: another supervisor must agree."),
    OWN_HOLD("暂缓是您设置的，解除须由另一位主管同意。", "You placed this hold: another supervisor must release it."),
    ASKS_CLERKS("申请解除由结算经办员或主管办理。", "Settlement clerks and supervisors ask for a release."),
    FLAGS_NOW("目前提示数", "Flags now");

    private final String zh;
    private final String en;

    LensText(String zh, String en) {
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
