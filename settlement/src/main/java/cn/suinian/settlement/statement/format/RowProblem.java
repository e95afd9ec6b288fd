package cn.suinian.settlement.statement.format;

import cn.suinian.core.refusal.Refusal;

/** Why a line of a statement is no row; the names are stored. */
public enum RowProblem implements Refusal {
    LINE_TOO_LONG("此行超过 4,000 字，请检查文件格式。", "The line has more than 4,000 characters. Check the format of the file."),
    LINE_UNREADABLE("此行无法分列，请检查引号和分隔符。", "The line cannot be divided into fields. Check quotes and separators."),
    FIELD_MISSING("缺少此列的内容，请补上。", "The field is empty. Fill it in."),
    FIELD_TOO_LONG("内容超过 60 字，请检查列的顺序。", "The field has more than 60 characters. Check the order of the columns."),
    TIME_UNREADABLE("日期或时间的写法与约定不符。", "The day or time is not written as agreed."),
    DATE_AFTER_DAY(
            "刷卡日期晚于对账单的营业日，请放到当日的对账单中。", "The tap is later than the statement's day. Put it into its own day's."),
    DATE_TOO_OLD("刷卡日期早于营业日一年以上，请核对。", "The tap is more than a year older than the statement's day. Check it."),
    TERMINAL_UNREADABLE("终端号应为 1 至 12 位数字。", "A terminal has 1 to 12 digits."),
    SEQ_UNREADABLE("流水号应为数字。", "The number of the tap must be digits."),
    CARD_UNREADABLE("卡号应为 8 位序号或 19 位完整卡号。", "A card is its serial of up to 8 digits, or all 19 digits."),
    SERVICE_UNKNOWN("没有此业务，应为 TRANSIT、MEAL 等或其代码。", "There is no such service: TRANSIT, MEAL and so on, or its code."),
    AMOUNT_UNREADABLE("金额的写法与约定不符。", "The amount is not written as agreed."),
    AMOUNT_NEGATIVE("金额不能为负，冲正请另行申报。", "An amount is not below zero. Reversals are reported by the terminal."),
    AMOUNT_TOO_LARGE("单笔金额过大，请核对单位是元还是分。", "The amount is too large for one tap. Check the unit, yuan or fen."),
    SUBSIDY_ABOVE_AMOUNT("补贴大于金额，请核对。", "The subsidy is above the amount. Check both."),
    PAYER_UNKNOWN("没有此付款方，应为 CITY 或区名。", "There is no such payer: CITY or the name of a district."),
    AFTER_TRAILER("在合计行之后，没有导入。", "It stands after the trailer and was not taken in.");

    private final String zh;
    private final String en;

    RowProblem(String zh, String en) {
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
