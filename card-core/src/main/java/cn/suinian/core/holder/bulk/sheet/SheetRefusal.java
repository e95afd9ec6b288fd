package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.refusal.Refusal;

/** Why a whole file is not taken. */
public enum SheetRefusal implements Refusal {
    FILE_EMPTY("文件是空的，请重新选择。", "The file is empty. Choose it again."),
    FILE_TOO_LARGE("文件超过 50 MiB，请分成几个文件上传。", "The file is larger than 50 MiB. Split it."),
    FILE_TYPE(
            "文件内容不是 CSV 或 XLSX 表格。请用模板填写后另存为 CSV 或 XLSX。",
            "The file holds neither CSV nor XLSX. Fill in the template and save it as one of them."),
    FILE_OLD_OR_LOCKED(
            "这是旧版 .xls 文件，或加了密码。请去掉密码，另存为 .xlsx 后再上传。",
            "This is an old .xls file, or it has a password. Save it as .xlsx without one."),
    FILE_BROKEN("文件已损坏，无法读取。请重新导出后上传。", "The file is damaged and cannot be read. Export it again."),
    FILE_OVERBLOWN(
            "表格解开后过大，或有异常的单元格。请把数据复制到模板中再上传。",
            "The sheet unpacks to too much, or has cells no list of people has. Copy the data into the template."),
    HEADER_MISSING(
            "首行须为列名，且至少有“姓名”“证件号码”“同意书版本”三列。请下载模板对照。",
            "The first row must name the columns: name, document number, consent version at least. See the template."),
    HEADER_TWICE("有两列用了相同的列名，请删去一列。", "Two columns have the same name. Remove one of them."),
    ROWS_NONE("文件中除列名外没有数据。", "There is nothing under the names of the columns."),
    ROWS_TOO_MANY("文件超过 100,000 行，请分成几个文件上传。", "The file has more than 100,000 rows. Split it.");

    private final String zh;
    private final String en;

    SheetRefusal(String zh, String en) {
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
