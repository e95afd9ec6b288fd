package cn.suinian.gateway.console.holder.register;

import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.gateway.console.page.Phrase;
import java.util.List;

/**
 * The text that a holder signs (PIPL, Arts. 14, 17 and 29: separate consent for sensitive data). A new wording is a new
 * version; which one somebody signed is kept with them.
 */
public enum Consent implements Phrase {
    PURPOSE(
            "本人同意深圳市智慧养老卡管理方为发放和使用随年卡，处理本人的证件号码、姓名、性别、出生日期、户籍、居住区、困难或失能类别及证明、电话、银行账号和照片。",
            "I agree that the office of Shenzhen's elder card uses the number of my document, my name, sex, date of"
                    + " birth, hukou, district, hardship or disability with its evidence, phone, bank account and photo"
                    + " to issue my card and to let me use it."),
    SENSITIVE(
            "其中证件号码、困难或失能类别、银行账号、照片以及刷卡的时间地点属于敏感个人信息，加密保存，只用于核对身份、结算补贴和防止冒用。",
            "Of these the number of the document, hardship or disability, the bank account, the photo, and where and"
                    + " when I tap are sensitive. They are kept encrypted, and used to know me, to settle subsidies"
                    + " and to prevent misuse only."),
    RIGHTS(
            "本人可以随时到为本人服务的区的发卡网点查询、更正，或者撤回同意；撤回同意时由网点注销卡片，已经享受的待遇不受影响。",
            "At the counters of the district that serves me I can ask what is kept, have it corrected, or take my"
                    + " consent back. The counter then cancels my card; what I was given before stays mine.");

    /** Of the text above. */
    public static final String VERSION = ConsentVersions.CURRENT;

    private final String zh;
    private final String en;

    Consent(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Its paragraphs. */
    public static List<Consent> text() {
        return List.of(values());
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
