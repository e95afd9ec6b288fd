package cn.suinian.gateway.console.holder.page;

import cn.suinian.gateway.console.page.Phrase;

/** What is said of benefits at a counter. */
public enum BenefitText implements Phrase {
    TITLE("今天享受的待遇", "Benefits today"),
    BENEFIT("待遇", "Benefit"),
    GETS("能否享受", "Gets it"),
    WHY("为什么", "Why"),
    LEFT("还剩多少", "What is left"),
    YES("可以享受", "Yes"),
    NOT_NOW("现在不能用", "Not now"),
    NEEDS_PROOF("需要证明", "Needs a certificate"),
    NO("不能享受", "No"),
    NO_CARD("还没有领过卡，领卡后即可享受。", "No card was ever handed over. Benefits begin with one."),
    UNREADABLE("暂时读不到，请刷新页面。", "This cannot be read just now. Please reload the page."),
    CARD_REFUSED(
            "现在刷卡会被拒绝：%s。下面是本人应享的待遇。", "Every tap is refused now: %s. What follows is theirs once the card works."),
    ENDED("已登记去世，所有待遇均已停止。", "A death is on record, so all benefits have ended."),
    FROM_AGE("%s 周岁及以上", "%s and older"),
    AGES("%s 至 %s 周岁", "%s to %s years old"),
    OF_HUKOU("深圳户籍", "Shenzhen hukou"),
    OF_DISTRICT("%s户籍", "hukou in %s"),
    OF_CATEGORY("类别为%s", "category: %s"),
    OR("或", " or "),
    LACKS("不符合：%s", "Not met: %s"),
    MEETS("符合：%s", "Met: %s"),
    PROOF("规则要求有效证明，未收到或已过期。", "The rule asks for a certificate that was not supplied or has expired."),
    FREE("免费", "Free"),
    UP_TO("每次最多补贴 %s 元", "Up to %s yuan each time"),
    PERCENT("支付价款的 %s%%", "Pays %s%% of the price"),
    USE("可以使用", "Can be used"),
    CHECK("核验资格，不付款", "A check; nothing is paid at the desk"),
    BROUGHT("每次送餐，商户得补助 %s 元", "Each meal brought earns the vendor %s yuan"),
    NOT_A_WORKDAY("今天不是工作日", "Today is no workday"),
    OUTSIDE_HOURS("现在不在 %s 至 %s 之间", "It is not between %s and %s"),
    USED_UP("次数或额度已用完", "It is used up"),
    SLIP("%s：%s", "%s: %s"),
    LEFT_DAY("今天还可用 %s 次（共 %s 次）", "%s of %s left today"),
    LEFT_WEEK("本周还可用 %s 次（共 %s 次）", "%s of %s left this week"),
    LEFT_MONTH("本月还可用 %s 次（共 %s 次）", "%s of %s left this month"),
    LEFT_YEAR("今年还可用 %s 次（共 %s 次）", "%s of %s left this year"),
    LEFT_FEN("本月服务券还剩 %s 元（共 %s 元）", "Voucher: %s of %s yuan left this month"),
    NO_LIMIT("不限次数", "No limit"),
    NEVER_CHECKED("还没有做过核验", "Never checked"),
    CHECKED("上次核验 %s，有效至 %s", "Checked on %s, good until %s"),
    CHECK_DUE("上次核验 %s，已过期，请尽快核验", "Checked on %s; it has run out and is due now"),
    NONE("无", "None");

    private final String zh;
    private final String en;

    BenefitText(String zh, String en) {
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
