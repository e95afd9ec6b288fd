package cn.suinian.core.staff.signin;

import cn.suinian.core.refusal.Refusal;

/** Why a step of signing in is not taken. */
public enum SignInRefusal implements Refusal {
    TOO_OFTEN("尝试过于频繁，请稍后再试。", "Too many attempts. Wait a little, then try again."),
    BUSY("系统繁忙，请稍后再试。", "The system is busy. Try again in a moment."),
    WRONG_PASSWORD(
            "账号或密码不正确，或账号已停用。请核对后重试，或联系系统管理员。",
            "Account or password is wrong, or the account is disabled. Check both, or ask your administrator."),
    WRONG_CODE(
            "验证码不正确或已使用。请输入验证器上最新的 6 位数字。",
            "The code is wrong or was used. Enter the newest six digits of your authenticator."),
    NO_SESSION("登录已结束，请重新登录。", "You are no longer signed in. Sign in again."),
    NOT_IN_REGISTER(
            "您已通过统一身份登录，但本系统没有您在用的账号。请联系系统管理员开通。",
            "You are signed in with your provider, but have no active account here. Ask your administrator for one."),
    NOT_LINKED(
            "您的账号尚未允许通过统一身份登录。请先用密码登录并在“我的账号”中绑定，或请系统管理员允许。",
            "Your account may not be used through the provider yet. Sign in with your password and link it under"
                    + " \"My account\", or ask your administrator."),
    OTHER_SUBJECT(
            "统一身份与本系统账号绑定的不是同一个人，未登录。请联系系统管理员核实。",
            "The provider means somebody else than this account is linked to. You are not signed in. Ask your"
                    + " administrator to look into it."),
    LINKED_ALREADY("账号已绑定统一身份，无需再次绑定。", "Your account is linked already. There is nothing to do."),
    OTHER_STEP("请按页面提示完成当前的登录步骤。", "Another step is wanted now. Follow the page.");

    private final String zh;
    private final String en;

    SignInRefusal(String zh, String en) {
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
