package cn.suinian.settlement.limit;

import cn.suinian.core.refusal.Refusal;

/** Why another value of a limit is not asked for or not decided. */
public enum LimitRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系结算主管。", "You may not do this. Ask a settlement supervisor."),
    CITY_ONLY("参数是全市的，由市级人员办理。", "Limits are of the whole city. Staff of the city change them."),
    ABOUT_INVALID("请选择适用范围。", "Choose what it is about."),
    VALUE_INVALID("请按说明填写允许范围内的数值。", "Give a value of the form and within the bounds that the page names."),
    SAME_VALUE("与现行数值相同，无需变更。", "That is the value in force already. Nothing has to change."),
    FROM_INVALID("请填写生效日期：今天至一年之内，或留空表示立即生效。", "Give a day from today to a year from now, or none for at once."),
    REASON_INVALID("请写明理由，1 至 200 个字。", "Give a reason of 1 to 200 characters."),
    CHANGE_WAITING("该参数已有变更待复核，请先复核。", "A change of this limit waits already. Have it decided first."),
    NO_SUCH_CHANGE("没有找到该参数变更。", "There is no such change of a limit.");

    private final String zh;
    private final String en;

    LimitRefusal(String zh, String en) {
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
