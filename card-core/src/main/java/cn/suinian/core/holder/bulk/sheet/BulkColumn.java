package cn.suinian.core.holder.bulk.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A column that a file of people may have, in the order of the template. The names are kept in the database. */
public enum BulkColumn {
    NAME("姓名", "name", "name"),
    DOCUMENT_KIND("证件类型", "document kind", "documents[0].kind", "证件种类", "document type"),
    DOCUMENT_NUMBER(
            "证件号码",
            "document number",
            "documents[0].number",
            "证件号",
            "身份证号",
            "身份证号码",
            "居民身份证号码",
            "公民身份号码",
            "identity card number"),
    SEX("性别", "sex", "sex", "gender"),
    BORN_ON("出生日期", "date of birth", "bornOn", "出生年月日", "born on", "birth date"),
    BIRTH_EVIDENCE("出生日期依据", "birth evidence", "birthEvidence"),
    PHONE("联系电话", "phone", "phone", "电话", "手机", "手机号", "手机号码", "电话号码", "phone number"),
    BANK_ACCOUNT("银行账号", "bank account", "bankAccount", "银行卡号", "银行帐号"),
    DISTRICT("服务区", "serving district", "district", "所在区", "district"),
    HUKOU("户籍区", "hukou district", "hukou", "户籍所在区", "hukou"),
    HUKOU_SINCE("户籍起始日期", "hukou since", "hukouSince"),
    HUKOU_EVIDENCE("户籍依据", "hukou evidence", "hukouEvidence"),
    CATEGORY("人群类别", "category", "categories[0].category", "类别"),
    CATEGORY_FROM("类别起始日期", "category from", "categories[0].from"),
    CATEGORY_UNTIL("类别终止日期", "category until", "categories[0].until"),
    GRADE("失能等级", "level of disability", "categories[0].grade"),
    CATEGORY_EVIDENCE("类别依据", "category evidence", "categories[0].evidence"),
    CONSENT("同意书版本", "consent version", "consentVersion", "consent");

    /** Without these a file is no file of people. */
    static final List<BulkColumn> REQUIRED = List.of(NAME, DOCUMENT_NUMBER, CONSENT);

    private static final List<String> RESIDENT_CARD_HEADS =
            List.of("身份证号", "身份证号码", "居民身份证号码", "公民身份号码", "identitycardnumber");
    private static final Pattern NOT_COMPARED = Pattern.compile("[\\s\\p{Z}\\p{C}*_:()-]");

    private final String zh;
    private final String en;
    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final List<String> aliases;

    BulkColumn(String zh, String en, String field, String... aliases) {
        this.zh = zh;
        this.en = en;
        this.field = field;
        this.aliases = List.of(aliases);
    }

    /** Its head in Simplified Chinese. */
    public String zh() {
        return zh;
    }

    /** Its head in English. */
    public String en() {
        return en;
    }

    /** Whether it holds a day. */
    boolean isDate() {
        return switch (this) {
            case BORN_ON, HUKOU_SINCE, CATEGORY_FROM, CATEGORY_UNTIL -> true;
            case NAME,
                    DOCUMENT_KIND,
                    DOCUMENT_NUMBER,
                    SEX,
                    BIRTH_EVIDENCE,
                    PHONE,
                    BANK_ACCOUNT,
                    DISTRICT,
                    HUKOU,
                    HUKOU_EVIDENCE,
                    CATEGORY,
                    GRADE,
                    CATEGORY_EVIDENCE,
                    CONSENT -> false;
        };
    }

    /** The column that a head names, in either language, or as lists of this city usually call it. */
    static Optional<BulkColumn> ofHead(String head) {
        String given = compared(head);
        return Arrays.stream(values())
                .filter(column -> given.equals(compared(column.zh))
                        || given.equals(compared(column.en))
                        || given.equals(compared(column.zh + column.en))
                        || column.aliases.stream().map(BulkColumn::compared).anyMatch(given::equals))
                .findFirst();
    }

    /** Whether a head says that every number under it is a resident card's. */
    static boolean namesResidentCards(String head) {
        return RESIDENT_CARD_HEADS.contains(compared(head));
    }

    /** The column at fault when a registration is refused at a field. */
    static BulkColumn ofField(String field) {
        String first = field.equals("documents") ? "documents[0].number" : field;
        return Arrays.stream(values())
                .filter(column -> column.field.equals(first))
                .findFirst()
                .orElse(NAME);
    }

    private static String compared(String head) {
        return NOT_COMPARED
                .matcher(Normalizer.normalize(head, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
