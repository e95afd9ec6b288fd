package cn.suinian.gateway.console.staff;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of staff and counters say. */
public enum StaffText implements Phrase {
    SECTION("人员", "Staff"),
    SECTION_LINE("谁在这里工作、能做什么；新增、停用、重置登录。", "Who works here and as what; add, disable, reset sign-in."),
    COUNTERS("网点", "Counters"),
    COUNTERS_LINE("办卡的银行网点和社区窗口。", "Bank branches and community desks that issue cards."),
    FILTER("账号或姓名", "Account or name"),
    SEARCH("查找", "Search"),
    CLEAR("清除条件", "Clear the filter"),
    ROLE("角色", "Role"),
    ANY_ROLE("所有角色", "All roles"),
    STATUS("状态", "Status"),
    ANY_STATUS("所有状态", "Any status"),
    ACTIVE("在用", "Active"),
    DISABLED("已停用", "Disabled"),
    NEW_HERE("尚未首次登录", "Not signed in yet"),
    ACCOUNT("账号", "Account"),
    ACCOUNT_HINT(
            "3 至 32 个字母、数字、点、下划线或连字符，登录时使用，不能更改。",
            "3 to 32 letters, digits, dots, hyphens or underscores; to sign in with, and for good."),
    NAME("姓名", "Name"),
    NAME_HINT("同事在页面上看到的称呼。", "What colleagues see on their pages."),
    ROLES("角色", "Roles"),
    ROLES_HINT("系统管理员和审计员不能兼任其他角色。", "An administrator, or an auditor, has no other role."),
    SCOPE("管辖范围", "Works for"),
    SCOPE_HINT("决定能看到哪些持卡人。系统管理员只能选全市。", "Whose holders are seen. An administrator works for the whole city."),
    WHOLE_CITY("全市", "The whole city"),
    ALL_OF_DISTRICT("%s（全区）", "%s (the district)"),
    SCOPE_MISSING("请从列表中选择管辖范围。", "Choose whom they work for from the list."),
    LAST_SIGN_IN("最近登录", "Last signed in"),
    NEVER("从未", "Never"),
    AUTHENTICATOR("验证器", "Authenticator"),
    ENROLLED("已绑定", "Enrolled"),
    NOT_ENROLLED("未绑定，下次登录时绑定", "None yet; enrols at the next sign-in"),
    MAY_DO("能做的事", "May do"),
    ADD("新增人员", "Add somebody"),
    EMPTY("没有符合条件的人员", "Nobody matches"),
    EMPTY_LINE("换一个条件，或清除条件看全部人员。", "Try another filter, or clear it to see everybody."),
    CUT_SHORT("只显示前 %s 位，请输入更完整的姓名。", "Only the first %s are shown. Type more of the name."),
    YOURSELF(
            "这是您自己的账号。自己的角色、状态和登录方式须由另一位管理员修改。",
            "This is your own account. Another administrator has to change its roles, status or sign-in."),
    CHANGE_ROLES("修改角色和范围", "Change roles and scope"),
    CHANGE_ROLES_LINE(
            "保存后，此人的登录会立即全部退出，再登录时按新角色工作。",
            "They are signed out everywhere at once, and work with the new roles when they sign in again."),
    DISABLE("停用账号", "Disable the account"),
    DISABLE_QUESTION("停用账号 %s？", "Disable the account %s?"),
    DISABLE_LINE(
            "立即生效：此人打开的页面在下一次点击时退出，之后不能登录。做过的事仍保留在审计记录里。",
            "At once: whatever page they have open ends at their next click, and they cannot sign in. What "
                    + "they did stays in the audit trail."),
    ENABLE("恢复账号", "Enable the account"),
    ENABLE_QUESTION("恢复账号 %s？", "Enable the account %s?"),
    ENABLE_LINE("此人可以用原来的密码和验证器登录。", "They can sign in with the password and authenticator they had."),
    RESET_PASSWORD("重置密码", "Reset the password"),
    RESET_PASSWORD_QUESTION("为 %s 重置密码？", "Reset the password of %s?"),
    RESET_PASSWORD_LINE(
            "原密码立即失效，登录全部退出。新的初始密码只显示一次，请当面核实本人后交给他。",
            "The old password ends and they are signed out everywhere. The new one is shown once: make sure "
                    + "who it is, and hand it over in person."),
    RESET_SECOND_FACTOR("重置验证器", "Reset the authenticator"),
    RESET_SECOND_FACTOR_QUESTION("为 %s 重置验证器？", "Reset the authenticator of %s?"),
    RESET_SECOND_FACTOR_LINE(
            "原验证器立即失效，登录全部退出；下次登录时凭密码重新绑定。请先核实是本人。",
            "The old one ends and they are signed out everywhere; at the next sign-in they enrol another "
                    + "with their password. Make sure who asks first."),
    ALLOW_PROVIDER("允许统一身份登录", "Allow sign-in through the provider"),
    ALLOW_PROVIDER_QUESTION("允许 %s 用统一身份登录？", "Let %s sign in through the provider?"),
    ALLOW_PROVIDER_LINE(
            "7 天内第一个以此账号名通过统一身份登录的人将绑定到本账号。请先核实统一身份中的这个账号属于本人。",
            "Whoever first signs in there under this account name within 7 days is linked to it. Make sure first that "
                    + "the name is theirs at the provider."),
    PROVIDER_ALLOWED("已允许 %s 用统一身份登录，7 天内有效。", "%s may sign in through the provider, within 7 days."),
    DROP_PROVIDER("解除统一身份绑定", "End the link to the provider"),
    DROP_PROVIDER_QUESTION("解除 %s 的统一身份绑定？", "End the link of %s to the provider?"),
    DROP_PROVIDER_LINE(
            "此人的登录会立即全部退出，之后不能再用统一身份登录，直到重新允许。",
            "They are signed out everywhere at once, and cannot sign in through the provider until it is allowed "
                    + "again."),
    PROVIDER_DROPPED("已解除 %s 的统一身份绑定。", "%s is no longer linked to the provider."),
    PROVIDER("统一身份", "Provider of identity"),
    PROVIDER_NONE("未绑定", "not linked"),
    PROVIDER_AWAITED("已允许，等待首次登录", "allowed, first sign-in awaited"),
    PROVIDER_LINKED("已绑定", "linked"),
    SAVE("保存", "Save"),
    CREATE("新增并生成初始密码", "Add, and make a password"),
    CREATE_LINE(
            "保存后显示一次初始密码，请打印或抄下后当面交给本人。",
            "The initial password is then shown once: print it or write it down, and hand it over in person."),
    HANDED_OVER("初始密码", "Initial password"),
    PASSWORD_ADVICE(
            "请当面交给本人；7 天内有效，首次登录时须换成自己的密码。",
            "Hand it over in person; it is good for 7 days and is replaced at the first sign-in."),
    BACK_TO_STAFF("回到人员", "Back to staff"),
    CHANGED("%s 的角色和范围已修改，其登录已全部退出。", "Roles and scope of %s are changed, and they are signed out everywhere."),
    DISABLED_NOW("%s 已停用。", "%s is disabled."),
    ENABLED_NOW("%s 已恢复。", "%s is enabled."),
    SECOND_FACTOR_DROPPED(
            "%s 的验证器已重置，下次登录时重新绑定。", "The authenticator of %s is reset; they enrol another at the next sign-in."),
    DISTRICT("区", "District"),
    ANY_DISTRICT("所有区", "All districts"),
    KIND("类型", "Kind"),
    BANK_BRANCH("银行网点", "Bank branch"),
    COMMUNITY_DESK("社区窗口", "Community desk"),
    COUNTER_NAME("网点名称", "Name of the counter"),
    ADD_COUNTER("新增网点", "Add a counter"),
    COUNTER_ADDED("已新增网点 %s。", "The counter %s is added."),
    NO_COUNTERS("还没有网点", "There are no counters yet"),
    NO_COUNTERS_LINE("新增网点后，才能把人员和卡库存分到网点。", "Add one, so that staff and card stock can belong to it."),
    CHOOSE_ONE("请从列表中选择。", "Choose one of the list.");

    private final String zh;
    private final String en;

    StaffText(String zh, String en) {
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
