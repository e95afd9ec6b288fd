package cn.suinian.core.card.stock;

import cn.suinian.core.refusal.Refusal;

/** Why nothing is done with the stock or its ranges. */
public enum StockRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系窗口主管。", "You may not do this; ask your supervisor."),
    SERIALS_INVALID("号段起止不正确：须为 0 至 99999999，且起不大于止。", "The first and last number must be 0 to 99999999 and in order."),
    LAYOUT_INVALID(
            "卡面代码须为大写字母、数字、连字符或下划线，最多 32 位。",
            "A layout code has up to 32 capital letters, digits, hyphens and underscores."),
    KEY_VERSION_UNKNOWN("密钥库中没有这个卡密钥版本。", "The key store has no card key of this version."),
    RANGE_OVERLAPS("号段与已有号段重叠，请核对后另选。", "The range overlaps one that exists; choose other numbers."),
    RANGE_IN_USE("号段内已有发出的卡，请另选号段。", "Cards with numbers of this range are in use; choose other numbers."),
    RANGE_UNKNOWN("没有这个号段。", "There is no such range."),
    RANGE_EXHAUSTED("号段剩余号码不足，请减少数量或新增号段。", "The range has too few numbers left; take fewer, or add a range."),
    COUNT_INVALID("数量须为 1 至 100000。", "The number of cards must be 1 to 100,000."),
    REASON_INVALID("请填写原因，1 至 200 字，不含换行。", "Give a reason of 1 to 200 characters on one line."),
    NOT_YOUR_COUNTER("这些卡不在您负责的窗口，请由所在窗口办理。", "These cards are not of your counter; let that counter do it."),
    CARD_NOT_IN_STOCK("这张卡不在库存中，请换一张并报告主管。", "This card is not in stock; take another and tell your supervisor."),
    NOT_ALL_THERE(
            "号码范围内有卡不在调出处，未作调拨，请盘点后重试。", "Not all of these cards are there, so none was moved; count them again."),
    COUNTER_EMPTY("本窗口已无可发的卡，请申请调拨。", "This counter has no card left; ask for a transfer."),
    CARD_GIVEN_OUT("这张卡已经发出，请办理换卡。", "This card was given to a holder; replace it instead.");

    private final String zh;
    private final String en;

    StockRefusal(String zh, String en) {
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
