package cn.suinian.gateway.console.today;

import cn.suinian.gateway.console.page.Phrase;

/** What today's page says. */
public enum TodayText implements Phrase {
    TITLE("今日刷卡", "Today's taps"),
    AS_OF("数据截至 %s", "Figures as of %s"),
    STALE(
            "数据库暂时读不到，显示的是 %s 的数据；页面会自动重试。",
            "The database cannot be read just now. These are the figures of %s; retrying."),
    UNREADABLE("暂时读不到数据", "The figures cannot be read just now"),
    UNREADABLE_LINE(
            "数据库没有应答。刷卡记录不会因此丢失；页面会自动重试，恢复后自动显示。",
            "The database does not answer. No tap is lost by this. This page keeps trying until it can."),
    PAUSE("暂停自动刷新", "Pause refreshing"),
    RESUME("恢复自动刷新", "Resume refreshing"),
    PAUSED("自动刷新已暂停", "Refreshing is paused"),
    TAPS("刷卡", "Taps"),
    APPROVED("通过", "Approved"),
    DECLINED("未通过", "Declined"),
    SUBSIDY("补贴", "Subsidy"),
    YUAN("元", "yuan"),
    SUBSIDY_YUAN("补贴（元）", "Subsidy (yuan)"),
    AMOUNT_YUAN("金额（元）", "Amount (yuan)"),
    TOTAL("合计", "Total"),
    EMPTY("今天还没有刷卡记录", "No taps yet today"),
    EMPTY_LINE("有人刷卡后，这里会自动出现。", "They appear here by themselves as soon as somebody taps."),
    TAKEN_BACK(
            "今天的刷卡已撤销 %s 笔，收回补贴 %s 元；补贴金额均已扣除。",
            "Taken back: %s of today's taps were undone, with %s yuan of subsidy. The sums here are without them."),
    UNDONE("已撤销", "Undone"),
    LATE("今天另收到 %s 笔此前日期的补传记录。", "Late arrivals: %s taps of earlier days were received today."),
    DAY_OPEN("营业日 %s 受理中", "Business day %s is open"),
    DAY_BEHIND("营业日 %s 尚未日切", "Business day %s is not yet cut"),
    DAY_NONE("尚未开启营业日", "No business day is open"),
    DAY_CLOSED(
            "上一个已结算日 %s：通过 %s 笔；已减去当日冲正，补贴 %s 元，商户运营补贴 %s 元",
            "Last closed day %s: %s approved taps; less what was taken back, subsidy %s yuan,"
                    + " operator subsidy %s yuan"),
    BY_SERVICE("按服务统计", "By service"),
    SERVICE("服务", "Service"),
    BY_PAYER("按出资方统计补贴", "Subsidy by payer"),
    PAYER("出资方", "Payer"),
    NO_SUBSIDY("今天还没有补贴。", "No subsidy yet today."),
    BY_REASON("未通过的原因", "Declines by reason"),
    REASON("原因", "Reason"),
    COUNT("笔数", "Taps"),
    HINT("工作人员处理建议", "What staff should know"),
    NO_DECLINES("今天没有未通过的刷卡。", "No declined taps today."),
    NOT_COUNTED(
            "无法识别的卡和校验未通过的读卡不留记录，不在此列。",
            "Unknown cards and taps whose proof is wrong are not recorded, so they are not counted here."),
    LATEST("最近 %s 笔刷卡", "The latest %s taps"),
    TIME("时间", "Time"),
    SERVICE_VENDOR("服务与商户", "Service and vendor"),
    CARD("卡号", "Card"),
    OUTCOME("结果与行程", "Outcome and journey"),
    SENT_LATER("补传 %s", "sent %s"),
    TRANSIT("乘车", "Transit"),
    MEAL("助餐", "Meal"),
    ALLOWANCE("高龄津贴", "Allowance"),
    VENUE("场馆", "Venue"),
    VOUCHER("养老服务券", "Voucher"),
    OTHER_SERVICE("其他服务 %s", "Service %s"),
    OTHER_REASON("其他原因 %s", "Reason %s"),
    OTHER_REASON_HINT("此原因由较新版本的系统给出，请升级本节点。", "Given by a newer release. Upgrade this node."),
    CITY("市级", "City"),
    BOARDED("公交乘车", "Bus ride"),
    ENTERED("已进站", "Entered"),
    COMPLETED("行程完整", "Journey complete"),
    ENTRY_MISSING("缺进站记录", "Entry missing");

    private final String zh;
    private final String en;

    TodayText(String zh, String en) {
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
