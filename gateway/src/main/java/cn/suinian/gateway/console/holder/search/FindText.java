package cn.suinian.gateway.console.holder.search;

import cn.suinian.gateway.console.page.Phrase;

/** What the search says. */
public enum FindText implements Phrase {
    TITLE("持卡人", "Holders"),
    SECTION_LINE("查找持卡人，挂失、换卡、更正资料。", "Find a holder: report a card lost, replace it, correct what is known."),
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
