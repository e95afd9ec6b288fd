package cn.suinian.gateway.console.card;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of cards say. */
public enum CardText implements Phrase {
    CARD("卡", "Card"),
    CARD_TITLE("卡 %s", "Card %s"),
    NUMBER("卡号", "Card number"),
    HOLDER("持卡人", "Holder"),
    HOLDER_NUMBERED("持卡人 %s 号", "Holder no. %s"),
    TO_HOLDER("看持卡人", "See the holder"),
    STATUS("状态", "Status"),
    SINCE("起始时间", "Since"),
    EXPIRES("有效期至", "Good until"),
    EXPIRED("（已过期）", " (expired)"),
    ISSUED("待激活", "Not activated yet"),
    ACTIVE("使用中", "In use"),
    LOST("已挂失", "Reported lost"),
    REPLACED("已换卡", "Replaced"),
    CANCELLED("已注销", "Cancelled"),
    STOPPED_BY_DEATH("已停用", "Stopped"),
    STOPPED_BY_DEATH_NOTE(
            "持卡人已登记去世（%s）。这张卡从登记起停用，在拒付名单上；请收回注销。登记有误的，请在持卡人页面申请撤销。",
            "Its holder is recorded as deceased (%s). The card is stopped since then and is on the denylist: take it"
                    + " back and cancel it. If the record is wrong, ask on the holder's page to undo it."),
    LISTED_BY_DEATH("在名单上（持卡人已登记去世）", "on it (its holder is recorded as deceased)"),
    HISTORY("状态记录", "What became of it"),
    RECORDED("登记时间", "Recorded"),
    ON_LIST("拒付名单", "Denylist"),
    LISTED("在名单上（第 %s 版）", "on it (version %s)"),
    NOT_LISTED("不在名单上", "not on it"),
    OFF_LIST("已移出（第 %s 版）", "taken off (version %s)"),
    RENEWALS("续期记录", "Renewals"),
    RENEWED_FROM("原有效期", "Was good until"),
    RENEWED_TO("续期后有效期", "Good until"),
    SUCCESSOR("换成了", "Replaced by"),
    BECAUSE("原因：%s", "Reason: %s"),
    PREDECESSOR("接替", "Took the place of"),
    ACTS("现在可以办理", "What can be done now"),
    NO_ACTS(
            "这张卡已经终止，不能再办理业务。请收回并剪毁。",
            "This card has ended; nothing more can be done with it. Keep it and destroy it."),
    NO_ACTS_LOST(
            "这张卡已经终止，不能再办理业务。它是作为遗失换掉的；找到后请剪毁，不要再用。",
            "This card has ended; nothing more can be done with it. It was replaced as lost: if found, destroy it."),
    RECEIPT("回执", "Receipt"),

    DO_LOST("挂失", "Report lost"),
    DO_FOUND("解挂", "It was found again"),
    DO_REPLACE("换卡", "Replace"),
    DO_RENEW("续期", "Renew"),
    DO_CANCEL("注销", "Cancel"),
    DO_ACTIVATE("激活", "Activate"),
    DO_ISSUE("领卡", "Hand over a card"),

