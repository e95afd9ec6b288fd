package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.page.Phrase;

/** What is said of the house's provider of identity. */
public enum ProviderText implements Phrase {
    BUTTON("用统一身份登录", "Sign in with your work account"),
    BUTTON_OF("用%s登录", "Sign in with %s"),
    OR("或", "or"),
    ADMINISTRATORS("密码登录仅供系统管理员在统一身份不可用时使用。", "Passwords are for administrators, for when the provider is down."),
    NEW_WINDOW("（在新窗口中打开，本页填写的内容会保留）", " (in a new window; what you typed stays here)"),
    GO_ON("已在新窗口登录，继续", "I have signed in there: go on"),
    NOT_YET("尚未登录。请先在新窗口中完成登录。", "You are not signed in yet. Please finish signing in in the other window."),
    ARRIVED("登录成功", "You are signed in"),
    GO("继续", "Go on"),
    DOWN("统一身份暂时无法使用", "The provider does not answer"),
    DOWN_LINE(
            "没有登录。请稍后再试，或用本系统的密码登录。",
            "You are not signed in. Try again in a moment, or sign in with your password of this system."),
    LOST("这次登录没有完成", "This sign-in was not finished"),
    LOST_LINE(
            "登录等待过久、已经用过，或不是从这个浏览器开始的。请重新开始。",
            "It took too long, was used before, or did not begin in this browser. Please start again."),
    DENIED("统一身份没有让您登录", "The provider did not let you in"),
    DENIED_LINE("没有登录。请重新开始，或联系系统管理员。", "You are not signed in. Start again, or ask your administrator."),
    UNTRUSTWORTHY("统一身份的答复无法采信", "The provider's answer cannot be trusted"),
    UNTRUSTWORTHY_LINE(
            "没有登录。请重新开始；如再次出现，请联系系统管理员。",
            "You are not signed in. Start again; if it happens again, tell your administrator."),
    REFUSED("不能登录", "You cannot sign in"),
    BACK("返回登录页", "Back to signing in");

    private final String zh;
    private final String en;

    ProviderText(String zh, String en) {
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
