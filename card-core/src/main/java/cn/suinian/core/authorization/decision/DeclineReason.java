package cn.suinian.core.authorization.decision;

/**
 * Why a tap was declined, in order of precedence: the first that applies is the one that is said. The line for the
 * holder is plain and kind and says what to do next; it is shown where others can read it, so it names no age, no
 * category and no illness. The hint is for staff only. Numbers are stored: never reuse one.
 */
public enum DeclineReason {
    CARD_UNKNOWN(
            1,
            "此卡无法识别，请联系服务人员",
            "This card is not known here. Please ask the staff.",
            "No card of this number was ever issued. Check for a damaged or foreign card."),
    TAC_INVALID(
            2,
            "读卡未成功，请再刷一次",
            "The card could not be read. Please tap again.",
            "The card's proof is wrong. If it repeats, keep the card aside and report the terminal."),
    COUNTER_REPLAYED(
            3,
            "读卡未成功，请再刷一次",
            "The card could not be read. Please tap again.",
            "This card counter was already used by another tap: a replay, or a copied card."),
    COUNTER_TOO_OLD(
            4,
            "读卡未成功，请再刷一次",
            "The card could not be read. Please tap again.",
            "The card counter is 64 or more behind the latest one; settle by hand if the tap was genuine."),
    TAP_TOO_LATE(
            5,
            "记录已超过补传期限，请联系服务人员",
            "This record arrived too late. Please ask the staff.",
            "Stored longer than the accepted number of days; settle by hand."),
    CARD_NOT_ACTIVE(
            6,
            "此卡尚未激活，请到发卡网点激活",
            "This card is not active yet. Please activate it at a counter.",
            "Issued, not activated."),
    CARD_REPLACED(
            7,
            "此卡已换新卡，请使用新卡",
            "This card was replaced. Please use your new card.",
            "A newer card of the same person is in use."),
    CARD_CANCELLED(
            8,
            "此卡已停用，请到发卡网点咨询",
            "This card is no longer in use. Please ask at a counter.",
            "Cancelled without a successor."),
    CARD_LOST(
            9,
            "此卡已挂失，请到发卡网点办理",
            "This card was reported lost. Please visit a counter.",
            "Reported lost. The holder can have it found again or replaced at any counter."),
    CARD_EXPIRED(10, "此卡已到期，请到发卡网点换卡", "This card has expired. Please renew it at a counter.", "Past its expiry date."),
    HOLDER_DECEASED(
            11,
            "此卡已停用，请到发卡网点咨询",
            "This card is no longer in use. Please ask at a counter.",
            "The holder is recorded as deceased. If that is wrong, a counter can restore the card."),
    HOLDER_UNDER_AGE(
            12,
            "此卡尚未到启用日期，请到发卡网点咨询",
            "This card cannot be used yet. Please ask at a counter.",
            "The holder is not yet 60 on this day."),
    BENEFIT_NOT_OFFERED(
            13,
            "此项服务暂未开通",
            "This service is not offered yet.",
            "No rule for this service is in force at this place on this day."),
    NOT_ENTITLED(
            18,
            "此卡暂不适用此项服务，请到发卡网点咨询",
            "This card does not include this service. Please ask at a counter.",
            "Rules are in force, but none fits this person: age, hukou or category. See the tap's explanation."),
    ATTESTATION_MISSING(
            19,
            "此处需要有效证明，请向服务人员咨询",
            "A valid certificate is needed here. Please ask the staff.",
            "The rule asks for an attestation that the authority has not supplied or that has expired."),
    NOT_A_SERVICE_DAY(
            20,
            "今天不在服务日，请改日再来",
            "This is not offered today. Please come on another day.",
            "The rule counts on workdays only."),
    OUTSIDE_SERVICE_HOURS(
            21,
            "现在不在服务时间，请稍后再来",
            "This is not offered at this hour. Please come back later.",
            "Outside the hours of the rule."),
    MEAL_NOT_A_WORKDAY(
            14,
            "今天不是助餐日，本餐请自付",
            "There is no meal subsidy today. This meal is at its own price.",
            "Subsidised lunches are on workdays only."),
    MEAL_OUTSIDE_HOURS(
            15,
            "现在不是助餐时间，本餐请自付",
            "It is not lunch-subsidy time. This meal is at its own price.",
            "Outside the lunch window of the rule."),
    MEAL_TAKEN_TODAY(
            16,
            "今天的午餐补贴已使用，本餐请自付",
            "Today's lunch subsidy is used. This meal is at its own price.",
            "One subsidised lunch a day."),
    MEAL_WEEK_LIMIT(
            17,
            "本周的午餐补贴已用完，下周一恢复",
            "This week's lunch subsidies are used up. They return on Monday.",
            "Five subsidised lunches a week, Monday to Sunday."),
    USED_TODAY(
            22,
            "今天的次数已用完，明天恢复",
            "Today's visits are used. They return tomorrow.",
            "The rule's limit for a day is reached."),
    USED_THIS_WEEK(
            23,
            "本周的次数已用完，下周一恢复",
            "This week's visits are used. They return on Monday.",
            "The rule's limit for a week, Monday to Sunday, is reached."),
    USED_THIS_MONTH(
            24,
            "本月的次数已用完，下月恢复",
            "This month's uses are used up. They return next month.",
            "The rule's limit for a calendar month is reached."),
    USED_THIS_YEAR(
            25,
            "今年的次数已用完，明年恢复",
            "This year's uses are used up. They return next year.",
            "The rule's limit for a calendar year is reached."),
    VOUCHER_USED_UP(
            26,
            "本月服务券已用完，本次请自付",
            "This month's voucher is used up. This visit is at its own price.",
            "Nothing is left of the month's grant. It returns on the first of the next month.");

    private final int number;
    private final String zh;
    private final String en;
    private final String staffHint;

    DeclineReason(int number, String zh, String en, String staffHint) {
        this.number = number;
        this.zh = zh;
        this.en = en;
        this.staffHint = staffHint;
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

    /** What staff should know or do. */
    public String staffHint() {
        return staffHint;
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