    ISSUE_TITLE("发卡", "Hand over a card"),
    ISSUE_WHOM("请从持卡人页面进入发卡", "Begin with the holder"),
    ISSUE_WHOM_LINE("先查找持卡人，再在持卡人页面点“领卡”。", "Find the holder first, then choose “Hand over a card” on their page."),
    HAS_CARD("这位老人已有一张卡", "This person has a card already"),
    HAS_CARD_LINE("每人只能有一张有效卡。如果卡遗失或损坏，请办理换卡。", "Everybody has one card. If it is lost or damaged, replace it."),
    SEE_CARD("看这张卡", "See that card"),
    DECEASED("这位持卡人已登记去世", "This holder is recorded as deceased"),
    DECEASED_LINE("不能发卡或换卡。如登记有误，请先申请更正。", "No card can be given. If that is wrong, have it corrected first."),
    CONSENT_GONE("这位持卡人已撤回同意", "This holder withdrew their consent"),
    CONSENT_GONE_LINE(
            "请本人重新签署同意书，并在“更正资料”登记，再发卡。",
            "Let them sign a new one and record it first; then a card can be handed over."),
    RECORD_CONSENT("更正资料", "Correct"),
    DEATH_FIRST("卡已停用。如登记有误，请先申请更正。", "The card is stopped. If that is wrong, have it corrected first."),
    PROPOSED("请取这张卡：卡号末六位", "Take this card: its number ends in"),
    PROPOSED_LINE("这是本窗口卡盒里的下一张。", "It is the next one in this counter's box."),
    NO_PROPOSAL(
            "本窗口没有可以推荐的库存卡，请输入或扫描手中卡的完整卡号。",
            "No card of this counter can be proposed. Type or scan the whole number of the card in your hand."),
    COMPARE("核对手中的卡", "Compare the card in your hand"),
    COMPARE_HINT(
            "照着手中的卡输入卡号末六位；如果换用别的卡，请输入或扫描完整的 19 位卡号。",
            "Type the last six digits as they stand on the card in your hand. For another card, type or scan all 19."),
    COMPARE_WHOLE_HINT("19 位数字，可以扫描。", "19 digits; a scanner may type them."),
    ISSUE_NOW("核对无误，发卡并激活", "They agree: issue and activate"),
    ISSUE_CONSEQUENCE("发卡后立即可以使用。", "The card works at once."),
    DIGITS_WANTED("请输入手中卡的末六位，或完整的 19 位卡号。", "Give the last six digits of the card in your hand, or all 19."),
    NUMBER_WANTED("请输入或扫描手中卡的完整 19 位卡号。", "Type or scan all 19 digits of the card in your hand."),
    NUMBER_WRONG("这不是随年卡的卡号，请逐位核对。", "This is no number of our cards. Compare it digit by digit."),
    OTHER_CARD(
            "手中的卡不是上面这一张。请取末六位相同的卡，或输入手中卡的完整卡号。",
            "The card in your hand is another one. Take the card shown, or type all 19 digits of yours."),
    ISSUED_SAID("卡已发出并激活，可以立即使用。", "The card is issued and works now."),

    ISSUE_RECEIPT("领卡回执", "Your new card"),
    REPLACE_RECEIPT("换卡回执", "Your new card"),
    GIVEN_AT("办理时间", "Handed over"),
    OLD_CARD("旧卡", "Old card"),
    OLD_CARD_LINE("%s，已停用", "%s, stopped"),
    GOOD_FOR("这张卡可以", "With this card"),
    GOOD_TRANSIT("免费乘坐公交和地铁：上车、进站、出站请刷卡", "Ride bus and metro free: tap when you get on, and at both metro gates"),
    GOOD_LUNCH("工作日在长者饭堂用午餐享受补贴", "Have subsidised lunches at canteens for the elderly on workdays"),
    GOOD_ALLOWANCE("办理高龄津贴资格核验", "Confirm your old-age allowance"),
    GOOD_VENUES("进入公园、景区和文体场馆", "Enter parks, scenic areas, culture and sports venues"),
    MOVED("随人保留，没有清零", "What stays as it was"),
    LEFT_NOW("还剩多少", "What is left"),
    MOVED_LUNCH_YES("今天的午餐补贴已用", "Today's subsidised lunch: taken"),
    MOVED_LUNCH_NO("今天的午餐补贴未用", "Today's subsidised lunch: not taken yet"),
    MOVED_WEEK("本周午餐补贴已用 %s 次", "Subsidised lunches this week: %s"),
    MOVED_JOURNEY("有一段未完成的地铁行程，请用新卡继续", "A metro journey is under way: go on with the new card"),
    USED_TIMES("%s：%s已用 %s 次", "%s: %s %s times"),
    USED_YUAN("%s：%s已用 %s 元", "%s: %s %s yuan used"),
    DAY("今天", "today"),
    WEEK("本周", "this week"),
    MONTH("本月", "this month"),
    YEAR("今年", "this year"),
    IF_LOST(
            "如果卡丢了，请马上拨打 %s，或到任何一个办卡窗口挂失。挂失后别人不能再用；您的补贴和服务券不会丢。",
            "If the card is lost, call %s or go to any card counter at once. It is then stopped for everybody else, and"
                    + " nothing you are entitled to is lost."),
    ALL_ELSE_AT(
            "换卡、解挂和其他事项，请到%s的窗口办理。",
            "For a new card, a card that was found again and anything else, go to a counter in %s."),
    DONE_BACK("办理完毕，回到持卡人", "Finished: back to the holder"),

