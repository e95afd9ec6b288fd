package cn.suinian.gateway.console.flags;

import cn.suinian.gateway.console.page.Phrase;

/** What the page of risk flags says. */
public enum FlagsText implements Phrase {
    TITLE("风险提示", "Risk flags"),
    INTRO(
            "系统在刷卡之后自动比对得出，仅供核查，不影响持卡人用卡。分值越高，越难用正常情况解释。",
            "Found by comparing taps after they were made. They are questions to check and stop nobody's card."
                    + " The higher the score, the harder it is to explain innocently."),
    NEXT_ANSWER(
            "要处理一条提示，请打开它的“核查”：写明“已说明”或“属实”；属实的，可在那里暂缓该商户的付款。刷卡当时的决定不再改变。",
            "To deal with one, open its case: say that it is explained or confirmed, and hold the vendor's"
                    + " payment there when it is. What was decided at the tap stays as it was."),
    NEXT_LOOK(
            "要看一条提示怎样处理，请打开它的“核查”。由结算人员写明结论。",
            "Open its case to see what became of one; settlement staff answer it there."),
    NEXT_ASK("提示由结算人员核查并写明结论。", "Settlement staff check and answer them."),
    TO_ANSWER("核查", "Check and answer"),
    TO_LOOK("查看核查情况", "See its case"),
    KIND("类型", "Kind"),
    ALL_KINDS("全部类型", "All kinds"),
    DAY("营业日", "Business day"),
    SHOW("查看", "Show"),
    EMPTY("没有风险提示", "No risk flags"),
    EMPTY_LINE("还没有发现可疑刷卡。", "No tap has looked wrong so far."),
    EMPTY_FILTERED("没有符合条件的风险提示，请放宽条件。", "Nothing matches. Try another kind or day."),
    CLEAR("清除条件", "Clear the filter"),
    UNREADABLE("暂时读不到数据", "The flags cannot be read just now"),
    UNREADABLE_LINE("数据库没有应答，请稍后再试。", "The database does not answer. Please try again in a moment."),
    WRONG("查询条件有误", "This cannot be asked for"),
    WRONG_KIND("参数 kind（类型）不在列表之中，请在上面选一个类型。", "The parameter kind is none of the kinds. Please choose one above."),
    WRONG_DAY("参数 day（营业日）不是日期，请写成 2026-11-23 这样。", "The parameter day is no date. Please write it as in 2026-11-23."),
    WRONG_BEFORE(
            "参数 before 不是提示编号，请从本页的链接翻页。",
            "The parameter before is no number of a flag. Please turn pages by the links on the page."),
    SCORE("分值", "Score"),
    WHAT("提示与依据", "What and why"),
    VENDOR("商户", "Vendor"),
    TAPS("刷卡记录", "Taps"),
    COMPARED_WITH("对比", "compared with"),
    HOLDER("持卡人编号 %s", "holder number %s"),
    FOUND("发现时间 %s", "found %s"),
    OLDER("更早的", "Older"),
    NEWEST("回到最新", "Newest"),
    IMPOSSIBLE_TRAVEL("行程不可能", "Impossible travel"),
    IMPOSSIBLE_TRAVEL_LINE(
            "两次刷卡相距 %s 米，间隔 %s 秒；再加 %s 秒时钟误差计算，时速仍达 %s 公里，超过上限 %s 公里。",
            "Two taps %s m apart within %s s. With %s s added for clocks that differ, that is still %s km/h,"
                    + " where %s is the most."),
    IMPOSSIBLE_TRAVEL_EARLIER_LINE(
            "两次刷卡相距 %s 米，间隔 %s 秒；计入时钟误差后，时速仍达 %s 公里，超过上限 %s 公里。",
            "Two taps %s m apart within %s s. With time added for clocks that differ, that is still %s km/h,"
                    + " where %s is the most."),
    OVERLAPPING_JOURNEYS("行程重叠", "Overlapping journeys"),
    STILL_OPEN_LINE(
            "前一次进站后未见出站，%s 秒后又在别处进站。也可能是出站漏记。",
            "Entered the metro elsewhere %s s after an entry without an exit. An exit may have gone unrecorded."),
    BOTH_ENDED_LINE("两段地铁行程同时存在，并先后出站，间隔 %s 秒。", "Two metro journeys at once; both ended, %s s apart."),
    BUS_IN_BETWEEN_LINE(
            "地铁行程途中又刷了公交，%s 秒后才出站。", "Boarded a bus in the middle of a metro journey, which ended %s s later."),
    TERMINAL_BURST("终端集中刷卡", "Burst at one terminal"),
    MEALS_LINE("%s 秒内有 %s 张不同的卡在同一终端享受餐补。", "Within %s s, %s different cards had subsidised meals at one terminal."),
    SERIALS_LINE("%s 秒内有 %s 张卡按发卡顺序依次刷卡。", "Within %s s, %s cards were tapped in the order of issue."),
    MEAL_AND_DISTANT_TRANSIT("用餐与远处乘车", "Meal and distant ride"),
    MEAL_AND_DISTANT_TRANSIT_LINE("用餐与乘车相隔 %s 秒，相距 %s 米。", "A meal and a ride %s s and %s m apart."),
    TAP_AFTER_DEATH("去世后刷卡", "Tap after death"),
    TAP_AFTER_DEATH_LINE("登记的去世日期 %s 天之后仍有刷卡。%s", "Tapped %s days after the recorded death. %s"),
    DEATH_KNOWN_LINE("登记去世后仍有刷卡。%s", "Tapped after the recorded death. %s"),
    TAP_AFTER_STOP("停用卡刷卡", "Tap of a stopped card"),
    LOST_LINE("已挂失的卡刷卡，未通过。", "A card reported lost was tapped; declined."),
    REPLACED_LINE("已换新的旧卡刷卡，未通过。", "A replaced card was tapped; declined."),
    CANCELLED_LINE("已注销的卡刷卡，未通过。", "A cancelled card was tapped; declined."),
    GOOD_FAITH_TAP("善意受理", "Accepted in good faith"),
    GOOD_FAITH_TAP_LINE(
            "终端当时的黑名单还没有这张停用卡，已照章受理，补贴 %s 元。",
            "The terminal's list could not yet say that the card was stopped; approved, subsidy %s yuan."),
    SEQUENCE_REUSED("流水号重复", "Number used twice"),
    SEQUENCE_REUSED_LINE(
            "同一终端同一天的同一流水号用于两位持卡人，间隔 %s 秒。",
            "One terminal gave one number to taps of two holders on one day, %s s apart."),
    COUNTER_REPLAYED("旧交易反复出现", "Used proof again and again"),
    COUNTER_REPLAYED_LINE("%s 秒内 %s 次用已经用过的卡片计数刷卡。", "Within %s s, a used card counter came %s times."),
    APPROVED("当时已通过，补贴 %s 元。", "It was approved, subsidy %s yuan."),
    DECLINED("当时未通过。", "It was declined."),
    OTHER_LINE("此类提示由较新版本的系统给出，请升级本节点。", "Given by a newer release. Upgrade this node.");

    private final String zh;
    private final String en;

    FlagsText(String zh, String en) {
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
