package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;

/** What the usual fields of forms are called, for whoever sends on what was kept; the others go by their own names. */
enum FieldWord implements Phrase {
    ACCOUNT("account", "账号", "Account"),
    ACCOUNT_NAME("accountName", "户名", "Account name"),
    ANSWER("answer", "答复", "Answer"),
    ASSIGNEE("assignee", "指派给", "Assigned to"),
    ATTACHMENT("attachment", "附件", "Attachment"),
    BANK_ACCOUNT("bankAccount", "银行账号", "Bank account"),
    BANK_CODE("bankCode", "开户行代码", "Bank code"),
    BANK_NAME("bankName", "开户行", "Bank"),
    BIRTH_EVIDENCE("birthEvidence", "出生日期的依据", "How the date of birth is known"),
    BORN_ON("bornOn", "出生日期", "Date of birth"),
    CARD("card", "卡号", "Card"),
    CATEGORY("category", "人员类别", "Category"),
    CAUSE("cause", "原因类别", "Cause"),
    CLIENT_ID("clientId", "程序编号", "Program"),
    CODE("code", "代码", "Code"),
    CONSENT("consent", "知情同意", "Consent"),
    COUNT("count", "数量", "Count"),
    COUNTER("counter", "网点", "Counter"),
    DAY("day", "日期", "Day"),
    DIFFERENT("different", "确认不是同一人", "Somebody else"),
    DISPLAY_NAME("displayName", "姓名", "Name"),
    DISTRICT("district", "区", "District"),
    DOCUMENT_KIND("documentKind", "证件类型", "Kind of document"),
    DOCUMENT_NUMBER("documentNumber", "证件号码", "Document number"),
    EVIDENCE("evidence", "依据", "How it is known"),
    EXECUTE_ON("executeOn", "付款日期", "To be paid on"),
    FEN("fen", "金额（分）", "Amount in fen"),
    FILE("file", "文件", "File"),
    FROM("from", "起始", "From"),
    GRADE("grade", "等级", "Level"),
    HOLDER("holder", "持卡人", "Holder"),
    HUKOU("hukou", "户籍", "Hukou"),
    HUKOU_EVIDENCE("hukouEvidence", "户籍的依据", "How the hukou is known"),
    HUKOU_SINCE("hukouSince", "户籍起始日期", "Hukou since"),
    HUKOU_TOO("hukouToo", "户籍一并变更", "Hukou moves too"),
    ID("id", "编号", "Number"),
    KIND("kind", "类型", "Kind"),
    LATITUDE("latitude", "纬度", "Latitude"),
    LONGITUDE("longitude", "经度", "Longitude"),
    LOST_AT("lostAt", "遗失时间", "Lost at"),
    MOST("most", "最多", "At most"),
    NAME("name", "姓名或名称", "Name"),
    NAME_EN("nameEn", "英文名称", "Name in English"),
    NUMBER("number", "号码", "Number"),
    ON("on", "日期", "On"),
    PAYER("payer", "付款方", "Payer"),
    PHONE("phone", "电话", "Phone"),
    PHOTO("photo", "照片", "Photo"),
    PLACE("place", "地点", "Place"),
    REASON("reason", "原因", "Reason"),
    REMOVE_ACCOUNT("removeAccount", "删除银行账号", "Remove the bank account"),
    REMOVE_PHONE("removePhone", "删除电话", "Remove the phone"),
    RENEW_CONSENT("renewConsent", "重新签署知情同意", "Consent signed anew"),
    REPORTER("reporter", "由谁挂失", "Reported by"),
    ROLE("role", "角色", "Role"),
    ROLES("roles", "角色", "Roles"),
    SCOPE("scope", "服务范围", "Works for"),
    SERVICE("service", "服务", "Service"),
    SEX("sex", "性别", "Sex"),
    STANDING("standing", "状态", "Standing"),
    STATUS("status", "状态", "Status"),
    STEP("step", "步骤", "Step"),
    TEXT("text", "说明", "Text"),
    TO("to", "截止", "To"),
    UNTIL("until", "截止", "Until"),
    VALUE("value", "数值", "Value"),
    VENDOR("vendor", "商户", "Vendor"),
    VERDICT("verdict", "结论", "Verdict"),
    VERSION("version", "版本", "Version"),
    WHY("why", "原因", "Why");

    private final String field;
    private final String zh;
    private final String en;

    FieldWord(String field, String zh, String en) {
        this.field = field;
        this.zh = zh;
        this.en = en;
    }

    /** What a field is called. */
    static String say(String name, Language language) {
        return Arrays.stream(values())
                .filter(word -> word.field.equals(name))
                .findFirst()
                .map(word -> word.in(language))
                .orElse(name);
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
