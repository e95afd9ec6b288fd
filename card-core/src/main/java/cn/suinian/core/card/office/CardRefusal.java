package cn.suinian.core.card.office;

import cn.suinian.core.refusal.Refusal;

/** Why an act at the card counter is not done. */
public enum CardRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系窗口主管。", "You may not do this; ask your supervisor."),
    HOLDER_UNKNOWN("查无此持卡人，请先登记。", "There is no such holder here; register them first."),
    CARD_UNKNOWN("查无此卡，请核对卡号。", "There is no such card here; check the number."),
    HOLDER_DECEASED(
            "该持卡人已登记身故；如登记有误，请先申请更正。",
            "This holder is recorded as deceased; if that is wrong, have it corrected first."),
    HOLDER_TOO_YOUNG("未满 60 周岁，满 60 周岁当天起可发卡。", "The holder is not yet 60; a card can be issued from the birthday on."),
    CONSENT_WITHDRAWN(
            "本人已撤回同意；请本人重新签署同意书并在“更正资料”登记，再发卡。",
            "The holder withdrew their consent; record a new one by Correct before a card is handed over."),
    HAS_LIVE_CARD("该人已有一张有效卡；遗失或损坏请办理换卡。", "This person has a card already; if it is lost or damaged, replace it."),
    CHANGED_MEANWHILE("此卡状态刚被他人更改，请刷新后重新办理。", "Somebody changed this card meanwhile; reload and look again."),
    CARD_IS_LOST("此卡已挂失；请先解挂，或办理换卡。", "This card is reported lost; take that back first, or replace it."),
    CARD_REPLACED("此卡已被新卡替换，不能恢复；请收回并销毁。", "A new card took the place of this one; keep it and destroy it."),
    CARD_CANCELLED("此卡已注销，不能恢复；如需用卡请发新卡。", "This card was ended for good; issue a new one if one is needed."),
    LOST_IN_THE_FUTURE("遗失时间不能晚于现在，请更正。", "The time of the loss lies in the future; correct it."),
    LOST_BEFORE_ISSUE("遗失时间早于领卡时间，请更正。", "The time of the loss lies before the card was handed over; correct it."),
    ENOUGH_LOSSES_ELSEWHERE(
            "此卡未挂失：您今天为其他区办理的挂失已达上限。请立即致电其服务区的窗口。",
            "Not stopped: you reported enough losses for other districts today. Call a counter of the holder's now."),
    REASON_INVALID("请填写原因，1 至 200 字，不含换行。", "Give a reason of 1 to 200 characters on one line."),
    RENEW_FIRST("此卡已过有效期但仍可续期，请先续期。", "This card has expired and may still be renewed; renew it first."),
    RENEWAL_TOO_EARLY("未到续期时间，到期前一个月起可办理。", "It is too early; a card can be renewed from a month before it expires."),
    RENEWAL_TOO_LATE("已过续期时间，请以到期为由换卡。", "It is too late to renew; replace the card as expired."),
    NOT_EXPIRED("此卡仍在有效期或续期期内，不能以到期为由换卡。", "This card is good or can be renewed; it cannot be replaced as expired."),
    PAGE_INVALID("每页条数须为 1 至 200。", "A page has 1 to 200 lines.");

    private final String zh;
    private final String en;

    CardRefusal(String zh, String en) {
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
