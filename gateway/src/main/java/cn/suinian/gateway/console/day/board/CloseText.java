package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Phrase;

/** Why a close did not come to its end; each constant has the name of the reason. */
enum CloseText implements Phrase {
    NO_OPEN_DAY("没有营业日：数据库尚未建立。", "No business day is open: the database was not set up."),
    DAY_NOT_OVER("营业日尚未结束，次日起才能日终。", "The day is not over. It can be closed from tomorrow on."),
    DAY_NEVER_OPENED("没有该营业日。", "There is no such business day."),
    OUT_OF_ORDER("须先对更早的营业日日终。", "An earlier day has to be closed first."),
    BUSY("另一节点正在日终，请看进度，稍后再办。", "Another node is closing a day. Watch its progress, and try again later."),
    TAPS_UNDER_WAY(
            "已日切，但有数据库事务迟迟未结束，还不能清分。请管理员检查后，再办一次日终。",
            "The day is cut, but some transaction of the database does not end, so it cannot be cleared. Have the"
                    + " administrator look, then close it again."),
    OPEN_DAY_MOVED("营业日被手工改动过，请联系系统管理员。", "The open day was changed by hand. Tell the administrator."),
    INTERRUPTED("日终被中断，请再办一次；已完成的步骤不会重做。", "The close was interrupted. Do it again; no step is done twice.");

    private final String zh;
    private final String en;

    CloseText(String zh, String en) {
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
