package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of statements say. */
public enum StatementText implements Phrase {
    LEAD("商户对每个营业日的申报。最新的在前。", "What vendors state for each business day, the newest first."),
    NONE("没有对账单", "No statements"),
    NONE_LINE("没有符合条件的对账单。可以导入一份，或清除条件。", "None fits. Take one in, or clear the filter."),
    NUMBER("编号", "Number"),
    NUMBERED("对账单 %s", "Statement %s"),
    FILE("文件", "File"),
    ROWS("有效行", "Good rows"),
    BAD("错误行", "Bad rows"),
    REPEATED("重复行", "Repeated rows"),
    CONTRARY("与前面矛盾的行", "Rows that contradict an earlier one"),
    RECEIVED("导入", "Taken in"),
    READY("已生效", "Counts"),
    HELD("待处理", "Held"),
    WITHDRAWN("已撤回", "Withdrawn"),
    ANY_STATE("全部状态", "Any state"),
    FORMAT("格式", "Format"),
    DIGEST("文件校验值（SM3）", "Digest of the file (SM3)"),
    DECIDED("处理", "Decided"),
    WHY("处理原因", "Why"),
    CHECKED("合计核对", "The trailer against the rows"),
    TRAILER("合计行", "Trailer"),
    COUNTED("明细", "Rows"),
    FIGURE("项目", "Figure"),
    ROWS_ALL("行数", "Number of rows"),
    NO_TRAILER("没有合计行", "no trailer"),
    HELD_LINE("此对账单没有比对，因为：", "This statement is not compared, because:"),
    HELD_APART("合计行 %s，明细 %s，相差 %s。", " The trailer has %s, the rows %s: apart by %s."),
    HELD_WHAT(
            "请联系商户核对。确认明细无误可以接受；文件不完整请撤回，让商户重发。",
            "Ask the vendor. Accept it when the rows are right; withdraw it"
                    + " when the file is not whole, and have it sent again."),
    FAULTS("错误行（前 %s 条）", "Bad rows (the first %s)"),
    FAULTS_LINE("错误行没有导入，其余各行已导入。", "Bad rows were not taken in; the others were."),
    FAULTS_GET("下载全部错误行（CSV）", "Download all bad rows (CSV)"),
    FAULTS_NAME("对账单%s错误行.csv", "statement-%s-bad-rows.csv"),
    LINE_NO("行号", "Line"),
    COLUMN("列", "Column"),
    SHOWN("内容", "Content"),
    REASON_OF("原因", "Why"),
    ACCEPT("接受", "Accept"),
    ACCEPT_QUESTION("接受对账单 %s？", "Accept statement %s?"),
    ACCEPT_CONSEQUENCE("接受后按明细比对，合计行不再过问。", "It is compared by its rows then, whatever its trailer says."),
    ACCEPTED("已接受，正在比对。", "It is accepted and being compared."),
    WITHDRAW("撤回", "Withdraw"),
    WITHDRAW_QUESTION("撤回对账单 %s？", "Withdraw statement %s?"),
    WITHDRAW_CONSEQUENCE(
            "撤回后不再生效，不能恢复。由它产生的差错会自动消除，已调账的会重新打开。",
            "It never counts again. Breaks that came of it heal; adjusted ones are open again."),
    TO_DAY("看营业日", "Go to the business day"),
    WITHDRAWN_SAID("已撤回，正在重新比对。", "It is withdrawn, and the day is being compared again."),
    NOT_COMPARED_YET("正在处理的太多，稍后请到营业日页点“重新比对”。", "Too much is under way. Compare the day again from its page later."),
    DAY_PAGE("该商户当日", "The vendor's day"),
    ITS_BREAKS("该商户当日的差错", "Breaks of that day"),
    UPLOAD_LEAD(
            "逐行导入，错误行单独列出，其余照常导入。导入后立即比对。可以离开页面，不会中断。",
            "Rows are taken in one by one; bad ones are listed, the others"
                    + " go on. Then the day is compared. You may leave."),
    FILE_LABEL("对账单文件", "File of the statement"),
    FILE_HINT(
            "CSV、JSON Lines 或清算记录，以商户的格式设置为准。不超过 50 MiB，更大的请用 gzip 压缩（.gz）。",
            "CSV, JSON lines or clearing records, as the vendor's format says."
                    + " At most 50 MiB; pack a larger one with gzip (.gz)."),
    FILE_TOO_LARGE("文件超过 50 MiB，请用 gzip 压缩后再传。", "The file is above 50 MiB. Pack it with gzip and send it again."),
    FILE_MISSING("请选择文件。", "Choose a file."),
    DAY_HINT("须与文件表头一致，例如 2026-11-16。", "As in the header of the file, for example 2026-11-16."),
    SEND("导入", "Take it in"),
    JOBS_FULL("正在导入的文件太多，请过一会儿再传。", "Too many files are under way. Send it again in a moment."),
    STEP_SEND("上传", "Send"),
    STEP_TAKE("导入", "Take in"),
    STEP_COMPARE("比对", "Compare"),
    STEP_DONE("完成", "Done"),
    WAITING_LINE("排队等待处理。", "It waits for its turn."),
    TAKING_LINE("正在逐行导入。", "Rows are being taken in."),
    COMPARING_LINE("正在与我方刷卡比对。", "It is being compared with our taps."),
    DONE_LINE("处理完毕。", "It is done."),
    LEAVE_LINE("可以关闭此页，处理不会中断；结果在对账单列表里。", "You may close this page. It goes on, and is in the list of statements."),
    PROGRESS(
            "已读 %s%%，文件 %s 行（含表头和合计行），其中错误 %s 行",
            "%s%% read, %s lines of the file with its header and trailer, %s of them bad"),
    COMPARE_TITLE("重新比对", "Compare again"),
    DAY_HAS(
            "这家商户这一天已有对账单 %s。各份合在一起比对，相同的行只算一次；整份更正的，请先撤回旧的。",
            "There is statement %s of this vendor's day already. They count together, the same row once; to replace"
                    + " one, withdraw it first."),
    DAY_APPROVED_WITH(
            "这一天是凭它审批的：新的对账单照常比对，差额只能用调账更正。",
            "The day was approved with it: another one is compared, and what differs can only be adjusted."),
    DAY_HAS_LINK("看这一天的对账单", "Statements of that day"),
    AGAIN_LINE(
            "这个文件以前已导入，没有重复导入。下面是那一次的结果。",
            "This file was taken in before, and not again. This is what came of it then."),
    STEP_HELD("待处理，没有比对", "Held, not compared"),
    STEP_NOT_YET("还没有比对", "Not compared yet"),
    HELD_DONE("已导入，但没有比对：合计行缺失或不符，待处理。", "It is taken in and held, not compared: its trailer is missing or disagrees."),
    HELD_UNTIL(
            "接受之前不比对，营业日也不能对账完毕。请打开对账单，接受或撤回。",
            "It is not compared until somebody accepts it, and its business day is not reconciled before."
                    + " Open the statement to accept or withdraw it."),
    TO_HELD("处理这份对账单", "See to the statement"),
    ACCEPTED_SINCE("曾待处理，后来已接受；比对的结果见该商户当日。", "It was held and has been accepted since; see the vendor's day."),
    WITHDRAWN_SINCE("曾待处理，后来已撤回，不再比对。", "It was held and has been withdrawn since; it is not compared."),
    NOT_COMPARED("已导入，还没有比对：", "It is taken in and not compared yet:"),
    FAILED("没有导入", "It was not taken in"),
    FAILED_REFERENCE("系统出错，没有导入任何内容。编号：%s", "Something went wrong on our side; nothing was taken in. Reference: %s"),
    FAILED_COMPARING("比对没有完成", "The comparison did not finish"),
    COMPARING_REFERENCE(
            "系统出错，没有比对完，已导入的不受影响。请重新比对。编号：%s",
            "Something went wrong on our side. What was taken in stays; compare again. Reference: %s"),
    TRY_AGAIN("重新上传", "Send another one"),
    GONE("没有这次处理的记录", "This is not known"),
    GONE_LINE(
            "处理经过保留 30 天，从哪个节点、重启以后都能看；更早的和地址有误的看不到。" + "请看对账单列表：在列表里就已导入；不在就请重新上传，重复上传也不会重复导入。",
            "What became of a file is told for 30 days, by every node and also after a restart; not of older ones,"
                    + " nor at a wrong address. If the statement is in the list, it was taken in; if not, send it"
                    + " again: no file is taken in twice."),
    TO_LIST("对账单列表", "List of statements"),
    TO_STATEMENT("查看对账单", "Look at the statement"),
    TO_BREAKS("处理差错", "Work on the breaks"),
    COMPARED_ROWS("比对行数", "Rows compared"),
    OPENED("新差错", "New breaks"),
    CHANGED("有变化的差错", "Changed breaks"),
    HEALED("自动消除", "Healed"),
    BY_RULE("按规则处理", "Resolved by rules"),
    GROUPED("按规则合并", "Grouped by rule"),
    LEFT_OPEN("当日待处理差错", "Breaks of the day that are open"),
    RELOAD("刷新", "Look again");

    private final String zh;
    private final String en;

    StatementText(String zh, String en) {
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
