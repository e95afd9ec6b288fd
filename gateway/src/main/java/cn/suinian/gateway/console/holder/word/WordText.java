package cn.suinian.gateway.console.holder.word;

import cn.suinian.gateway.console.page.Phrase;

/** What codes about holders are called. */
public enum WordText implements Phrase {
    SPECIAL_HARDSHIP("特困人员", "Special hardship"),
    LOW_INCOME("低保对象", "Low income"),
    LOW_INCOME_MARGIN("低保边缘家庭成员", "Margin of low income"),
    VETERAN_OR_MARTYR_KIN("三属五老人员", "Kin of martyrs, old revolutionaries"),
    BEREAVED_ONE_CHILD("计划生育特殊家庭", "Bereaved of an only child"),
    MODERATELY_DISABLED("中度以上失能", "Moderately disabled or worse"),
    MODERATE("中度失能", "Moderate"),
    SEVERE("重度失能", "Severe"),
    FULL("完全失能", "Full"),
    MALE("男", "Male"),
    FEMALE("女", "Female"),
    DISTRICT("%s区", "%s"),
    NO_HUKOU("非深圳户籍", "No Shenzhen hukou"),
    CARD_ISSUED("待激活", "To be activated"),
    CARD_ACTIVE("使用中", "In use"),
    CARD_LOST("已挂失", "Reported lost"),
    CARD_REPLACED("已换新卡", "Replaced"),
    CARD_CANCELLED("已注销", "Cancelled"),
    CARD_EXPIRED("已到期", "Expired"),
    CARD_STOPPED("已停用（持卡人已登记去世，卡在拒付名单上）", "Stopped (its holder is recorded as deceased; on the denylist)"),
    RENEW("续期", "Renew"),
    BY_MOVE("随迁区变更", "With a move to another district"),
    NO_CARD("没有卡", "No card"),
    DECEASED("已登记去世", "Recorded as deceased"),
    ACTIVATE("激活", "Activate"),
    REPORT_LOST("挂失", "Report lost"),
    FOUND_AGAIN("解挂", "Found again"),
    REPLACE("换卡", "Replace"),
    CANCEL_CARD("注销", "Cancel card"),
    HAND_OVER("领卡", "Hand over a card"),
    COMMA("、", ", "),
    SEMICOLON("；", "; "),
    EFFECT("%s（%s 起）", "%s (from %s)"),
    UNTIL_NOW("至今", "until now"),
    PERIOD("%s 起，%s", "from %s, %s"),
    UNTIL("到 %s 为止", "until %s"),
    NOT_GIVEN("未登记", "Not on record"),
    REASON("原因", "Reason"),
    REASON_HINT("5 至 200 字，会记入审计。请勿填写证件、电话或账号号码。", "5 to 200 characters, kept in the audit trail. Leave numbers out."),
    EVIDENCE("依据", "How it is known"),
    EVIDENCE_HINT("所看证件或文件的名称，2 至 200 字，加密保存。", "The document you saw, 2 to 200 characters; kept encrypted."),
    DATE_WRONG("日期格式不对，请写成 1950-06-01 这样。", "This is no date. Write it as in 1950-06-01."),
    DATE_HINT("年-月-日，如 1950-06-01", "Year-month-day, as in 1950-06-01"),
    WHO("经办人", "By"),
    WHEN("时间", "When"),
    WHAT("事项", "What"),
    NAME("姓名", "Name"),
    PHONE("电话", "Phone"),
    BANK_ACCOUNT("银行账号", "Bank account"),
    SEX("性别", "Sex"),
    BORN_ON("出生日期", "Date of birth"),
    BIRTH_EVIDENCE("出生日期的依据", "How the date of birth is known"),
    DISTRICT_FIELD("服务区", "Serving district"),
    CONSENT("知情同意", "Consent"),
    DOCUMENT("证件", "Document"),
    PHOTO("照片", "Photo"),
    CORRECTED("更正%s", "Corrected: %s"),
    CONSENT_CHANGED("知情同意有变更：重新签署或撤回", "Consent changed: signed anew, or withdrawn"),
    HUKOU_SET("户籍登记为%s，自 %s 起", "Hukou in %s from %s"),
    HUKOU_CORRECTED("更正%s户籍起始日期，由 %s 改为 %s", "Start of the hukou in %s corrected from %s to %s"),
    HUKOU_ENDED("%s户籍自 %s 起结束", "Hukou in %s ended on %s"),
    CATEGORY_ADDED("列入%s，自 %s 起", "%s from %s"),
    CATEGORY_ENDED("%s自 %s 起结束", "%s ended on %s"),
    DIED("登记去世，日期 %s", "Death recorded, on %s"),
    DEATH_UNDONE("登记去世，日期 %s（已撤销：%s 申请，%s 于 %s 同意）", "Death recorded, on %s (undone: %s asked, %s approved at %s)"),
    MOVED_OUT("迁出深圳，日期 %s", "Moved out of the city on %s"),
    MOVED("迁往%s，日期 %s", "Moved to %s on %s"),
    CARD_NOW("卡 %s：%s", "Card %s: %s");

    private final String zh;
    private final String en;

    WordText(String zh, String en) {
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
