package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of signing in say. */
public enum SignInText implements Phrase {
    TITLE("登录管理台", "Sign in"),
    ACCOUNT("账号", "Account"),
    PASSWORD("密码", "Password"),
    NEXT_STEP("下一步", "Continue"),
    SIGNED_OUT("您已退出登录。", "You have signed out."),
    EXPIRED("登录已过期，请再次登录", "Your session is over; please sign in again"),
    EXPIRED_KEPT(
            "刚才填写的内容还在这一页里，没有丢失，也还没有提交。登录后即可继续。",
            "What you typed is still here: not lost, and not sent yet. Sign in and go on."),
    EXPIRED_LOST("刚才的内容没有提交，请登录后重新填写。", "Nothing was sent. Please sign in and fill in the form again."),
    CODE_TITLE("输入动态验证码", "Enter your code"),
    CODE("六位验证码", "Six-digit code"),
    CODE_HINT("打开手机上的验证器，输入当前显示的数字。", "Open the authenticator on your phone and type the number it shows."),
    START_OVER("换一个账号", "Use another account"),
    ENROL_TITLE("绑定验证器", "Set up your authenticator"),
    ENROL_LINE(
            "用手机上的验证器（TOTP）扫描二维码，然后输入它显示的六位数字。",
            "Scan this code with an authenticator (TOTP) on your phone, then type the six digits it shows."),
    QR("验证器二维码", "QR code for the authenticator"),
    SCAN_AGAIN("重新显示二维码（会换一个新的）", "Show a code to scan again (it will be a new one)"),
    SECRET("不能扫描时，手工输入此密钥", "If you cannot scan, type this key"),
    CONFIRM("确认绑定", "Confirm"),
    PASSWORD_TITLE("设置新密码", "Choose a new password"),
    PASSWORD_LINE(
            "现在的密码不是您自己设的。请换成只有您知道的密码。",
            "Your password was chosen by somebody else. Please choose one that only you know."),
    OLD_PASSWORD("现在的密码", "Current password"),
    NEW_PASSWORD("新密码", "New password"),
    NEW_PASSWORD_HINT("至少 12 个字符。一句自己记得住的话最好。", "At least 12 characters. A phrase of your own is best."),
    AGAIN("再输入一次新密码", "New password again"),
    NOT_THE_SAME("两次输入的新密码不一样，请重新输入。", "The two new passwords differ. Please type them again."),
    MISSING("请填写这一项。", "Please fill this in."),
    SAVE("保存", "Save"),
    PROVE_TITLE("请再输入一次密码", "Your password once more, please"),
    PROVE_LINE(
            "接下来会显示密码或密钥，下载付款文件，或改变别人的登录方式。为确认是您本人，请输入自己的登录密码。",
            "What comes next shows a password or a key, hands out a pay file, or changes how somebody signs in."
                    + " Please type your own password."),
    PROVE_WRONG("密码不对，请重新输入。", "The password is wrong. Please type it again."),
    PROVE_KEPT("刚才填写的内容没有丢失，确认后即可继续提交。", "What you typed is still here; you can send it on afterwards."),
    PROVE("确认", "Confirm"),
    RESUME_TITLE("已重新登录", "You are signed in again"),
    RESUME_LINE(
            "您登录过期前填写的内容都还在，尚未提交。请核对下面的内容，确认是您自己填写的，再点按钮继续提交。",
            "What you had typed is still here, and has not been sent. Read what follows; send it only if it is yours."),
    RESUME_ACT("办理事项", "What it does"),
    RESUME_NOTHING("没有填写内容", "Nothing is filled in"),
    RESUME_FILES("密码、验证码和文件不会保留，如有需要请重新填写。", "Passwords, codes and files are not kept; give them again."),
    RESUME_FILE(
            "原来选的文件没有保留，请在这里重新选择；不选就不带文件提交。",
            "The file that you had chosen is not kept. Please choose it again here; else nothing goes along."),
    RESUME("继续提交", "Send it now"),
    DROP("不提交，回到首页", "Do not send; go home"),
    NOT_KEPT(
            "页面上保留的内容已超过一天，或不是本系统保留的，已经清除，没有提交。请从首页重新打开。",
            "What the page had kept was older than a day, or was not kept by us. It was cleared and not sent. Please"
                    + " open the page again from the home page."),
    NOT_YOURS(
            "刚才的内容是另一位同事填写的，已经清除，没有提交。",
            "What was on the page had been typed by a colleague. It was cleared and not sent.");

    private final String zh;
    private final String en;

    SignInText(String zh, String en) {
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
