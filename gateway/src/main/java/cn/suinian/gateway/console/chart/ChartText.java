package cn.suinian.gateway.console.chart;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of charts say. */
public enum ChartText implements Phrase {
    TITLE("图表", "Charts"),
    TITLE_LINE("刷卡、用餐和应付，按小时、日、区和食堂。", "Taps, meals and what is payable by hour, day, district and canteen."),
    MEASURE("看什么", "What"),
    TAPS("刷卡笔数", "Taps"),
    MEALS("用餐次数", "Meals"),
    PAYABLE("应付（元）", "Payable (yuan)"),
    BY("按", "By"),
    HOUR("小时", "Hour"),
    DAY("日", "Day"),
    DISTRICT("付款方（市、区）", "Payer: city, district"),
    CANTEEN("食堂", "Canteen"),
    PAYER("付款方", "Payer"),
    ANY_PAYER("全部付款方", "Any payer"),
    HEADING("%s，按%s，%s 至 %s", "%s by %s, %s to %s"),
    PICTURE("柱状图，数字见下表。", "A chart; its figures are in the table below."),
    TABLE("数字", "Figures"),
    EMPTY("这段时间没有已清分的营业日", "No business day was cleared in this time"),
    EMPTY_LINE("换一段日期；营业日清分之后才有数字。", "Choose other days. There are figures once a day is cleared."),
    RANGE_WRONG("请填写 1 至 %s 天的起止日期，止日不早于起日。", "Give 1 to %s days, the last not before the first."),
    NOT_COUNTED(
            "还有 %s 个营业日没有按小时统计，通常在清分后十分钟内完成。",
            "The hours of %s days are not counted yet; it is done within ten minutes."),
    PAYABLE_IS("应付＝补贴＋运营补贴＋送餐补贴。", "Payable is subsidy, operator's and delivery subsidy together."),
    NOT_TAKEN_OFF("冲正未从中扣除。", "What was taken back later is still in it."),
    MOST("图和表只列前 %s 家，CSV 有全部。", "Chart and table have the first %s; the CSV has all."),
    O_CLOCK("%s 时", "%s:00");

    private final String zh;
    private final String en;

    ChartText(String zh, String en) {
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
