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
    LINK("绑定统一身份", "Link to your provider"),
    LINK_LINE(
            "绑定后可以用统一身份登录本系统，密码仍可使用。十分钟内第一次用统一身份登录时生效。",
            "You can then sign in with your provider; your password stays good. Your first sign-in there, within "
                    + "ten minutes, links the two."),
    LINK_ALLOWED("现在请用统一身份登录一次，即完成绑定。", "Now sign in with your provider once, and the two are linked."),
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
