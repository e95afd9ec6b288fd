package cn.suinian.gateway.console.bulk;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of bulk registration say. */
public enum BulkText implements Phrase {
    TITLE("批量登记", "Bulk registration"),
    LINE("用一张 CSV 或 XLSX 名单登记整个社区的长者。", "Register a whole community from one CSV or XLSX list."),
    LEAD(
            "先上传名单，系统逐行核对，不登记任何人；您看过结果后再决定是否登记。",
            "Send a list first. Every row is checked; nobody is registered until you saw the result."),
    TEMPLATE("下载空白模板", "Download the empty template"),
    TEMPLATE_NAME("批量登记模板.xlsx", "bulk-registration-template.xlsx"),
    FILE("名单文件", "File with the list"),
    FILE_HINT(
            "CSV 或 XLSX，最多 100,000 行、50 MiB；首行为列名。名单加密保存，登记完成后删除。",
            "CSV or XLSX, at most 100,000 rows and 50 MiB, names of columns on top. Kept encrypted, then deleted."),
    FILE_TOO_LARGE("文件超过 50 MiB，请分成几个文件。", "The file is larger than 50 MiB. Split it."),
    FILE_MISSING("请选择一个文件。", "Choose a file."),
    SEND("上传并核对", "Send and check"),
    RECEIVED("名单已收到，正在核对。", "The list has arrived and is being checked."),
    RECEIVED_BEFORE("这个文件以前上传过，下面是当时的记录。", "This file was sent before. Below is what became of it."),
    HISTORY("已上传的名单", "Lists so far"),
    NONE("还没有上传过名单", "No list yet"),
    NONE_LINE("上传后，名单的核对和登记情况会列在这里。", "Once you send one, you see here what became of it."),
    NUMBER("编号", "No."),
    NUMBERED("名单 %s", "List %s"),
    NAME("文件名", "File name"),
    SENT_AT("上传时间", "Sent at"),
    SENT_BY("上传人", "Sent by"),
    STARTED_BY("批准登记", "Let begin by"),
    WHOSE("范围", "For"),
    CITY("全市", "The whole city"),
    FORMAT("格式", "Format"),
    STATE("状态", "Status"),
    ROWS("行数", "Rows"),
    REGISTERED("已登记", "Registered"),
    NOT_REGISTERED("未登记", "Not registered"),
    IGNORED("未读取的列", "Columns that were not read"),
    CHECKING("核对中", "Checking"),
    CHECKED("待您决定", "Waiting for you"),
    RUNNING("登记中", "Registering"),
    DONE("已完成", "Done"),
    CANCELLED("已取消", "Cancelled"),
    STOPPED("已暂停", "Stopped"),
    STEP_SEND("上传", "Send"),
    STEP_CHECK("核对", "Check"),
    STEP_RUN("登记", "Register"),
    STEP_DONE("完成", "Done"),
    CHECKING_LINE(
            "正在逐行核对，没有登记任何人。可以离开此页，稍后再看。", "Rows are being checked; nobody is registered. You may leave this page."),
    RUNNING_LINE("正在登记。可以离开此页，稍后再看。", "People are being registered. You may leave this page."),
    PROGRESS("第 %s 行，共 %s 行", "%s of %s rows"),
    RATE("每秒 %s 行", "%s rows a second"),
    CHECKED_LINE("核对完毕，还没有登记任何人。", "Everything is checked, and nobody is registered yet."),
    DONE_LINE("登记完成。名单内容已删除，错误清单保留 30 天。", "Finished. The list is deleted; its errors are kept for 30 days."),
    CANCELLED_LINE(
            "已取消，名单内容已删除。取消前登记的人仍然有效。", "Cancelled and deleted. Whoever was registered before stays registered."),
    STOPPED_LINE(
            "多次处理失败，已暂停，没有数据丢失。请通知系统管理员；排除故障后可以继续。",
            "It failed again and again and was stopped; nothing is lost. Tell the administrator, then let it go on."),
    STARTER_GONE_LINE(
            "启动登记的经办人已无登记权限，登记已暂停，没有数据丢失。核对后由您点“继续”，其余的人以您的名义登记。",
            "Whoever let it begin may no longer register people, so it was stopped; nothing is lost. If you let it go"
                    + " on, the rest is registered in your name."),
    FIT("可以登记", "Can be registered"),
    WRONG("有错误", "Have errors"),
    KNOWN("以前已登记", "Registered already"),
    ALIKE("同名同日出生，待确认", "Same name and birthday, to be compared"),
    TWICE("文件内重复", "Twice in the file"),
    LEFT_OUT("确认为同一人，未登记", "Found to be the same person"),
    OF_ROWS("人数", "People"),
    WHAT("核对结果", "Result"),
    START("登记 %s 人", "Register %s people"),
    START_REST("继续，去确认同名的人", "Go on to those to be compared"),
    GO_ON("继续处理", "Go on"),
    NOBODY(
            "名单中没有可以登记的人。请下载错误清单，改正后重新上传。",
            "Nobody on the list can be registered. Take the errors home, mend and send it again."),
    CANCEL("取消这张名单", "Cancel this list"),
    CANCEL_QUESTION("取消名单 %s？", "Cancel list %s?"),
    CANCEL_CONSEQUENCE(
            "还没有登记的人不再登记，名单内容立即删除。已经登记的人仍然有效。",
            "Nobody else is registered, and the list is deleted at once. Whoever is registered stays so."),
    CANCEL_DONE("名单已取消。", "The list is cancelled."),
    STARTED("开始登记。", "Registration has begun."),
    WENT_ON("继续处理。", "It goes on."),
    ERRORS("错误清单", "Errors"),
    ERRORS_FIRST("错误清单（前 %s 条）", "Errors (the first %s)"),
    ERRORS_GET("下载错误清单（CSV）", "Download the errors (CSV)"),
    ERRORS_NAME("名单%s错误清单.csv", "list-%s-errors.csv"),
    ROW("行", "Row"),
    COLUMN("列", "Column"),
    REASON("原因", "Why"),
    DOCUMENT("证件（已脱敏）", "Document (masked)"),
    COMPARE("确认同名的人（%s）", "Compare those of the same name (%s)"),
    COMPARE_TITLE("同名同日出生的人", "Same name and birthday"),
    COMPARE_LEAD(
            "下面每一行都与已登记的持卡人同名同日出生。请对照证件，确认是否同一人。",
            "Each of these has the name and birthday of a holder. Compare documents and say whether they are one."),
    COMPARE_ELSEWHERE("由%s服务，请致电该区窗口核对", "served by %s: call a counter there to compare"),
    COMPARE_NONE("没有待确认的人", "Nobody is left to compare"),
    COMPARE_NONE_LINE("这张名单中同名的人都已确认。", "All of this list are decided."),
    COMPARE_ROW("第 %s 行：%s", "Row %s: %s"),
    HOLDER("持卡人 %s", "Holder %s"),
    HOLDER_OF("由%s区服务", "served by %s"),
    NO_HOLDER("现在没有同名同日出生的持卡人，可以登记。", "There is no such holder now; this person can be registered."),
    OTHER("是另一个人，登记", "Another person: register"),
    SAME("是同一个人，不登记", "The same person: leave out"),
    OTHER_DONE("第 %s 行已登记，持卡人 %s。", "Row %s is registered as holder %s."),
    SAME_DONE("第 %s 行未登记。", "Row %s is left out."),
    BACK("回到名单", "Back to the list"),
    ALL("全部名单", "All lists");

    private final String zh;
    private final String en;

    BulkText(String zh, String en) {
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
