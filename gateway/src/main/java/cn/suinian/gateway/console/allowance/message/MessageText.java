package cn.suinian.gateway.console.allowance.message;

import cn.suinian.gateway.console.page.Phrase;

/** What is said of messages that were given up. */
public enum MessageText implements Phrase {
    TITLE("没有发出的短信", "Messages that were not sent"),
    LINE(
            "%s 人的短信没有发出：登记的电话无法读取，试过多次。请到柜台更正电话，再重新发送；不能更正的，用别的办法告知。",
            "The messages of %s were not sent: the telephone number on record cannot be read, and several tries"
                    + " failed. Have it corrected at a counter, then send again; who cannot be reached so has to be"
                    + " told otherwise."),
    HOLDERS("持卡人编号", "Holders"),
    AGAIN("重新发送", "Send again"),
    ASK("重新发送 %s 人的短信？", "Send the messages of %s again?"),
    ASK_LINE(
            "电话已更正的会发出；仍无法读取的，试过多次后又列在这里。",
            "Those whose number was corrected are sent; what still cannot be read is listed here again after"
                    + " several tries."),
    AGAIN_SAID("已重新排队 %s 条短信。", "%s messages wait to be sent again.");

    private final String zh;
    private final String en;

    MessageText(String zh, String en) {
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
