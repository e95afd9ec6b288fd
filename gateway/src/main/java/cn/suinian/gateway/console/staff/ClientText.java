package cn.suinian.gateway.console.staff;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of programs say. */
public enum ClientText implements Phrase {
    SECTION("接入程序", "Programs"),
    SECTION_LINE(
            "银行等单位自己的柜台软件，凭编号和密钥接入。", "Counter software of banks and others, which signs in with an id and a secret."),
    ID("编号", "Client id"),
    ID_HINT("3 至 32 个小写字母、数字或连字符，不能更改。", "3 to 32 lower-case letters, digits or hyphens, for good."),
    NAME("名称", "Name"),
    NAME_HINT("哪个单位的哪个程序。", "Whose it is and which one."),
    ROLES_HINT("程序能做的事与同角色的人员相同。", "It may do what staff of that role may."),
    ADD("新增接入程序", "Add a program"),
    CREATE("新增并生成密钥", "Add, and make a secret"),
    CREATE_LINE(
            "保存后显示一次密钥，请通过安全的途径交给对方。", "The secret is then shown once. Give it to them by a way that nobody can read."),
    EMPTY("还没有接入程序", "There are no programs yet"),
    EMPTY_LINE("银行要用自己的柜台软件办卡时，在这里新增。", "Add one when a bank wants to use counter software of its own."),
    SECRET("密钥", "Secret"),
    SECRET_ADVICE("请通过安全的途径交给对方；丢失时只能更换。", "Hand it over by a safe way; if it is lost, it has to be replaced."),
    BACK("回到接入程序", "Back to programs"),
    ROTATE("更换密钥", "Replace the secret"),
    ROTATE_QUESTION("更换 %s 的密钥？", "Replace the secret of %s?"),
    ROTATE_LINE(
            "新密钥立即可用，旧密钥再用 24 小时后失效，对方可在此期间切换。若旧密钥已泄露，请改为停用。",
            "The new one works at once, the old one for 24 more hours, so that they can change over. If the "
                    + "old one leaked, disable the program instead."),
    DISABLE("停用程序", "Disable the program"),
    DISABLE_QUESTION("停用 %s？", "Disable %s?"),
    DISABLE_LINE(
            "立即生效：已发出的访问令牌全部作废，之后的请求被拒绝。",
            "At once: its access tokens end, and whatever it asks from now on is refused."),
    ENABLE("恢复程序", "Enable the program"),
    ENABLE_QUESTION("恢复 %s？", "Enable %s?"),
    ENABLE_LINE("程序可以用停用前的密钥再次接入。", "It can sign in with the secret it had."),
    DISABLED_NOW("%s 已停用，访问令牌已作废。", "%s is disabled and its tokens are void."),
    ENABLED_NOW("%s 已恢复。", "%s is enabled.");

    private final String zh;
    private final String en;

    ClientText(String zh, String en) {
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