    LOST_TITLE("挂失这张卡？", "Report this card lost?"),
    LOST_CONSEQUENCE(
            "挂失后立即停用：公交、地铁、饭堂、场馆下一次刷卡就会拒绝。找到后可以解挂。",
            "It is stopped at once: buses, gates, canteens and venues refuse it at the next tap. If it turns up,"
                    + " this can be taken back."),
    LOST_BY("谁来挂失", "Who reports it"),
    LOST_BY_WANTED("请选择谁来挂失。", "Choose who reports it."),
    BY_HOLDER("持卡人本人", "The holder"),
    BY_SOMEBODY("家人或照护人", "Family or a carer"),
    BY_STAFF("工作人员（拾获、警方告知等）", "Staff (found, kept at a gate, told by the police)"),
    LOST_AT("从什么时候起不在手边", "Since when it is gone"),
    LOST_AT_HINT("不填就从现在算起。", "Leave it empty if nobody knows: it counts from now."),
    LOST_AT_WRONG("请填写日期和时间，例如 2026-11-23 09:30。", "Give a day and a time, as 2026-11-23 09:30."),
    LOST_NOW("立即挂失", "Stop the card now"),
    STOPPED("已停用", "Stopped"),
    STOPPED_LINE("任何地方下一次刷卡都会被拒绝。", "It is refused at the next tap, everywhere."),
    STOPPED_SINCE("挂失生效", "Lost since"),
    STOPPED_RECORDED("登记挂失", "Reported"),
    STOPPED_LIST("拒付名单版本", "Denylist version"),
    STOPPED_OFFLINE(
            "离线的刷卡机取得这一版名单后也会拒绝。",
            "Terminals that are off line refuse it as soon as they have this version of the list."),
    STOPPED_NEXT("接下来", "Next"),
    REPLACE_NOW("现在换一张新卡", "Replace it now"),
    SERVED_BY(
            "这位老人由%s服务。挂失在任何窗口都可以办理；换卡、解挂等其他事项请到该区的窗口办理。",
            "%s serves this person. A loss is reported at any counter; for a new card or anything else, go to a"
                    + " counter there."),
    BACK_TO_SEARCH("回到查找", "Back to the search"),
    LOSS_RECEIPT("挂失回执", "Your lost card"),
    LOSS_ADVICE(
            "这张卡已经不能使用。找到后请不要刷，有疑问请拨打 %s。",
            "This card no longer works. If you find it, do not use it yet; with questions, call %s."),

