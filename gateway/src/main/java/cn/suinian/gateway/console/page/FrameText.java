package cn.suinian.gateway.console.page;

/** What the frame around every page says. */
public enum FrameText implements Phrase {
    PRODUCT("随年卡", "Suinian"),
    PRODUCT_OPEN("深圳市智慧养老卡", "Shenzhen elder card"),
    PRODUCT_LINE("深圳市智慧养老卡 · 管理台", "Shenzhen elder card · staff console"),
    HOME("首页", "Home"),
    ACCOUNT("我的账号", "My account"),
    SIGN_IN("登录", "Sign in"),
    SIGN_OUT("退出登录", "Sign out"),
    PAGES("页面", "Pages"),
    LANGUAGE_ASKS("换语言会丢掉本页已填写的内容，要换吗？", "Another language loses what was typed here. Go on?"),
    TODAY("今日刷卡", "Today's taps"),
    TODAY_LINE("今天的刷卡、拒绝原因和补贴金额，实时更新。", "Taps, refusals and subsidies of today as they come in."),
    FLAGS("风险提示", "Risk flags"),
    FLAGS_LINE("看起来不对的刷卡，附核对依据。", "Taps that look wrong, with the evidence to check."),
    FIND_TAP("查找一笔刷卡", "Find a tap"),
    FIND_TAP_LINE("凭小票上的交易编号，看一笔刷卡是怎样判定的。", "How one tap was decided, by the id on its receipt."),
    TAP_ID("交易编号", "Tap id"),
    FIND("查找", "Find"),
    SKIP("跳到正文", "Skip to the content"),
    REFRESH_FAILED(
            "自动刷新失败，下面仍是上一次的数据。页面会继续重试。",
            "The page could not refresh itself; the figures below are the last ones it got. It keeps trying."),
    NEEDS_SCRIPT(
            "浏览器未启用脚本，本页不会自动刷新，请手动刷新。",
            "Scripts are off in this browser, so this page does not refresh by itself. Please reload it."),
    BACK("回到首页", "Back to the home page"),
    NOT_FOUND("没有这个页面", "There is no such page"),
    NOT_FOUND_LINE("地址可能写错了，或者页面已经移走。", "The address may be mistyped, or the page has moved."),
    WRONG_METHOD("这个页面不支持此操作", "This page cannot do that"),
    WRONG_METHOD_LINE("请从页面上的链接进入。", "Please use the links on the pages."),
    BAD_REQUEST("浏览器发来的请求无法理解", "The request could not be understood"),
    BAD_REQUEST_LINE("请关闭此页后重新打开。", "Please close this page and open it again."),
    SIGNED_OUT("登录已过期", "You have been signed out"),
    SIGNED_OUT_LINE("这次操作没有执行。请重新登录后再试。", "Nothing was done. Please sign in again and try once more."),
    FORBIDDEN("这项工作不在您的权限内", "This is not part of your work here"),
    FORBIDDEN_LINE(
            "您的账号没有打开这一页的权限，什么也没有改变。如果工作需要，请联系主管或系统管理员。",
            "Your account may not open this page; nothing was changed. If you need it, ask your supervisor."),
    FOREIGN_FORM("这一页已经过期，什么也没有执行", "This page is out of date; nothing was done"),
    FOREIGN_FORM_LINE("请从首页重新打开这一页，再填一次。", "Please open the page again from the home page, and fill it in once more."),
    CHANGED_MEANWHILE("刚才有人改动了这条记录", "Somebody changed this in the meantime"),
    CHANGED_MEANWHILE_LINE(
            "为了不覆盖别人的改动，您的操作没有执行。请重新打开，看过最新内容后再做。",
            "Nothing was done, so that their change is not lost. Please open it again, look at it, and decide anew."),
    CHANGED_KEPT(
            "刚才有人改动了这条记录，您的操作没有执行，原因已保留。请看过这里的最新内容再决定。",
            "Somebody changed this in the meantime, and nothing was done. Your reason is kept: look at what stands here"
                    + " now, and decide anew."),
    ENOUGH_ELSEWHERE("您今天查看其他区持卡人的次数已用完", "You have looked at other districts often enough today"),
    ENOUGH_ELSEWHERE_LINE(
            "请致电该持卡人服务区的窗口，由该区办理。本次没有改变任何内容。",
            "Please call a counter of the district that serves this holder. Nothing was changed just now."),
    ALREADY_SENT("这张表单已经提交过了", "This form was already sent"),
    ALREADY_SENT_LINE(
            "第一次提交已经生效，没有重复执行。若要再办一件，请重新打开表单。",
            "It was done the first time, and not again. To do another one, please open the form anew."),
    TOO_LARGE("提交的内容太大", "That is too large"),
    TOO_LARGE_LINE("请换一个小一些的文件，或者分几次提交。", "Please choose a smaller file, or send it in parts."),
    TOO_LARGE_FILE(
            "这张表单的文件最大 %s，什么也没有办理。请换一个小一些的文件，再填一次。",
            "This form takes a file of up to %s; nothing was done. Please choose a smaller one and fill it in again."),
    AGAIN("重新打开", "Open it again"),
    UP("到上一级页面", "Go to the page above"),
    TOO_SLOW("提交的内容没有及时传完", "That did not arrive in time"),
    TOO_SLOW_LINE("网络太慢，这次操作没有执行。请检查网络后再试。", "The line is too slow; nothing was done. Please check it and try again."),
    WRONG_FORM("这一页不接受这种内容", "This page does not take that kind of content"),
    WRONG_FORM_LINE("请使用页面上的表单。", "Please use the form on the page."),
    BUSY("现在使用的人太多", "Too many people are working here right now"),
    BUSY_LINE("这次操作没有执行，请过几秒再试。", "Nothing was done. Please try again in a few seconds."),
    PASSWORDS_BUSY(
            "现在登录的人太多，密码还没有核对，什么都没有改动。请过几秒再提交一次。",
            "Many people are signing in right now. Your password was not looked at, and nothing was changed. Please try"
                    + " again in a few seconds."),
    PASSWORDS_OF_NETWORK(
            "您所在的网络正在登录的人太多，密码还没有核对，什么都没有改动。请过几秒再提交一次。",
            "Too many people of your network are signing in right now. Your password was not looked at, and nothing was"
                    + " changed. Please try again in a few seconds."),
    REFERENCE("编号：%s", "Reference: %s"),
    CHOOSE("请选择", "Please choose"),
    OPTIONAL("（选填）", "(optional)"),
    PROBLEMS("请先改正下面的内容", "Please correct the following"),
    NOT_DONE("没有办理", "This was not done"),
    REFUSED("不能办理", "This cannot be done"),
    STEP("第 %s 步，共 %s 步", "Step %s of %s"),
    STEP_DONE("已完成", "done"),
    PRINT("打印", "Print"),
    CANCEL("不做了，返回", "Do nothing and go back"),
    NEWER("上一页", "Previous"),
    OLDER("下一页", "Next"),
    FIRST_PAGE("第一页", "First page"),
    PAGER("翻页", "Pages of the list"),
    REASON("原因", "Reason"),
    FILE_AGAIN("刚才选的文件没有保留，请重新选择。", "The file that you chose is not kept. Choose it again."),
    REASON_HINT(
            "写入审计记录，长期保存，1 至 200 字。请不要写个人信息。",
            "Kept in the audit trail for good; 1 to 200 characters. No personal data, please."),
    ASKED_AND_WAITS("%s 于 %s 申请，等待另一位主管复核", "Asked for by %s at %s; another supervisor decides"),
    OF_CITY(
            "对账、付款前审查、营业日和参数涉及全市，由市级人员办理。您可以查看。",
            "Reconciliation, the look before payment, business days and limits are of the whole city: its staff act on"
                    + " them. You may look."),
    OWN_PAYER("金额只含您所在的区负担的部分。", "Money is only what your own district pays."),
    ONCE("只显示这一次", "Shown this once"),
    ONCE_LINE("请现在打印或抄下，离开本页后不能再看。", "Print it or write it down now; it cannot be seen again."),
    DONE("已办好", "Done"),
    NOTE("提示", "Please note"),
    WARNING("注意", "Careful"),
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
