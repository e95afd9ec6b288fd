package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of the audit trail say. */
public enum AuditText implements Phrase {
    TITLE("审计记录", "Audit trail"),
    LINE("谁在什么时候、从哪里、做了什么、为什么。", "Who did what, when, from where, and why."),
    FROM("从", "From"),
    UNTIL("到（含当天）", "Until (that day too)"),
    UNTIL_BEFORE_FROM("截止日期早于开始日期，请核对。", "This day lies before the first one. Check both."),
    ACTOR("操作人账号", "Account"),
    ACT("操作", "Act"),
    ANY_ACT("所有操作", "All acts"),
    KIND("对象类别", "About what"),
    ANY_KIND("所有对象", "Anything"),
    SUBJECT("对象编号", "Its number"),
    REASON_TEXT("原因中的文字", "Text in the reason"),
    SEARCH("查找", "Search"),
    CLEAR("清除条件", "Clear the filter"),
    SAME_SUBJECT("只看与第 %s 条相同的对象", "Only what is about the same as entry %s"),
    NUMBER("条目", "Entry"),
    AT("时间", "Time"),
    WHO("操作人", "Who"),
    ADDRESS("来自", "From where"),
    ABOUT("对象", "About"),
    WHY("原因", "Reason"),
    EMPTY("没有符合条件的条目", "No entry matches"),
    EMPTY_LINE("换一个条件，或清除条件看最近的条目。", "Try another filter, or clear it to see the newest."),
    EXPORT("导出 CSV", "Export as CSV"),
    EXPORT_LINE(
            "导出符合上面条件的全部条目：代码之外附文字说明，时间为深圳时间。导出本身也是一条审计记录。",
            "Every entry that matches, in codes and in words, in Shenzhen's time. The export is itself an entry."),
    EXPORT_WHY("导出原因", "What the export is for"),
    VALUE("内容", "Value"),
    BEFORE("之前", "Before"),
    AFTER("之后", "After"),
    NO_VALUES("这一条没有记录内容。", "This entry has no values."),
    ALL_OF_SUBJECT("这个对象的全部记录", "Everything about this"),
    ALL_OF_ACTOR("此人的全部记录", "Everything by this account"),
    BACK("回到审计记录", "Back to the trail"),
    YUAN("%s 元", "%s yuan"),
    NOT_STAFF("程序或系统", "a program or the system"),
    DATE_WRONG("请填写正确的日期，如 2026-11-23。", "Give a date, as 2026-11-23."),
    KIND_WANTED("查找编号时，请同时选择对象类别。", "Choose about what as well."),
    SUBJECT_TOO_LONG("对象编号最多 40 个字符。", "A number has at most 40 characters."),
    CHAIN("审计链", "Chain"),
    CHAIN_TITLE("审计链的状态", "State of the audit chain"),
    CHAIN_LINE(
            "每一条都含有前一条的 SM3 杂凑值。任何人改动、删除或插入一条，校验都会指出是哪一条。",
            "Each entry holds the SM3 of the one before. Whoever edits, removes or slips in one breaks the "
                    + "chain, and the check names the place."),
    HEAD("最新一条", "Newest entry"),
    HASH("杂凑值（SM3）", "Hash (SM3)"),
    NOTED_AT("抄录时间", "As of"),
    NOTE_ADVICE(
            "请定期抄下编号和杂凑值，存放在本系统之外。日后此编号的杂凑值若不同，就说明记录被整体改写过。",
            "Note number and hash down now and then, outside this system. If that entry ever has another "
                    + "hash, the trail was rewritten."),
    LAST("上次校验", "Last checked"),
    LAST_FOUND("%s，由 %s 校验至第 %s 条：%s", "%s, by %s, up to entry %s: %s"),
    WHOLE("完整", "whole"),
    NEVER("还没有在这里校验过", "Never from here"),
    INSPECT("现在校验", "Check it now"),
    INSPECT_LINE(
            "重新计算每一条的杂凑值，一百万条约需几秒，结果记入审计记录。服务器上的 ./suinian verify 做同样的检查。",
            "Recomputes every hash: some seconds for a million. What is found becomes an entry. ./suinian "
                    + "verify on the server does the same."),
    FOUND_WHOLE("审计链完整，校验至第 %s 条。", "The chain is whole up to entry %s."),
    FOUND_BROKEN(
            "审计链不完整：%s。请立即报告，不要关闭任何业务日，并在服务器上运行 ./suinian verify。",
            "The chain is broken: %s. Report it at once, close no business day, and run ./suinian verify on "
                    + "the server.");

    private final String zh;
    private final String en;

    AuditText(String zh, String en) {
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
