package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.gateway.console.page.Phrase;

/** What the page of formats says. */
public enum FormatText implements Phrase {
    LEAD(
            "每个商户怎样写对账单。没有设置的商户用本系统的 CSV。",
            "How each vendor writes its statements. Without" + " a setting it is our own CSV."),
    CHOOSE_VENDOR("先选择商户", "Choose a vendor first"),
    CHOOSE_VENDOR_LINE("选择后显示它现在的格式。", "Its present format is shown then."),
    NOW("现行版本 %s", "Version in force: %s"),
    KNOWN("从已知格式开始", "Begin with a known format"),
    KNOWN_HINT("填入下表，保存前不生效。", "It fills the form; nothing holds until it is saved."),
    FILL("填入", "Fill in"),
    OWN_CSV("本系统 CSV", "Our own CSV"),
    OWN_JSON_LINES("本系统 JSON Lines", "Our own JSON lines"),
    TRANSIT_CLEARING("交通清算记录（定长）", "Transit clearing record (fixed places)"),
    FORM("文件形式", "Form of the file"),
    CSV("CSV：表头、列名、明细、合计行", "CSV: header, names of columns, rows, trailer"),
    JSON_LINES("JSON Lines：每行一个对象", "JSON lines: an object a line"),
    FIXED("定长记录", "Records of fixed places"),
    CHARSET("编码", "Charset"),
    UNIT("金额单位", "Unit of money"),
    FEN("分", "Fen"),
    YUAN("元，最多两位小数", "Yuan, up to two decimals"),
    TIMES("时间写法", "Days and times"),
    SOURCES("各字段的来源", "Where each field is"),
    SOURCES_LINE("列名或成员名；定长记录写“起始:长度”，从 0 起算。", "Name of a column or member; START:LENGTH in fixed records, from 0."),
    FIELD("字段", "Field"),
    SOURCE("来源", "Source"),
    NEEDED("必填", "needed"),
    TAP_DATE("刷卡日期", "Day of the tap"),
    TAPPED_AT("刷卡时间", "Time of the tap"),
    TERMINAL("终端号", "Terminal"),
    TERMINAL_SEQ("终端流水号", "Number at the terminal"),
    CARD("卡号或序号", "Card or its serial"),
    SERVICE("业务", "Service"),
    AMOUNT("金额", "Amount"),
    SUBSIDY("补贴", "Subsidy"),
    EXTRA("运营与送餐补贴", "Operator's and delivery subsidy"),
    PAYER("付款方", "Payer"),
    SAMPLE("样本文件", "Sample file"),
    SAMPLE_HINT("用来试读，不导入任何内容。不超过 2 MiB。", "To be tried; nothing of it is taken in. At most 2 MiB."),
    SAMPLE_TOO_LARGE("样本超过 2 MiB，请截取一部分。", "The sample is above 2 MiB. Cut off a part."),
    SAMPLE_MISSING("请选择样本文件。", "Choose a sample."),
    TRY("试读样本", "Try the sample"),
    SAVE("保存为新版本", "Save as a new version"),
    SAVE_LINE("保存后新导入的对账单按此读取，已导入的不变。", "Statements that come from then on are read so; those that are there stay."),
    ONLY_SUPERVISOR("只有结算主管可以保存。您可以试读样本，再请主管保存。", "A settlement supervisor saves it. You can try samples."),
    SAVED("已保存，版本 %s。", "Saved as version %s."),
    TRIED("试读结果", "What came of the sample"),
    HEADER("表头", "Header"),
    GOOD("有效行", "Good rows"),
    BAD("错误行", "Bad rows"),
    TRAILER("合计行", "Trailer"),
    NO_TRAILER("没有", "none"),
    ROWS("有效行（前 %s 条）", "Good rows (the first %s)"),
    FAULTS("错误行（前 %s 条）", "Bad rows (the first %s)"),
    LINE_NO("行号", "Line"),
    SHOWN("内容", "Content"),
    CHOOSE_ONE("请选择一项。", "Choose one.");

    private final String zh;
    private final String en;

    FormatText(String zh, String en) {
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
