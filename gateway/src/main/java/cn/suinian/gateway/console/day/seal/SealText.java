package cn.suinian.gateway.console.day.seal;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of seals and of published totals say. */
public enum SealText implements Phrase {
    TITLE("封存 %s", "Seal of %s"),
    NONE("尚未封存", "Not sealed yet"),
    NONE_LINE("付款完毕后自动封存。", "A day is sealed by itself once it is paid."),
    NUMBER("封存编号", "Number of the seal"),
    SEALED_AT("封存时间", "Sealed at"),
    SEALED_BY("由", "By"),
    PREVIOUS("上一次封存", "The seal before"),
    FIRST_SEAL("没有，这是第一次", "None, this is the first"),
    HASH("封存值（SM3）", "Hash of the seal (SM3)"),
    SIGNATURE("签名（SM2）", "Signature (SM2)"),
    KEY("签名密钥", "Signing key"),
    KEY_LINE("第 %s 版", "version %s"),
    SIGNED("签名有效", "The signature is good"),
    NOT_SIGNED("签名无效，请立即告知系统管理员", "The signature is wrong: tell the administrator at once"),
    SECTIONS("封存内容", "What is sealed"),
    SECTION("内容", "Part"),
    ROWS("行数", "Rows"),
    ROOT("默克尔根（SM3）", "Merkle root (SM3)"),
    TAP("刷卡", "Taps"),
    REVERSAL("冲正", "Reversals"),
    CLEARING_LINE("清分", "Clearing lines"),
    CLEARING_REVERSAL("冲正清分", "Lines of reversals"),
    CLEARING_DECLINE("未通过笔数", "Counts of declines"),
    JOURNAL("分录", "Journal"),
    TEXT("签名的文本", "The text that is signed"),
    HOW("怎样核对", "How to check it"),
    HOW_ROWS(
            "有数据库的人运行下面的命令：逐行重算，有一行被改动就指出是哪一行。",
            "Whoever has the database runs this. It recomputes every row and names the first that differs."),
    HOW_CHAIN(
            "没有数据库的人：对下面的文本计算 SM3（每一行都以换行符结束，最后一行也是），应与封存值相同；用公钥验证签名；" + "公布之后，不用登录就能在公布的页面下载这段文本，公布的合计里也有同一个封存值。",
            "Whoever has none computes the SM3 of the text below (a line feed ends each line, the last one too),"
                    + " which is the hash; and verifies the signature with the public key. Once totals are published,"
                    + " anybody can download the text there, and the published totals have the same hash."),
    PUBLIC_KEY("公钥", "Public key"),

    PUBLISHED("%s 智慧养老卡使用合计", "Use of the elder card on %s"),
    PUBLISHED_LINE(
            "深圳市智慧养老卡每日合计，按户籍区、服务和付款方。少于 %s 人的数字及能推算出它的数字不公布。",
            "Daily totals of Shenzhen's elder card by district of hukou, service and payer. Figures of fewer than %s"
                    + " holders, and those that would give them away, are withheld."),
    PUBLISHED_DAYS("智慧养老卡使用合计：已公布的营业日", "Use of the elder card: published days"),
    PUBLISHED_DAYS_LINE(
            "点日期看当天的合计和封存；JSON 是签名的文件。", "A day leads to its totals and seal; JSON is the signed document."),
    NOTHING_PUBLISHED("还没有公布过营业日。", "No day was published yet."),
    ALL_DAYS("全部已公布的营业日", "All published days"),
    WITHHELD_LINES(
            "另有 %1$s 行不公布：涉及少于 %2$s 人，或能由它推算出这样的数字（JSON 里标 withheld）。",
            "%1$s more lines are withheld: of fewer than %2$s holders, or a figure of so few would follow from them"
                    + " (withheld in the JSON)."),
    NOT_PUBLISHED("没有公布这一天", "Nothing is published of this day"),
    NOT_PUBLISHED_LINE("营业日封存之后公布。", "Totals are published once the business day is sealed."),
    DISTRICT("户籍区", "District of hukou"),
    ALL("全部", "All"),
    NOT_HERE("非深圳户籍", "Not in Shenzhen"),
    TOO_OFTEN("访问过于频繁，请稍候再试。", "Too many requests. Wait a moment and try again."),
    AS_JSON("JSON 文件", "As JSON"),
    SEAL_OF_DAY("这一天的封存", "The seal of the day"),
    SEAL_OF_DAY_LINE(
            "封存的文本逐字节下载，计算 SM3，应等于下面的封存值；签名是用公钥对这段文本作的 SM2 签名。每一天的文本里有前一天的封存值，" + "改动任何一天，以后各天都对不上。",
            "Download the sealed text to the byte and compute its SM3: it is the hash below. The signature is SM2"
                    + " over this text. Each day's text has the hash of the day before, so a day that is changed breaks"
                    + " all that follow."),
    AS_FILE("下载封存的文本", "Download the sealed text"),
    PAYABLE_IS(
            "应付是付款方付给商户的：补贴＋运营补贴＋送餐补贴。",
            "Payable is what payers owe vendors: subsidy, operator's and delivery subsidy together."),
    TOTALS("合计", "Totals"),
    BY_CELL("按户籍区、服务和付款方", "By district, service and payer"),
    HOW_PUBLISHED(
            "本页内容即 JSON 文件；文件逐字节用 SM2 签名，签名和密钥版本在它的响应头 Suinian-Signature 和 Suinian-Key-Version 中。",
            "This page is the JSON file. Its bytes are signed with SM2; signature and version of the key are in the"
                    + " headers Suinian-Signature and Suinian-Key-Version of its reply.");

    private final String zh;
    private final String en;

    SealText(String zh, String en) {
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
