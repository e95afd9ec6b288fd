package cn.suinian.gateway.console.tap;

import cn.suinian.gateway.console.page.Phrase;

/** What the page of one tap says. */
public enum TapText implements Phrase {
    NO_TAP("找不到这笔刷卡", "No such tap"),
    NO_TAP_ID(
            "这不是交易编号。编号形如 20261123-440300010007-99-ede267b1，在收据、对账单和终端收到的答复（tapId）中。",
            "That is no tap id. One looks like 20261123-440300010007-99-ede267b1: date, terminal, sequence number,"
                    + " eight digits of the proof. It is on receipts, in statements and in a terminal's answer."),
    NO_SUCH_TAP(
            "没有存下这个编号的刷卡。请逐位核对编号；无法识别的卡和校验未通过的读卡不留记录，终端尚未补传的也还没有。",
            "No tap of this id is stored. Please check it digit by digit. Unknown cards and taps whose proof is wrong"
                    + " leave no record, and a terminal may not have sent it yet."),
    TITLE("一笔刷卡的说明", "How this tap was decided"),
    THE_TAP("这笔刷卡", "The tap"),
    THE_DECISION("判定过程", "The decision"),
    THE_PERSON("判定时所见的持卡人情况", "What the decision saw of the holder"),
    STAFF_ONLY("仅供工作人员查看，请勿在公共场合显示。", "For staff only. Do not show this in public."),
    OF_OTHERS(
            "持卡人由其他区服务，其个人情况不在此显示。需要了解的，请联系为其服务的区。",
            "Another district serves this holder, so what tells of the person is left out. Ask that district."),
    TOO_OLD(
            "这笔记录早于判定依据的留存，当时所见的情况没有保存。",
            "This tap is older than the record of what a decision saw, so that was not kept."),
    ITEM("项目", "Item"),
    VALUE("内容", "Value"),
    ID("交易编号", "Tap id"),
    SERVICE("服务", "Service"),
    TAPPED("刷卡时间", "Tapped at"),
    RECEIVED("收到时间", "Received at"),
    AMOUNT("金额（元）", "Amount (yuan)"),
    SUBSIDY("补贴（元）", "Subsidy (yuan)"),
    SELF_PAY("自付（元）", "Self-pay (yuan)"),
    SETTLED_IN("计入营业日", "Business day"),
    REVERSAL("撤销", "Reversal"),
    STANDS("未撤销", "None, the tap stands"),
    REVERSED_LINE("%s 撤销，原因：%s", "Undone at %s: %s"),
    OUTCOME("结果", "Outcome"),
    APPROVED("通过", "Approved"),
    DECLINED("未通过", "Declined"),
    REASON("原因", "Reason"),
    HINT("工作人员处理建议", "What staff should know"),
    RULE("适用规则", "Rule"),
    NO_RULE("没有规则决定这笔刷卡，或现已无法确定", "No rule decided this tap, or it cannot be told any more"),
    RULE_LINE("规则 %s（%s），%s，自 %s 起施行", "Rule %s (%s), %s, in force since %s"),
    WHERE_AND_WHO("在哪里刷、谁出资", "Where it was made, and who pays"),
    VENDOR("商户", "Vendor"),
    TERMINAL("终端号", "Terminal"),
    CARD_NUMBER("卡号", "Card"),
    PAYER("出资方", "Payer"),
    NOBODY("无人出资", "Nobody"),
    DIRECTION("方向", "Direction"),
    ENTRY("进站", "Metro entry"),
    EXIT("出站", "Metro exit"),
    BOARD("上车", "Boarding a bus"),
    LINE("线路", "Line"),
    STATION("车站", "Station"),
    VEHICLE("车辆", "Vehicle"),
    JOURNEY("行程", "Journey"),
    OPENED("已进站；判定时还没有出站记录", "Entered; no exit was known when this was decided"),
    COMPLETED("行程完整", "Complete"),
    ENTRY_MISSING("判定时还没有进站记录", "No entry was known when this was decided"),
    PARTNER("同一行程的另一笔", "Other tap of the journey"),
    DELIVERED("送餐", "Delivered"),
    DELIVERY_PAID("是，送餐补助 %s 元", "Yes, delivery subsidy %s yuan"),
    NO_DELIVERY("未付送餐补助", "No delivery subsidy was paid"),
    RISK("风险提示", "Risk flags"),
    FLAGS("提示", "Flags"),
    NO_FLAGS("没有风险提示。新到的刷卡约一分钟后才会比对。", "None. Taps are compared about a minute after they arrived."),
    FLAGS_UNREADABLE("暂时读不到风险提示，请稍后再试。", "The flags cannot be read just now. Please try again."),
    HOURS("规则时段", "Hours of the rule"),
    HOURS_LINE("%s 至 %s", "from %s to just before %s"),
    WHOLE_CITY("全市", "the whole city"),
    BASIS("依据（原文）", "Basis"),
    LUNCHES_OF_WEEK("本周午餐补贴次数", "Subsidised lunches of the week"),
    YUAN_OF_MONTH("本月服务券（元）", "Voucher of the month (yuan)"),
    USES("使用次数", "Uses"),
    USED_LINE("此前已用 %s，此后已用 %s，上限 %s", "%s used before, %s after, of %s"),
    CARD("判定所依卡状态", "Card status it was judged by"),
    ISSUED("已发卡未激活", "Issued, not activated"),
    ACTIVE("正常", "Active"),
    LOST("已挂失", "Reported lost"),
    REPLACED("已换新卡", "Replaced"),
    CANCELLED("已注销", "Cancelled"),
    JUDGED("判定方式", "Judged by"),
    ONLINE("联机：按收到时所知", "What was known when it arrived (online)"),
    AT_TAP_TIME("脱机补传：按刷卡当时情况", "How the card stood at the tap (stored and sent later)"),
    GOOD_FAITH("善意受理", "Good faith"),
    GOOD_FAITH_LINE(
            "卡已停用，但终端当时持有的黑名单尚未列出，故予认可。",
            "The card had been stopped, but the denylist the terminal held could not say so."),
    DENYLIST("终端持有的黑名单版本", "Denylist version of the terminal"),
    NOT_SAID("终端未报", "The terminal did not say"),
    NOT_KEPT("没有保存", "Not kept"),
    AGE("年龄段", "Age band"),
    HUKOU("户籍", "Hukou"),
    NO_HUKOU("非深圳户籍", "Not in Shenzhen"),
    CATEGORIES("人群类别", "Categories"),
    NONE("无", "None"),
    COMMA("、", ", "),
    ACCOUNT_VERSION("账户版本", "Account version"),
    SPECIAL_HARDSHIP("特困人员", "Special hardship"),
    LOW_INCOME("低保对象", "Low income"),
    LOW_INCOME_MARGIN("低保边缘家庭成员", "Margin of low income"),
    VETERAN_OR_MARTYR_KIN("三属五老人员", "Kin of martyrs, old revolutionaries"),
    BEREAVED_ONE_CHILD("计划生育特殊家庭", "Bereaved of an only child"),
    MODERATELY_DISABLED("中度以上失能", "Moderately disabled or worse"),
    TILL_ERROR("收银操作有误", "an error at the till"),
    NOT_SERVED("未提供服务", "not served"),
    GATE_SHUT("闸门未开", "the gate stayed shut"),
    HOLDER_ASKED("持卡人要求", "the holder asked");

    private final String zh;
    private final String en;

    TapText(String zh, String en) {
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
