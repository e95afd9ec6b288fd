package cn.suinian.core.staff.client;

import cn.suinian.core.refusal.Refusal;

/** Why a program, or whoever manages programs, is refused. */
public enum ClientRefusal implements Refusal {
    NOT_ALLOWED("您没有管理接入程序的权限。", "You are not allowed to manage programs. Ask an administrator."),
    BAD_CREDENTIALS("客户端编号或密钥不正确,或已停用。", "Client id or secret is wrong, or the client is disabled."),
    NO_SUCH_CLIENT("没有这个接入程序,请刷新列表。", "There is no such client. Reload the list."),
    CHANGED_MEANWHILE("该接入程序刚被他人修改,请重新打开。", "Somebody changed this client meanwhile. Open it again."),
    ID_TAKEN("该编号已被使用,请换一个。", "This client id is taken. Choose another."),
    BAD_ID("编号为 3 至 32 个小写字母、数字或连字符。", "A client id has 3 to 32 lower-case letters, digits or hyphens."),
    BAD_NAME("名称为 1 至 80 个字符，不含换行。", "A name has 1 to 80 characters on one line."),
    BAD_ROLES("请选择系统管理员以外的至少一个角色。", "Choose at least one role other than administrator."),
    ROLES_NOT_TOGETHER("审计员不能兼任其他角色。", "An auditor has no other role."),
    AUDITOR_OF_A_PART("审计记录不分区，审计员只能管理全市。", "The audit trail is not divided, so an auditor works for the whole city."),
    NO_SUCH_COUNTER("该区没有这个网点。", "There is no such counter in this district."),
    REASON_WANTED("请填写原因，1 至 200 字，不含换行。", "Say why, in 1 to 200 characters on one line."),
    BAD_KEY("幂等键为 1 至 128 个字符。", "An idempotency key has 1 to 128 characters."),
    KEY_REUSED("该幂等键已用于另一个请求,请换一个键。", "This idempotency key belongs to another request. Use a new one."),
    IN_PROGRESS("同一请求正在处理,请稍后用同一个键重试。", "The same request is being worked on. Ask again with the same key.");

    private final String zh;
    private final String en;

    ClientRefusal(String zh, String en) {
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
