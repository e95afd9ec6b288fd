package cn.suinian.gateway.console.holder.search;

import cn.suinian.gateway.console.page.Phrase;

/** What the search says. */
public enum FindText implements Phrase {
    TITLE("持卡人", "Holders"),
    SECTION_LINE("查找持卡人，看卡、待遇和资料，办理岗位允许的事项。", "Find a holder, their cards and what they get; do what your role may."),
    BOX("查找持卡人", "Find a holder"),
    BOX_HINT("输入或扫描卡号、证件号码、姓名全名或电话", "Type or scan a card number, a document number, the whole name, or a phone"),
    FIND("查找", "Find"),
    NEW("登记新持卡人", "Register somebody new"),
    FOUND("找到 %s 人", "%s found"),
    MORE("还有更多，只显示前 %s 人。请改用证件号码或卡号查找。", "There are more than %s. Please search by a document or card number."),
    NOTHING("没有找到", "Nobody found"),
    NOTHING_LINE(
            "请逐字核对。姓名要写全名；也可能由别的区服务，或者还没有登记。",
            "Please compare each character. A name has to be whole; another district may serve them, or nobody has"
                    + " registered them yet."),
    ELSEWHERE_TITLE("由其他区服务", "Served by another district"),
    ELSEWHERE(
            "由%s服务。这里只能挂失；其他事项请到该区的窗口办理。",
            "%s serves them. Here the card can be reported lost; for anything else go there."),
    OWN_DISTRICT_ONLY(
            "您今天在其他区查找的次数已用完，这次只在本区查找。其他区的老人要挂失，请致电其服务区的窗口。",
            "You searched other districts as often as a day allows; this search was in your own only. To report a loss"
                    + " for somebody of another district, call a counter there."),
    NAME("姓名", "Name"),
    DOCUMENTS("证件", "Documents"),
    DISTRICT("服务区", "Served by"),
    CARD("卡", "Card"),
    ACTS("办理", "Do"),
    BORN("%s 年生", "born %s");

    private final String zh;
    private final String en;

    FindText(String zh, String en) {
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
