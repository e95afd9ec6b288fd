package cn.suinian.gateway.console.page;

/** What the frame around every page says. */
public enum FrameText implements Phrase {
    PRODUCT("随年卡", "Suinian"),
    PRODUCT_LINE("深圳市智慧养老卡 · 运行台", "Shenzhen elder card · operations console"),
    PAGES("页面", "Pages"),
    TODAY("今日刷卡", "Today's taps"),
    FLAGS("风险提示", "Risk flags"),
    FIND_TAP("查找一笔刷卡", "Find a tap"),
    TAP_ID("交易编号", "Tap id"),
    FIND("查找", "Find"),
    SKIP("跳到正文", "Skip to the content"),
    REFRESH_FAILED(
            "自动刷新失败，下面仍是上一次的数据。页面会继续重试。",
            "The page could not refresh itself; the figures below are the last ones it got. It keeps trying."),
    NEEDS_SCRIPT(
            "浏览器未启用脚本，本页不会自动刷新，请手动刷新。",
            "Scripts are off in this browser, so this page does not refresh by itself. Please reload it."),
    BACK("回到今日刷卡", "Back to today's taps"),
    NOT_FOUND("没有这个页面", "There is no such page"),
    NOT_FOUND_LINE("地址可能写错了，或者页面已经移走。", "The address may be mistyped, or the page has moved."),
    WRONG_METHOD("这个页面不支持此操作", "This page cannot do that"),
    WRONG_METHOD_LINE("请从页面上的链接进入。", "Please use the links on the pages."),
    BAD_REQUEST("浏览器发来的请求无法理解", "The request could not be understood"),
    BAD_REQUEST_LINE("请关闭此页后重新打开。", "Please close this page and open it again."),
    OUR_FAULT("系统出了点问题", "Something went wrong on our side"),
    OUR_FAULT_LINE(
            "不是您的操作引起的。请过一会儿再试；若仍不行，请联系系统管理员。",
            "It was not your doing. Please try again in a moment; if it stays, tell the administrator."),
    WRONG_HOST("请用本机地址打开运行台", "Please open the console by its own address"),
    WRONG_HOST_LINE(
            "出于安全考虑，运行台只接受指定的主机名，例如 localhost。",
            "For safety the console answers only to its configured host names, such as localhost.");

    private final String zh;
    private final String en;

    FrameText(String zh, String en) {
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
