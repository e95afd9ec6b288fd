package cn.suinian.gateway.console.allowance;

import cn.suinian.gateway.console.form.Codes;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.BankReason;
import java.util.Optional;

/** Codes of runs, lines and notes in words; each constant has the name of the code. */
enum CodeText implements Phrase {
    LISTED("名单已生成", "Listed"),
    DISCARDED("已作废", "Discarded"),
    CONFIRMED("已确认，待复核", "Confirmed, to be approved"),
    APPROVED("已复核", "Approved"),
    PAY_FILE("已提交发放", "Payments ordered"),
    RECONCILED("已核对办结", "Reconciled"),

    REGULAR("当月发放", "This month"),
    ARREARS("补发", "Back pay"),
    RECOVERY("追回", "Claimed back"),
    WITHDRAWN("撤销追回", "Claim withdrawn"),

    EXCLUDED("未发", "Left out"),
    NEW("新增", "New"),
    STOPPED("停发", "Stopped"),
    CHANGED("金额调整", "Changed"),

    TIER("按年龄档次", "by age"),
    CHECK_LATE("补办资格认证", "identity check made late"),
    RETURNED("曾被银行退回", "returned by the bank before"),
    KNOWN_LATE("资料补登后补发", "became known late"),
    AMOUNT_LOWER("应发金额较低", "the amount is lower"),
    TOO_YOUNG("未满七十周岁", "under the age of 70"),
    DECEASED("已去世", "deceased"),
    NO_HUKOU("户籍已迁出本市", "hukou not in the city any more"),
    NOT_APPLIED("尚未申请", "not applied for"),
    CHECK_MISSED("未按时办理资格认证", "identity check missed"),
    NO_BANK_ACCOUNT("未登记银行账户", "no bank account"),
    ACCOUNT_REFUSED("银行退回上一笔，账户未变", "last payment returned, account unchanged"),
    MOVED_DISTRICT("户籍在区间迁移", "moved between districts"),
    TURNED_70("年满七十周岁", "turned 70"),
    APPLIED("新申请", "applied"),
    RESUMED("恢复发放", "resumed"),

    UNDER_WAY("发放中", "under way"),
    PAID("已发放", "paid"),
    WITHHELD("未提交银行", "not sent to the bank"),
    CLAIMED("待收回", "open"),
    RETURNED_BY_BANK("银行已退回，待撤销", "returned by the bank, to be withdrawn"),
    COLLECTED("已收回", "money came back"),
    REFUNDED("已退还家属", "given back to the family");

    private final String zh;
    private final String en;

    CodeText(String zh, String en) {
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

    /** The words for a code; a code without words stays as it is. */
    static String of(String code, Language language) {
        return Codes.of(CodeText.class, code, language);
    }

    /** The words of a code of ours or of a bank in both languages, for files; nothing for one that has none. */
    static String both(String code) {
        Optional<String> ours =
                Codes.find(CodeText.class, code, Language.ZH).map(zh -> zh + " " + of(code, Language.EN));
        return ours.orElseGet(() -> Codes.find(BankReason.class, code, Language.ZH)
                .map(zh -> zh + " " + Codes.of(BankReason.class, code, Language.EN))
                .orElse(""));
    }

    /** The words for a constant that has some. */
    static String of(Enum<?> constant, Language language) {
        return of(constant.name(), language);
    }
}
