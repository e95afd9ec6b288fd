package cn.suinian.gateway.console.home;

import cn.suinian.gateway.console.page.Phrase;

/** What the home page says. */
public enum HomeText implements Phrase {
    TITLE("您好，%s", "Good day, %s"),
    TO_DECIDE("%s 件等您复核", "%s for you to decide"),
    NOT_CLOSED("%s 个营业日已过，尚未日终", "Business days over and not closed: %s"),
    NOT_SEALED("%s 个营业日尚未办结", "Business days not finished: %s"),
    BREAKS_OPEN("%s 项差错待处理", "Open breaks: %s"),
    BREAKS_OLD("%s 项差错已满 7 天", "Breaks open for 7 days or more: %s"),
    UNDER_WAY("%s 个文件正在处理", "Files under way: %s"),
    LINE("请选择要办的事。", "What would you like to do?"),
    NOTHING("您的账号还没有可以办理的事项", "There is nothing for your account to do yet"),
    NOTHING_LINE("请联系系统管理员，为您的账号分配角色。", "Please ask the administrator to give your account a role.");

    private final String zh;
    private final String en;

    HomeText(String zh, String en) {
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
