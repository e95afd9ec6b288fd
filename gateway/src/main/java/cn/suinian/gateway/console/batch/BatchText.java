package cn.suinian.gateway.console.batch;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of orders at the bureau say. */
public enum BatchText implements Phrase {
    TITLE("制卡批次", "Orders at the card bureau"),
    TITLE_LINE(
            "向制卡厂下单、导出加密的制卡文件、导入结果并核对。",
            "Order cards, send the encrypted file, take in the result, see what is missing."),
    DO_ORDER("下新订单", "Order cards"),
    TO_STOCK("回到库存", "Back to the stock"),
    TO_LIST("全部批次", "All orders"),
    NONE("还没有批次", "There is no order yet"),
    NONE_LINE("先新增号段，再下订单。", "Add a range of numbers first, then order."),
    NONE_MORE("后面没有了", "There are no more"),
    KEY_SET(
            "传输密钥已配置，校验值 %s。请与制卡厂核对一致。",
            "The transport key is set; its check value is %s. Compare it with the bureau's."),
    KEY_MISSING("没有配置传输密钥，不能导出制卡文件", "No transport key is set, so no order can leave the house"),
    KEY_MISSING_LINE(
            "与制卡厂在密钥仪式上约定一个 32 位十六进制密钥，写入只有运行账号可读的文件（权限 600），用 SUINIAN_BUREAU_KEY_FILE" + " 指明文件位置，然后重启节点。",
            "Agree on a key of 32 hexadecimal digits with the bureau in a key ceremony, write it into a file that"
                    + " only the node's account can read (mode 600), name the file in SUINIAN_BUREAU_KEY_FILE, restart"
                    + " the node."),

    BATCH("批次", "Order"),
    BATCH_TITLE("制卡批次 %s", "Order %s"),
    SERIALS("号码", "Numbers"),
    CARDS("张数", "Cards"),
    LAYOUT("卡面", "Layout"),
    KEY_VERSION("卡密钥版本", "Card key version"),
    ORDERED("下单", "Ordered"),
    EXPORTED("导出次数", "Sent out"),
    EXPORTED_LAST("%s 次，最近 %s", "%s, last %s"),
    EXPORTED_NEVER("还没有导出", "not yet"),
    WAITING("还没有结果", "No word yet"),
    MADE("已制成", "Made"),
    SPOILT("废卡", "Spoilt"),
    RECONCILED("核对", "Reconciliation"),
    ALL_ACCOUNTED("全部有结果", "Every card is accounted for"),
    MISSING_RUNS("还没有结果的号码", "Numbers without word"),
    MISSING_MORE("只列出前 %s 段。", "Only the first %s runs are shown."),

    ORDER_TITLE("下新订单", "Order cards from the bureau"),
    ORDER_LINE(
            "取号段的下一批号码。下单后不能撤销，做不出的卡按废卡登记。",
            "It takes the next numbers of a range. An order stays; cards that cannot be made become spoilt."),
    RANGE("号段", "Range"),
    COUNT("张数", "How many"),
    ORDER_SAVE("下单", "Order them"),
    ORDERED_SAID("已下单。", "Ordered."),

    EXPORT("导出制卡文件", "Send the order out"),
    EXPORT_LINE(
            "文件含每张卡的加密密钥，每次导出都计次并写入审计记录。请只交给制卡厂。",
            "The file has every card's key, encrypted for the bureau. Each copy is counted and in the audit trail."
                    + " Give it to nobody else."),
    EXPORT_AGAIN(
            "这个批次已经导出过。再次导出前，请确认制卡厂没有收到上一份。",
            "It went out before. Make sure the bureau does not have the copy before."),
    FORMAT("格式", "Format"),
    CSV("CSV（逗号分隔）", "CSV (comma-separated)"),
    JSON_LINES("JSON Lines（每行一个对象）", "JSON Lines (an object a line)"),
    EXPORT_SAVE("导出", "Send it out"),
    CHOOSE_FORMAT("请选择格式。", "Choose a format."),

