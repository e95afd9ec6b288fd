package cn.suinian.core.authorization.decision;

/**
 * Why a tap was declined, in order of precedence: the first that applies is the one that is said. The line for the
 * holder is plain and kind and says what to do next; it is shown where others can read it, so it names no age, no
 * category and no illness. The hint is for staff only and says what to do next. Numbers are stored: never reuse one.
 */
public enum DeclineReason {
    CARD_UNKNOWN(
            1,
            "此卡无法识别，请联系服务人员",
            "This card is not known here. Please ask the staff.",
            "系统没有发过此卡号。请查看是否损坏或外地卡；都不是，请持卡人带卡到发卡网点。",
            "No card of this number was ever issued. Look whether it is damaged or of another city; "
                    + "if neither, send the holder to a counter with it."),
    TAC_INVALID(
            2,
            "读卡未成功，请再刷一次",
            "The card could not be read. Please tap again.",
            "卡片校验码不对。请再刷一次；若反复出现，请留下卡片并报修终端。",
            "The card's proof is wrong. Let it be tapped once more; if it repeats, keep the card "
                    + "aside and report the terminal."),
    COUNTER_REPLAYED(
            3,
            "读卡未成功，请再刷一次",
            "The card could not be read. Please tap again.",
            "同一计数已被另一笔使用：重复报送，或卡片被复制。请再刷一次；若反复出现，请上报，并请持卡人到发卡网点。",
            "This card counter was already used by another tap: a replay, or a copied card. Let it be "
                    + "tapped once more; if it repeats, report it and send the holder to a counter."),
    COUNTER_TOO_OLD(
            4,
            "读卡未成功，请再刷一次",
            "The card could not be read. Please tap again.",
            "比最新计数落后 64 以上。请再刷一次；补传的记录若属实，请人工补记。",
            "The card counter is 64 or more behind the latest one. Let it be tapped once more; settle "
                    + "a stored tap by hand if it was genuine."),
    TAP_TOO_LATE(
            5,
            "记录已超过补传期限，请联系服务人员",
            "This record arrived too late. Please ask the staff.",
            "超过允许的补传天数。请核实后人工补记，并查明终端为何迟送。",
            "Stored longer than the accepted number of days. Settle it by hand, and find out why the "
                    + "terminal sent it late."),
    CARD_NOT_ACTIVE(
            6,
            "此卡尚未激活，请到发卡网点激活",
            "This card is not active yet. Please activate it at a counter.",
            "已发卡，尚未激活。请持卡人到发卡网点激活。",
            "Issued, not activated. Ask the holder to activate it at a counter."),
    CARD_REPLACED(
            7,
            "此卡已换新卡，请使用新卡",
            "This card was replaced. Please use your new card.",
            "本人已有新卡在用。请持卡人改用新卡；没有新卡的，请到发卡网点。",
            "A newer card of the same person is in use. Ask for that one; if the holder has none, "
                    + "send them to a counter."),
    CARD_CANCELLED(
            8,
            "此卡已停用，请到发卡网点咨询",
            "This card is no longer in use. Please ask at a counter.",
            "已注销，没有换发新卡。请持卡人到发卡网点办理。",
            "Cancelled, and no new card was issued. Send the holder to a counter."),
    CARD_LOST(
            9,
            "此卡已挂失，请到发卡网点办理",
            "This card was reported lost. Please visit a counter.",
            "已挂失，多半是本人又找到了，请和气说明。请持卡人到为其服务的区的发卡网点解挂或补卡。",
            "Reported lost; mostly it is the holder who found it again, so be kind. Send them to a "
                    + "counter of the district that serves them, to have the card found again or replaced."),
    CARD_EXPIRED(
            10,
            "此卡已到期，请到发卡网点换卡",
            "This card has expired. Please renew it at a counter.",
            "已过有效期。请持卡人到发卡网点换卡。",
            "Past its expiry date. Ask the holder to renew it at a counter."),
    HOLDER_DECEASED(
            11,
            "此卡已停用，请到发卡网点咨询",
            "This card is no longer in use. Please ask at a counter.",
            "持卡人登记为已故，请勿当众提及。若登记有误，请到发卡网点恢复。",
            "The holder is recorded as deceased. Tell nobody in public; if it is wrong, send them to "
                    + "a counter, which can restore the card."),
    HOLDER_UNDER_AGE(
            12,
            "此卡尚未到启用日期，请到发卡网点咨询",
            "This card cannot be used yet. Please ask at a counter.",
            "刷卡当日持卡人未满六十周岁。若出生日期登记有误，请到发卡网点更正。",
            "The holder is not yet 60 on this day. If the recorded date of birth is wrong, send them "
                    + "to a counter."),
    BENEFIT_NOT_OFFERED(
            13,
            "此项服务暂未开通",
            "This service is not offered yet.",
            "当日此处没有该项服务的有效规则。请按原价办理；若此处应有，请告知运维人员。",
            "No rule for this service is in force at this place on this day. Take the full price; if "
                    + "it should be offered here, tell the operators."),
    NOT_ENTITLED(
            18,
            "此卡暂不适用此项服务，请到发卡网点咨询",
            "This card does not include this service. Please ask at a counter.",
            "有规则但此人不符合：年龄、户籍或类别。请按原价办理，见该笔的说明；登记有误的，请到发卡网点更正。",
            "Rules are in force, but none fits this person: age, hukou or category. Take the full "
                    + "price and look at the tap's explanation; if something is recorded wrongly, send them to "
                    + "a counter."),
    ATTESTATION_MISSING(
            19,
            "此处需要有效证明，请向服务人员咨询",
            "A valid certificate is needed here. Please ask the staff.",
            "规则要求的证明未收到或已过期。请持卡人向出具单位办理后再来。",
            "The rule asks for an attestation that the authority has not supplied or that has "
                    + "expired. Ask the holder to have it renewed there and to come again."),
    NOT_A_SERVICE_DAY(
            20,
            "今天不在服务日，请改日再来",
            "This is not offered today. Please come on another day.",
            "该项服务仅限工作日。请持卡人改在工作日来。",
            "The rule counts on workdays only. Ask the holder to come on one."),
    OUTSIDE_SERVICE_HOURS(
            21,
            "现在不在服务时间，请稍后再来",
            "This is not offered at this hour. Please come back later.",
            "不在规定的服务时段内，时段见该笔的说明。请告诉持卡人何时再来。",
            "Outside the hours of the rule, which are in the tap's explanation. Tell the holder when " + "to come."),
    MEAL_NOT_A_WORKDAY(
            14,
            "今天不是助餐日，本餐请自付",
            "There is no meal subsidy today. This meal is at its own price.",
            "助餐补贴仅限工作日午餐。请按原价收取本餐。",
            "Subsidised lunches are on workdays only. Take this meal's own price."),
    MEAL_OUTSIDE_HOURS(
            15,
            "现在不是助餐时间，本餐请自付",
            "It is not lunch-subsidy time. This meal is at its own price.",
            "不在规定的午餐时段内，时段见该笔的说明。请按原价收取本餐，并告诉持卡人午餐时段。",
            "Outside the lunch window of the rule, which is in the tap's explanation. Take this "
                    + "meal's own price, and tell the holder the hours."),
    MEAL_TAKEN_TODAY(
            16,
            "今天的午餐补贴已使用，本餐请自付",
            "Today's lunch subsidy is used. This meal is at its own price.",
            "每天一次午餐补贴，今天已用。请按原价收取本餐；持卡人没有用过的，请查今天的上一笔，由原终端撤销。",
            "One subsidised lunch a day. Take this meal's own price; if the holder had none, look for "
                    + "today's earlier tap: its terminal can undo it."),
    MEAL_WEEK_LIMIT(
            17,
            "本周的午餐补贴已用完，下周一恢复",
            "This week's lunch subsidies are used up. They return on Monday.",
            "周一至周日最多五次午餐补贴，本周已用完。请按原价收取本餐，下周一恢复。",
            "Five subsidised lunches a week, Monday to Sunday. Take this meal's own price; they "
                    + "return on Monday."),
    USED_TODAY(
            22,
            "今天的次数已用完，明天恢复",
            "Today's visits are used. They return tomorrow.",
            "已达该规则每日上限。请按原价办理，明天恢复。",
            "The rule's limit for a day is reached. Take the full price; it returns tomorrow."),
    USED_THIS_WEEK(
            23,
            "本周的次数已用完，下周一恢复",
            "This week's visits are used. They return on Monday.",
            "已达该规则每周上限。请按原价办理，下周一恢复。",
            "The rule's limit for a week, Monday to Sunday, is reached. Take the full price; it "
                    + "returns on Monday."),
    USED_THIS_MONTH(
            24,
            "本月的次数已用完，下月恢复",
            "This month's uses are used up. They return next month.",
            "已达该规则每月上限。请按原价办理，次月一日恢复。",
            "The rule's limit for a calendar month is reached. Take the full price; it returns on the "
                    + "first of the next month."),
    USED_THIS_YEAR(
            25,
            "今年的次数已用完，明年恢复",
            "This year's uses are used up. They return next year.",
            "已达该规则每年上限。请按原价办理，次年一月一日恢复。",
            "The rule's limit for a calendar year is reached. Take the full price; it returns on the "
                    + "first of January."),
    VOUCHER_USED_UP(
            26,
            "本月服务券已用完，本次请自付",
            "This month's voucher is used up. This visit is at its own price.",
            "本月额度已用完。请按原价收取，次月一日恢复。",
            "Nothing is left of the month's grant. Take the full price; it returns on the first of "
                    + "the next month.");

    private final int number;
    private final String zh;
    private final String en;
    private final String hintZh;
    private final String hintEn;

    /** What staff should know and do, in both languages. */
    public record StaffHint(String zh, String en) {}

    DeclineReason(int number, String zh, String en, String hintZh, String hintEn) {
        this.number = number;
        this.zh = zh;
        this.en = en;
        this.hintZh = hintZh;
        this.hintEn = hintEn;
    }

    /** The stored number, from 1. */
    public int number() {
        return number;
    }

    /** The line for the holder in Chinese. */
    public String zh() {
        return zh;
    }

    /** The line for the holder in English. */
    public String en() {
        return en;
    }

    /** What staff should know and do: never for the holder's display. */
    public StaffHint staffHint() {
        return new StaffHint(hintZh, hintEn);
    }

    /** The sound and light: always the neutral one that asks for help. */
    public Cue cue() {
        return Cue.HELP;
    }

    /**
     * The reason of a stored number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DeclineReason ofNumber(int number) {
        for (DeclineReason reason : values()) {
            if (reason.number == number) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no decline reason has the number " + number);
    }
}
