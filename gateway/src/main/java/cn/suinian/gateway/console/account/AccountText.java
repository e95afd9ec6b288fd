package cn.suinian.gateway.console.account;

import cn.suinian.gateway.console.page.Phrase;

/** What somebody's own page says. */
public enum AccountText implements Phrase {
    TITLE("我的账号", "My account"),
    NAME("姓名", "Name"),
    SIGN_IN_NAME("账号", "Account"),
    SESSIONS("登录中的设备", "Where you are signed in"),
    SINCE("登录时间", "Since"),
    LAST_SEEN("最近使用", "Last used"),
    ADDRESS("网络地址", "Address"),
    THIS_ONE("本机", "this one"),
    CHANGE_PASSWORD("修改密码", "Change password"),
    CHANGED("密码已修改，其他设备上的登录已全部退出。", "Your password is changed. You are signed out everywhere else."),
    EVERYWHERE("全部退出", "Sign out everywhere"),
    EVERYWHERE_LINE(
            "如果怀疑有人用了您的账号，请全部退出，再修改密码。",
            "If somebody else may have used your account, sign out everywhere and then change the password.");

    private final String zh;
    private final String en;

    AccountText(String zh, String en) {
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
