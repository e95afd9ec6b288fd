package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.page.Phrase;

/** What the values of an entry are called; {@code EXPIRES_ON} is the name of {@code expiresOn}. */
enum FieldText implements Phrase {
    ACCOUNT("账号", "account"),
    ACT("操作", "act"),
    ACTOR("操作人", "who"),
    ADDED("新增", "added"),
    AGREED("同意申领", "agreed"),
    ALIKE("相似", "alike"),
    APPLIED("申领", "applied"),
    ATTACHMENT("附件", "attachment"),
    BAD("有误行数", "bad rows"),
    BORN_ON("出生日期", "born on"),
    BREAKS("差错数", "breaks"),
    BY("新卡", "new card"),
    BYTES("字节数", "bytes"),
    CARDS("卡数", "cards"),
    CATEGORY("类别", "category"),
    CHANGED("变化", "changed"),
    CLIENT_ID("接入程序", "program"),
    CODE("代码", "code"),
    CONSENT("同意书版本", "consent"),
    COUNTER("网点", "counter"),
    DAY("营业日", "business day"),
    DAYS("日期", "days"),
    DECEASED_ON("死亡日期", "died on"),
    DIGEST("文件摘要", "digest of the file"),
    DISTRICT("区", "district"),
    DOCUMENT("证件", "document"),
    ENCODING("编码", "encoding"),
    ENDED("结束日期", "ended on"),
    ENTRY("条目", "entry"),
    EXPIRES_ON("有效期至", "expires on"),
    FAILED("失败", "failed"),
    FEN("金额", "amount"),
    FILE("文件", "file"),
    FIT("可登记", "fit"),
    FORMAT("格式", "format"),
    FOUND("结果", "found"),
    FROM("起始日期", "from"),
    GOOD("有效行数", "good rows"),
    GROUNDS("依据数", "grounds"),
    HASH("杂凑值", "hash"),
    HEALED("自行对平", "healed"),
    HOLDER("持卡人编号", "holder number"),
    HOLDERS("持卡人数", "holders"),
    HUKOU("户籍区", "hukou"),
    HUKOU_TOO("户籍一并迁移", "hukou moved too"),
    ITEMS("事项数", "items"),
    KEY_VERSION("密钥版本", "key version"),
    KIND("种类", "kind"),
    KNOWN("已登记", "known"),
    LAYOUT("卡结构", "layout"),
    LINES("行数", "lines"),
    LOGIN("统一身份（摘要）", "login (digest)"),
    MADE("制成", "made"),
    MET("遇到的人", "whom they met"),
    MISSING("缺少", "missing"),
    MONTH("月份", "month"),
    MOST_DAY_FEN("每日上限", "most a day"),
    MOST_FEN("单笔上限", "most each"),
    NAME("名称", "name"),
    NOT_APPLIED("未申领", "not applied"),
    NUMBER("号码", "number"),
    ON("日期", "on"),
    OPEN("未结", "open"),
    OPENED("新开", "opened"),
    OWNER("所有者", "owner"),
    PART("部分", "part"),
    PASSWORD("密码", "password"),
    PAYMENTS("付款笔数", "payments"),
    PEOPLE("人数", "people"),
    PERSON("个人信息", "personal data"),
    PHONE("电话", "phone"),
    PLACE("存放处", "place"),
    PLACE_KIND("场所种类", "kind of place"),
    POSITION("位置", "position"),
    REASON("原因中的文字", "text in the reason"),
    REGISTERED("已登记", "registered"),
    REQUEST("申请编号", "request"),
    RESOLVED_BY_RULE("按规则处理", "resolved by rule"),
    ROLES("角色", "roles"),
    ROW("行", "row"),
    ROWS("行数", "rows"),
    RUN("名单", "run"),
    SEAL("封存", "seal"),
    SERIALS("序列号", "serials"),
    SERVICES("业务", "services"),
    SEX("性别", "sex"),
    SINCE("自", "since"),
    STATE("状态", "state"),
    STATUS("状态", "status"),
    STEP("步骤", "step"),
    SUBJECT("对象编号", "subject"),
    SUBJECT_KIND("对象类别", "about what"),
    TIME("第几次", "time"),
    TO("至", "to"),
    TRANSPORT_KEY("传输密钥校验值", "check value of the transport key"),
    TWICE("重复", "twice"),
    UNCLEAR("待询问", "to be asked"),
    UNTIL("截止日期", "until"),
    VENDOR("商户编号", "vendor number"),
    WHAT("内容", "what"),
    WHY("原因", "why"),
    WITH("与", "with"),
    WRONG("有误", "wrong");

    private final String zh;
    private final String en;

    FieldText(String zh, String en) {
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
