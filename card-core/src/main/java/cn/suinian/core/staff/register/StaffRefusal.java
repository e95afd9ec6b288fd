package cn.suinian.core.staff.register;

import cn.suinian.core.refusal.Refusal;

/** Why the register of staff is not changed. */
public enum StaffRefusal implements Refusal {
    NOT_ALLOWED("您没有管理人员账号的权限。", "You are not allowed to manage staff. Ask an administrator."),
    NO_SUCH_STAFF("没有这个账号,请刷新列表。", "There is no such account. Reload the list."),
    NOT_YOURSELF("不能修改自己的角色、状态或登录方式,请由另一位管理员操作。", "Not your own account. Ask another administrator."),
    CHANGED_MEANWHILE("该账号刚被他人修改,请重新打开后再操作。", "Somebody changed this account meanwhile. Open it again, then decide."),
    LAST_ADMINISTRATOR("这是最后一位在用的系统管理员,请先添加另一位。", "This is the last active administrator. Add another one first."),
    ACCOUNT_TAKEN("该账号名已被使用,请换一个。", "This account name is taken. Choose another."),
    BAD_ACCOUNT(
            "账号名为 3 至 32 个字母、数字、点、下划线或连字符。",
            "An account name has 3 to 32 letters, digits, dots, hyphens or underscores, the first a letter or digit."),
    BAD_NAME("姓名为 1 至 40 个字符，不含换行。", "A name has 1 to 40 characters on one line."),
    NO_ROLE("请至少选择一个角色。", "Choose at least one role."),
    ROLES_NOT_TOGETHER("系统管理员和审计员不能兼任其他角色。", "An administrator, or an auditor, has no other role."),
    ADMINISTRATOR_OF_A_PART("系统管理员只能管理全市。", "An administrator works for the whole city."),
    AUDITOR_OF_A_PART("审计记录不分区，审计员只能管理全市。", "The audit trail is not divided, so an auditor works for the whole city."),
    NO_SUCH_COUNTER("该区没有这个网点。", "There is no such counter in this district."),
    COUNTER_TAKEN("已有同名网点。", "There is a counter of this name."),
    BAD_COUNTER("网点名称为 1 至 80 个字符，不含换行。", "A counter's name has 1 to 80 characters on one line."),
    REASON_WANTED("请填写原因，1 至 200 字，不含换行。", "Say why, in 1 to 200 characters on one line."),
    NO_LINK("该账号没有绑定统一身份。", "This account is not linked to the provider."),
    ALREADY_SO("该账号已是此状态。", "It is so already.");

    private final String zh;
    private final String en;

    StaffRefusal(String zh, String en) {
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
