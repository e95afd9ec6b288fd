package cn.suinian.gateway.console.day.calendar;

import cn.suinian.gateway.console.page.Phrase;

/** What the page of the calendar says. */
public enum CalendarText implements Phrase {
    TITLE("工作日历", "Calendar"),
    TITLE_LINE(
            "周末、节假日和调休上班日。营业日的款项在次工作日（T+1）应付。",
            "Weekends, public holidays and make-up workdays. The money of a business day is due on the next working"
                    + " day (T+1)."),
    MONTH("月份", "Month"),
    SHOW("显示", "Show"),
    DAY("日期", "Day"),
    KIND("类型", "What it is"),
    NAME("名称", "Name"),
    DUE("款项应付日", "Money due on"),
    TODAY("今天", "today"),
    WORKDAY("工作日", "Working day"),
    WEEKEND("周末", "Weekend"),
    HOLIDAY("节假日", "Public holiday"),
    MAKEUP_WORKDAY("调休上班日", "Make-up workday"),
    SUM("%s：工作日 %s 天，休息日 %s 天。", "%s: %s working days, %s days off.");

    private final String zh;
    private final String en;

    CalendarText(String zh, String en) {
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
