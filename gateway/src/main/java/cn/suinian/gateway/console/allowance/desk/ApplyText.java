package cn.suinian.gateway.console.allowance.desk;

import cn.suinian.gateway.console.page.Phrase;

/** What the page of an application at a desk says. */
public enum ApplyText implements Phrase {
    TITLE("登记柜台申请", "An application at a desk"),
    LINE(
            "从申请当月起发放，以前的月份不补发；未满七十周岁的，从年满七十周岁的当月起发放。登记后不能撤销，请先核对是谁。",
            "Paid from the month of the application on; nothing before it is paid, nor before the month of the"
                    + " age of 70. It cannot be undone: look whose it is first."),
    CARD("卡号", "Card number"),
    CARD_HINT("卡面上的 19 位卡号。", "The 19 digits on the card."),
    CARD_WRONG("请核对卡号：卡面上的 19 位数字。", "Check the card number: the 19 digits on the card."),
    WHO("卡号、证件号码、电话或姓名", "Card, document, telephone or name"),
    FIND("查找", "Find"),
    FOUND("申请人", "Who applies"),
    NOBODY("没有找到", "Nobody was found"),
    NOBODY_LINE(
            "请核对卡号。由其他区服务的老人，请到所在区办理；没有卡的，先在窗口办卡。",
            "Check the number. Holders of another district apply there; who has no card gets one at a counter first."),
    HOLDER("持卡人", "Holder"),
    WHOSE("请先查找，再选择申请人。", "Find the person first, then choose who applies."),
    BORN("%s 年生", "born in %s"),
    ON("日期", "Day"),
    ON_HINT("最近31天内。", "Within the last 31 days."),
    DAY_WANTED("请填写日期，例如 2026-05-08。", "Give the day, as 2026-05-08."),
    RECORD("登记", "Record"),
    SAID(
            "持卡人 %s 的申请（%s）已登记。申领邀请里不列柜台申请；从生成下一份名单起按它发放，点名单上的编号可以看到。",
            "The application of holder %s of %s is recorded. Invitations do not list it; lists that are made from now"
                    + " on go by it, and the number on a list leads to it.");

    private final String zh;
    private final String en;

    ApplyText(String zh, String en) {
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
