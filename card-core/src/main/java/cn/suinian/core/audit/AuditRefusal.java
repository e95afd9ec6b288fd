package cn.suinian.core.audit;

import cn.suinian.core.refusal.Refusal;

/** Why the audit trail is not shown. */
public enum AuditRefusal implements Refusal {
    NOT_ALLOWED("您没有查看审计记录的权限。", "You are not allowed to read the audit trail. Ask an auditor."),
    ONLY_A_PART(
            "审计记录不分区，只有负责全市的审计员可以查看。请系统管理员把您的范围改为全市。",
            "The audit trail is not divided, so only auditors of the whole city read it. Ask an administrator to make"
                    + " your scope the whole city."),
    REASON_WANTED("请填写导出原因，1 至 200 字，不含换行。", "Say what the export is for, in 1 to 200 characters on one line."),
    TOO_MANY_ENTRIES(
            "条目太多，不能在页面上校验，请在服务器上运行 ./suinian verify。",
            "Too many entries for a page: run ./suinian verify on the server.");

    private final String zh;
    private final String en;

    AuditRefusal(String zh, String en) {
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