    ANSWERS("已导入的结果", "Results taken in"),
    NO_ANSWERS("还没有导入过结果。", "No result was taken in yet."),
    DO_ANSWER("导入制卡结果", "Take in a result"),
    ANSWER_TITLE("导入制卡结果", "Take in what the bureau says"),
    ANSWER_LINE(
            "先试算：只读文件，什么也不改。看过结果后再正式导入。",
            "First a rehearsal: the file is read and nothing is changed. You see what would happen, and decide then."),
    FILE("制卡厂的结果文件", "The bureau's file"),
    FILE_HINT("CSV 或 JSON Lines，最大 16 MB，约 20 万行。", "CSV or JSON Lines, up to 16 MB, about 200,000 lines."),
    FILE_WANTED("请选择文件。", "Choose a file."),
    FILE_TOO_LARGE("文件超过 16 MB，请确认是否选错。", "The file is larger than 16 MB; is it the right one?"),
    REHEARSE("试算", "Rehearse"),
    JOBS_FULL("正在处理的文件太多，请过一会儿再试。", "Too many files are being worked on; try again in a while."),

    CHECKING("正在试算", "Rehearsing"),
    TAKING("正在导入", "Taking it in"),
    PROGRESS("已读 %s%%，%s 行", "%s%% read, %s lines"),
    PROGRESS_LINE("可以离开本页，稍后回来看结果。", "You may leave this page and come back later."),
    RELOAD("刷新", "Look again"),
    CHECKED("试算完成，还没有改动任何数据", "Rehearsed. Nothing is changed yet"),
    TAKEN("已导入", "Taken in"),
    BEFORE(
            "这个文件以前已经导入过，没有重复执行。下面是当时的结果。",
            "This very file was taken in before; nothing was done again. These are the figures of then."),
    FAILED("没有完成，什么也没有改动", "It was not finished, and nothing was changed"),
    FAILED_REFERENCE("请把编号 %s 告诉系统管理员。", "Tell the administrator the number %s."),
    TRY_AGAIN("重新选择文件", "Choose the file again"),
    GONE("这个文件不在这里了", "The file is not here any more"),
    GONE_LINE(
            "文件只在内存里保留半小时，节点重启或换到另一个节点也会丢失。没有导入的请重新选择文件；导入过的不会重复执行。",
            "Files are kept in memory for half an hour, on one node. If it was not taken in yet, choose it again;"
                    + " what was taken in is never done twice."),
    LINES("文件行数", "Lines of the file"),
    WOULD_BE_MADE("制成，进入市级卡库", "Made, into the city's store"),
    WOULD_FAIL("未制成，登记为废卡", "Not made, recorded as spoilt"),
    ALREADY("以前已知，不变", "Known before, unchanged"),
    DUPLICATE("重复行", "The same card again"),
    UNKNOWN("不属于本批次", "Not of this order"),
    UNREADABLE("其他有问题的行", "Other lines that are wrong"),
    MISSING("导入后仍没有结果的卡", "Cards without word afterwards"),
    FAULTS("有问题的行", "Lines that change nothing"),
    FAULTS_LINE(
            "有问题的行不会改动数据，其余行照常导入。最多列出 1000 行。",
            "They change nothing; the other lines go on. At most 1,000 are listed."),
    FAULTS_DOWNLOAD("下载问题清单（CSV）", "Download the list (CSV)"),
    LINE("行号", "Line"),
    PROBLEM("问题", "Problem"),
    FAULTS_MORE("其余 %s 行见下载的清单。", "%s more are in the list to download."),
    TAKE("正式导入", "Take it in"),
    NOTHING_TO_TAKE("这个文件没有可导入的内容。", "There is nothing in this file to take in."),
    BY("导入人", "By"),
    AT("时间", "When"),
    SM3("文件 SM3", "SM3 of the file");

    private final String zh;
    private final String en;

    BatchText(String zh, String en) {
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
