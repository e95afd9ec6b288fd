package cn.suinian.core.holder.document;

import cn.suinian.core.refusal.Refusal;

/** What is wrong with a document's number, in the order in which it is looked at. */
public enum DocumentRefusal implements Refusal {
    DOCUMENT_MISSING("请填写证件号码。", "Enter the number of the document."),
    DOCUMENT_LENGTH(
            "证件号码位数不对，请对照证件重新填写。", "The number has too few or too many characters. Compare it with the document."),
    DOCUMENT_CHARACTERS(
            "证件号码中有不该出现的字符，请对照证件重新填写。",
            "The number has a character that this kind of document does not have. Compare it with the document."),
    DOCUMENT_AREA(
            "证件号码的地区代码与所选证件类型不符，请检查号码和证件类型。",
            "The area code does not belong to this kind of document. Check the number and the kind."),
    DOCUMENT_DATE(
            "证件号码中的出生日期不存在，请对照证件重新填写。",
            "The date of birth in the number does not exist. Compare it with the document."),
    DOCUMENT_CHECK_DIGIT(
            "证件号码的校验码不对，有一位填错了，请逐位核对。", "The last character does not fit the others: one is wrong. Compare each.");

    private final String zh;
    private final String en;

    DocumentRefusal(String zh, String en) {
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