    FOUND_TITLE("解除挂失？", "Was the card found again?"),
    FOUND_CONSEQUENCE(
            "请看到卡本身再办理。解挂后立即恢复使用，并移出拒付名单。",
            "Have the card in front of you. It works again at once and comes off the denylist."),
    FOUND_NOW("卡已找到，恢复使用", "It is here: let it work again"),
    FOUND_SAID("已解挂，卡恢复使用。", "The card works again."),
    ACTIVATE_TITLE("激活这张卡？", "Activate this card?"),
    ACTIVATE_CONSEQUENCE("激活后立即可以使用。", "It works at once."),
    ACTIVATED_SAID("卡已激活，可以使用。", "The card is activated and works."),
    CANCEL_TITLE("注销这张卡？", "Cancel this card?"),
    CANCEL_CONSEQUENCE(
            "注销后不能恢复。持卡人以后需要用卡，要另发新卡。",
            "This cannot be undone. If the holder needs a card later, a new one is issued."),
    CANCEL_REASON("原因", "Reason"),
    CANCEL_REASON_HINT(
            "1 至 200 字，写入审计记录。请不要写姓名和证件号。",
            "1 to 200 characters, kept in the audit trail. No names or document numbers, please."),
    CANCEL_NOW("注销这张卡", "Cancel the card"),
    CANCELLED_SAID("卡已注销，下一次刷卡即被拒绝。", "The card is cancelled and refused at the next tap."),
    RENEW_TITLE("给这张卡续期？", "Renew this card?"),
    RENEW_CONSEQUENCE(
            "请见到持卡人本人或其视频再续期。卡号不变。",
            "See the holder, in person or by video, before you renew. The number stays the same."),
    RENEW_NEW("续期后有效期至", "Good until, once renewed"),
    RENEW_NOW("续期一年", "Renew for a year"),
    RENEWED_SAID("已续期，有效期至 %s。", "Renewed: good until %s."),
    RENEW_CLOSED("现在不能续期", "It cannot be renewed now"),
    RENEW_EARLY_LINE("到期前一个月起可以续期。", "A card can be renewed from a month before its last day."),
    RENEW_LATE_LINE("到期已超过一个月，请以到期为由换卡。", "It is more than a month past its last day: replace it as expired."),
    ENDED("这张卡已经终止", "This card has ended"),
    NOT_LOST("这张卡没有挂失", "This card is not reported lost"),
    BACK_TO_CARD("回到这张卡", "Back to the card"),

    REPLACE_TITLE("换卡", "Replace the card"),
    STEP_OLD("旧卡", "Old card"),
    STEP_NEW("新卡和核对", "New card, compare"),
    STEP_DONE("完成和回执", "Done, receipt"),
    WHY("换卡原因", "Why it is replaced"),
    WHY_LOST("遗失", "It is lost"),
    WHY_DAMAGED("损坏，旧卡请收回", "It is damaged; keep the old one"),
    WHY_EXPIRED("到期且不能再续期，旧卡请收回", "It expired too long ago to be renewed; keep the old one"),
    NEXT("下一步", "Next"),
    REPLACE_CONSEQUENCE(
            "旧卡立即停用，新卡立即可用。今天的午餐、服务券余额和未完成的行程都随人保留。",
            "The old card stops and the new one works, both at once. Today's lunch, vouchers and a journey under way"
                    + " stay with the person."),
    REPLACE_NOW_DO("核对无误，换卡", "They agree: replace"),
    REPLACED_SAID("换卡完成：旧卡已停用，新卡可以使用。", "Done: the old card is stopped, the new one works."),
    RENEW_FIRST("请先续期", "Renew it first"),
    RENEW_FIRST_LINE("这张卡已过期但仍可续期。续期后再换卡。", "It has expired and can still be renewed. Renew it, then replace it."),

    DUE("待续期的卡", "Cards to renew"),
    DUE_LINE("到期前后一个月内的卡，先到期的在前。", "Cards within a month of their last day, the earliest first."),
    DUE_NONE("没有要续期的卡", "No card is due"),
    DUE_NONE_LINE("现在没有卡处在到期前后一个月内。", "None is within a month of its last day."),
    DUE_NONE_MORE("后面没有了", "There are no more"),
    FIRST_PAGE("从头看", "From the beginning"),
    DAYS_LEFT("还有 %s 天", "in %s days"),
    DAYS_OVER("已过 %s 天", "%s days ago"),
    DAY_TODAY("今天到期", "today");

    private final String zh;
    private final String en;

    CardText(String zh, String en) {
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
