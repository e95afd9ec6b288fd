package cn.suinian.core.card.bureau;

import cn.suinian.core.refusal.Refusal;

/** Why nothing is done with an order or an answer of the bureau. */
public enum BureauRefusal implements Refusal {
    NOT_PERMITTED("您没有管理制卡批次的权限，请联系市级库存管理员。", "Only the city's stock keepers may do this; ask one of them."),
    BATCH_UNKNOWN("没有这个制卡批次，请核对批次号。", "There is no such order; check its number."),
    NO_TRANSPORT_KEY("尚未配置制卡传输密钥，请联系运维人员。", "No transport key for the bureau is set; ask the operators."),
    FILE_UNREADABLE("文件无法读取，请重新上传。", "The file cannot be read; upload it again."),
    HEADER_MISSING(
            "首行须为列名，且至少有 cardNo 和 status 两列。", "The first line must name the columns, cardNo and status among them."),
    FILE_TOO_LONG(
            "文件行数远超批次张数，请核对是否选错文件。", "The file has far more lines than the order has cards; is it the right one?");

    private final String zh;
    private final String en;

    BureauRefusal(String zh, String en) {
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
