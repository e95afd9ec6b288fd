package cn.suinian.gateway.console.payout.word;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import org.jspecify.annotations.Nullable;

/** Why a bank did not pay, by the codes of ISO 20022 (ExternalStatusReason1Code) that banks give most. */
public enum BankReason implements Phrase {
    AC01("账号不正确", "The account number is wrong"),
    AC03("收款账号无效", "The payee's account number is not valid"),
    AC04("账户已销户", "The account is closed"),
    AC06("账户被冻结", "The account is blocked"),
    AC13("付款账户类型不符", "The payer's account is of a kind that cannot pay"),
    AC14("收款账户类型不符", "The payee's account is of a kind that cannot be paid"),
    AG01("该账户不得办理这类交易", "This account may not have such a transfer"),
    AG02("业务代码不正确", "The kind of transfer is wrong"),
    AM01("金额为零", "The amount is zero"),
    AM02("金额超过限额", "The amount is above what is allowed"),
    AM03("币种不受理", "The currency is not taken"),
    AM04("付款账户余额不足", "The payer's account has not enough money"),
    AM05("重复付款", "It is the same payment again"),
    AM09("金额不正确", "The amount is wrong"),
    AM10("合计金额不正确", "The control sum is wrong"),
    BE01("户名与账号不符", "Name and account do not belong together"),
    BE05("付款发起人不明", "Whoever ordered it is not known"),
    BE06("收款人不明", "The payee is not known"),
    CNOR("收款行未登记", "The payee's bank is not registered"),
    CUST("客户要求取消", "The customer asked for it"),
    DNOR("付款行未登记", "The payer's bank is not registered"),
    DT01("日期不正确", "A date is wrong"),
    DUPL("重复付款", "It is the same payment again"),
    ED05("清算失败", "Settlement between banks failed"),
    FF01("文件格式不正确", "The form of the file is wrong"),
    FOCR("应撤销请求退回", "It came back since it was recalled"),
    MD07("收款人已去世", "The payee has died"),
    MS02("客户未说明原因", "The customer gave no reason"),
    MS03("银行未说明原因", "The bank gave no reason"),
    NARR("见银行附言", "See what the bank wrote"),
    NOAS("客户没有答复", "The customer did not answer"),
    RC01("联行号不正确", "The number of the bank is wrong"),
    RC03("付款行联行号不正确", "The number of the payer's bank is wrong"),
    RC04("收款行联行号不正确", "The number of the payee's bank is wrong"),
    RF01("交易编号重复", "The number of the payment was used before"),
    RR01("缺少付款人账户或证件信息", "The payer's account or identity is missing"),
    RR02("缺少付款人姓名或地址", "The payer's name or address is missing"),
    RR03("缺少收款人姓名或地址", "The payee's name or address is missing"),
    RR04("监管原因", "A rule of the regulator"),
    TM01("超过受理时间", "It came after the bank's closing time");

    private final String zh;
    private final String en;

    BankReason(String zh, String en) {
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

    /** A reason as a bank gave it, in words with the code behind; what is none of these codes stays as it is. */
    public static @Nullable String text(@Nullable String given, Language language) {
        for (BankReason each : values()) {
            if (each.name().equals(given)) {
                return each.in(language) + (language == Language.ZH ? "（" + given + "）" : " (" + given + ")");
            }
        }
        return given;
    }
}
