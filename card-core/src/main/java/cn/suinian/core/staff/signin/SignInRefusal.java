package cn.suinian.core.staff.signin;

import cn.suinian.core.refusal.Refusal;

/** Why a step of signing in is not taken. */
public enum SignInRefusal implements Refusal {
    TOO_OFTEN("尝试过于频繁,请稍后再试。", "Too many attempts. Wait a little, then try again."),
    BUSY("系统繁忙,请稍后再试。", "The system is busy. Try again in a moment."),
    WRONG_PASSWORD(
            "账号或密码不正确,或账号已停用。请核对后重试,或联系系统管理员。",
            "Account or password is wrong, or the account is disabled. Check both, or ask your administrator."),
    WRONG_CODE(
            "验证码不正确或已使用。请输入验证器上最新的 6 位数字。",
            "The code is wrong or was used. Enter the newest six digits of your authenticator."),
    NO_SESSION("登录已结束,请重新登录。", "You are no longer signed in. Sign in again."),
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
