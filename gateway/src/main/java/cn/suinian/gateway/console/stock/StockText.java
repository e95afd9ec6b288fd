package cn.suinian.gateway.console.stock;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of the stock say. */
public enum StockText implements Phrase {
    TITLE("卡片库存", "Card stock"),
    TITLE_LINE("各处库存、号段、收卡、调拨和废卡。", "What lies where, ranges, receiving, transfers and spoilt cards."),
    PLACE("地点", "Place"),
    STORE("市级卡库", "The city's store"),
    COUNTER_NUMBERED("%s 号窗口", "Counter no. %s"),
    ORDERED("制卡中", "On order"),
    IN_STOCK("可发", "To give out"),
    ISSUED("已发出", "Given out"),
    SPOILT("废卡", "Spoilt"),
    LOW("快用完", "running low"),
    LOW_LINE("可发不多于 %s 张的窗口标为“快用完”。", "A counter with %s cards or fewer to give out is marked."),
    EMPTY("还没有库存", "There is no stock yet"),
    EMPTY_LINE("先新增号段，再收卡，或向制卡厂下订单。", "Add a range first; then receive cards, or order them from the bureau."),
    EMPTY_COUNTER_LINE("请向市级卡库申请调拨。", "Ask the city's store for a transfer."),

    DO_TRANSFER("调拨", "Transfer cards"),
    DO_SPOIL("登记废卡", "Record a spoilt card"),
    DO_RECEIVE("收卡入库", "Receive cards"),
    DO_RANGE("新增号段", "Add a range"),
    TO_BATCHES("制卡批次", "Orders at the bureau"),

    RANGES("号段", "Ranges of numbers"),
    RANGE("号段", "Range"),
    LAYOUT("卡面", "Layout"),
    KEY_VERSION("卡密钥版本", "Card key version"),
    LEFT("剩余号码", "Numbers left"),
    ADDED("新增", "Added"),
    NO_RANGES("还没有号段", "There is no range yet"),
    NO_RANGES_LINE("收卡和下单都要从号段取号。", "Receiving and ordering take their numbers from a range."),
    RANGE_LEFT("%s（%s），剩 %s 个", "%s (%s), %s left"),

    RANGE_TITLE("新增号段", "Add a range of numbers"),
    RANGE_LINE("号段不能与已有号段重叠，新增后不能删除。", "Ranges never overlap, and stay once they are added."),
    FIRST("起号", "First"),
    LAST("止号", "Last"),
    FIRST_HINT("8 位序号，或扫描 19 位卡号。", "The 8-digit serial, or scan the 19-digit number."),
    LAYOUT_HINT("与制卡厂约定的代码，例如 STANDARD-2026。", "The code agreed with the bureau, as STANDARD-2026."),
    RANGE_SAVE("新增", "Add the range"),
    RANGE_SAID("号段已新增。", "The range is added."),
    SERIAL_WRONG("请填写 8 位以内的序号，或完整的 19 位卡号。", "Give a serial of up to 8 digits, or a whole card number."),
    COUNT_WRONG("请填写张数，1 至 100000。", "Give a number of cards, 1 to 100,000."),
    VERSION_WRONG("请填写密钥版本的数字。", "Give the number of the key version."),
    CHOOSE_RANGE("请选择号段。", "Choose a range."),

    RECEIVE_TITLE("收卡入库", "Receive ready-made cards"),
    RECEIVE_LINE(
            "用于不经制卡批次到货的成品卡：按号段的下一批号码进入市级卡库。",
            "For cards that came ready-made, without an order here: they take the next numbers of the range, into the"
                    + " city's store."),
    COUNT("张数", "How many"),
    RECEIVE_SAVE("入库", "Take them in"),
    RECEIVED_SAID("已入库：%s。", "Taken in: %s."),

    TRANSFER_TITLE("调拨", "Transfer cards"),
    TRANSFER_LINE(
            "整盒调拨：填写第一张和最后一张。全部调走，或者都不动。", "As boxes move: the first card and the last. All of them move, or none."),
    FROM("调出", "From"),
    TO("调入", "To"),
    TRANSFER_SAVE("调拨", "Transfer"),
    TRANSFERRED_SAID("已调拨 %s 张。", "%s cards moved."),
    CHOOSE_PLACE("请选择地点。", "Choose a place."),
    SAME_PLACE("调出和调入不能是同一处。", "The cards are there already: choose another place."),

    SPOIL_TITLE("登记废卡", "Record a spoilt card"),
    SPOIL_LINE("用于还没有发出的坏卡。登记后这张卡永远不能发出。", "For a card that nobody has had. It can never be given out afterwards."),
    SPOIL_CARD("卡号", "Card number"),
    REASON("原因", "Reason"),
    REASON_HINT("1 至 200 字，写入审计记录。", "1 to 200 characters, kept in the audit trail."),
    SPOIL_SAVE("登记为废卡", "Record as spoilt"),
    SPOILT_SAID("已登记为废卡。", "Recorded as spoilt."),

    PLACE_TITLE("%s的库存", "Stock of %s"),
    RUNS("在库号码", "Numbers that lie here"),
    RUNS_MORE("只列出前 %s 段。", "Only the first %s runs are shown."),
    NO_RUNS("这里没有可发的卡", "No card lies here"),
    NO_RUNS_LINE("可以从市级卡库调拨。", "Transfer some from the city's store."),
    MOVE("调走", "Transfer"),
    BACK("回到库存", "Back to the stock");

    private final String zh;
    private final String en;

    StockText(String zh, String en) {
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
