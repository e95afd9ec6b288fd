package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.refusal.Refusal;

/** What keeps a row of a file from being registered, beside what a counter would refuse too. The names are kept. */
public enum RowProblem implements Refusal {
    ROW_UNREADABLE("此行的引号不成对，无法分列，请检查后重新填写。", "The quotes of this row do not close, so it has no columns. Mend it."),
    CELL_TOO_LONG("内容超过 500 字，请缩短。", "The cell has more than 500 characters. Shorten it."),
    DIGITS_LOST(
            "号码被表格软件当作数字，末几位已丢失。请把该列设为“文本”格式后重新填写。",
            "A spreadsheet took this for a number, and its last digits are lost. Make the column text; type it anew."),
    KIND_MISSING("请填写证件类型。", "Say which kind of document it is."),
    KIND_UNKNOWN(
            "证件类型应为：居民身份证、港澳台居民居住证、回乡证或台胞证。",
            "The kind of document is one of: resident card, residence permit, home-return permit, Taiwan pass."),
    DATE_UNREADABLE("日期应写成 1949-12-31 的样子。", "Write the date as 1949-12-31."),
    SEX_UNKNOWN("性别应为：男或女。", "The sex is male or female."),
    DISTRICT_MISSING("请填写服务区。", "Say which district serves them."),
    DISTRICT_UNKNOWN("没有这个区，请填写深圳的区名，例如福田。", "There is no such district. Give one of Shenzhen's, as Futian."),
    CATEGORY_MISSING("填写了类别的日期、等级或依据，却没有填写人群类别。", "Dates, level or evidence of a category are given, but no category."),
    CATEGORY_UNKNOWN("没有这个人群类别，请照模板中的名称填写。", "There is no such category. Use the names of the template."),
    GRADE_UNKNOWN("失能等级应为：中度、重度或完全。", "The level of disability is moderate, severe or full."),
    TWICE_IN_FILE("同一人在文件中出现了两次，只登记第一次。", "This person is in the file twice. Only the first row counts."),
    ALIKE_IN_FILE(
            "与文件中另一行同名同日出生，请经办人确认是否同一人。",
            "Another row of the file has the same name and birthday. A clerk says whether it is the same person."),
    ALREADY_REGISTERED("此人已经登记，没有重复登记。", "This person is registered already, and was not registered again."),
    POSSIBLE_DUPLICATE(
            "已登记的持卡人中有同名同日出生的人，请经办人确认是否同一人。",
            "A registered holder has the same name and birthday. A clerk says whether it is the same person.");

    private final String zh;
    private final String en;

    RowProblem(String zh, String en) {
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
