package cn.suinian.core.holder.person;

import cn.suinian.core.refusal.Refusal;

/** Why something about a holder is not done. */
public enum HolderRefusal implements Refusal {
    NOT_ALLOWED("您的岗位没有办理此项业务的权限，请找窗口主管。", "Your role may not do this. Ask the supervisor of your counter."),
    NO_SUCH_HOLDER("没有找到该持卡人，或该持卡人不归您所在的区服务。", "There is no such holder, or another district serves them."),
    OUT_OF_SCOPE(
            "只能登记由您所在的区服务的持卡人，请检查服务区。", "You register holders for your own district only. Check the serving district."),
    DOCUMENT_NEEDED("请至少填写一种证件。", "Give at least one document."),
    DOCUMENT_KIND_TWICE("同一种证件填写了两次，请删去一个。", "Two documents of one kind were given. Remove one."),
    DOCUMENT_OF_ANOTHER(
            "该证件已登记在另一位持卡人名下，请查找该持卡人核对。", "This document is another holder's. Find that holder and compare."),
    NAME_WRONG(
            "姓名须为 2 至 60 个字，与证件一致，不含数字和符号。",
            "A name has 2 to 60 letters, as on the document, without digits and signs."),
    PHONE_WRONG(
            "电话号码不对：内地手机或带区号的固定电话，港澳台号码请加 +852、+853 或 +886。",
            "The phone number is wrong: a mainland number, or one with +852, +853 or +886 in front."),
    BANK_ACCOUNT_WRONG(
            "银行账号不对，请对照银行卡或存折逐位核对。", "The bank account is wrong. Compare each digit with the card or passbook."),
    BIRTH_DATE_MISSING(
            "所填证件的号码不含出生日期，请填写出生日期和依据。", "The number carries no date of birth. Enter the date and how it is known."),
    BIRTH_DATE_WRONG("出生日期不可能，请核对。", "The date of birth is not possible. Check it."),
    BIRTH_DATE_DIFFERS("出生日期与证件号码不一致，请核对证件。", "The date of birth is not that of the document. Compare them."),
    SEX_MISSING("请选择性别。", "Choose the sex."),
    SEX_DIFFERS("性别与证件号码不一致，请核对证件。", "The sex is not that of the document. Compare them."),
    CONSENT_MISSING("须先取得本人对个人信息处理的同意，请本人阅读并签字。", "The holder's consent is needed. Let them read and sign it."),
    CONSENT_UNKNOWN(
            "没有这个版本的同意书，请核对所签同意书上的版本号（现行版本 " + ConsentVersions.CURRENT + "）。",
            "There is no consent text of this version. Compare it with the text that was signed; the current one is "
                    + ConsentVersions.CURRENT + "."),
    CONSENT_ALREADY_WITHDRAWN("本人的同意已经撤回，无需再办。", "The consent was withdrawn already; there is nothing to do."),
    CONSENT_HAS_CARD(
            "撤回同意须同时注销名下的卡；请从持卡人页面办理，或先注销此卡。",
            "The holder's card is cancelled with the consent: do both on the holder's page, or cancel the card first."),
    TOO_YOUNG("未满 60 周岁，自年满 60 周岁之日起可以登记。", "Not yet 60. They can be registered from their 60th birthday."),
    EVIDENCE_MISSING(
            "请写明依据（2 至 200 字），例如所看证件的名称。", "Say how it is known, in 2 to 200 characters, as the document you saw."),
    REASON_LENGTH("请写明原因（5 至 200 字）。", "Give a reason of 5 to 200 characters."),
    PHOTO_SIZE("照片超过 2 MiB，请缩小后再传。", "The photo is larger than 2 MiB. Make it smaller."),
    PHOTO_TYPE("照片须为 JPEG 或 PNG 格式。", "The photo must be a JPEG or a PNG."),
    PHOTO_DIMENSIONS(
            "照片每边须为 100 至 4096 像素，总数不超过 800 万。", "The photo must have 100 to 4,096 pixels a side, 8 million at most."),
    PHOTO_UNUSUAL(
            "照片的编码方式过于特殊，请另存为普通的 JPEG 后再传。", "The photo is encoded in an unusual way. Save it as an ordinary JPEG."),
    PHOTO_BUSY("同时上传照片的人太多，请过几秒再试。", "Too many photos are coming in. Try again in a few seconds."),
    PHOTO_BROKEN("照片文件已损坏，请重新拍照。", "The photo cannot be opened. Take it again."),
    CHANGED_MEANWHILE(
            "该持卡人的资料刚被他人修改，请查看最新内容后再改。", "Somebody changed this holder meanwhile. Look at it again, then repeat."),
    NOTHING_TO_CHANGE("没有需要修改的内容。", "Nothing was changed: every value is as it was."),
    DATE_TOO_EARLY("日期太早，请核对。", "The date is too early. Check it."),
    ENDS_BEFORE_IT_BEGINS("截止日期须晚于起始日期，请核对。", "It would end before it begins: give a later last date."),
    DATE_TOO_LATE("日期太晚，请核对。", "The date is too late. Check it."),
    DATE_MISSING("请填写日期。", "Enter the date."),
    HUKOU_OVERLAPS(
            "此日期之后另有户籍记录。如只是起始日期登记错了，请办理“更正户籍起始日期”。",
            "A later hukou is on record. If only its first day is wrong, correct the start of the hukou."),
    NO_HUKOU("该日期没有有效的深圳户籍记录。", "There is no Shenzhen hukou in force on that date."),
    CATEGORY_OVERLAPS("该类别在这段时间已有记录。", "This category is on record for that time already."),
    NO_CATEGORY("该日期没有此类别的有效记录。", "This category is not in force on that date."),
    GRADE_MISSING("请选择失能等级。", "Choose the level of disability."),
    GRADE_NOT_ASKED("此类别没有失能等级，请勿选择。", "This category has no level of disability. Leave it out."),
    ALREADY_DECEASED("该持卡人已登记去世。", "This holder's death is on record already."),
    NOT_DECEASED("该持卡人没有可撤销的去世登记。", "There is no recorded death to undo."),
    MOVE_NOT_YET(
            "服务区一经登记立即改变，日期不能晚于今天，请到当天再办。户籍将来才迁的，可先用“变更户籍”登记。",
            "The serving district changes at once, so the date cannot lie in the future: come back on the day. A hukou"
                    + " that moves later can be recorded now under “Change the hukou”."),
    SAME_DISTRICT("新的区与现在相同，无需办理。", "It is the same district as now. Nothing to do."),
    ENOUGH_ELSEWHERE(
            "您今天查看其他区持卡人的次数已用完，登记也要明天才能再办。请由同事办理，或致电该持卡人服务区的窗口。",
            "You looked at other districts' holders often enough today, and can register nobody before tomorrow. Let a"
                    + " colleague do it, or call a counter of the district that serves them."),
    SEARCH_TEXT("请填写完整的姓名、证件号码、手机号码或卡号。", "Enter a whole name, document number, phone or card number."),
    SEARCH_NUMBER(
            "号码有误：不是正确的证件号码、电话或卡号，请逐位核对。", "This is no right document, phone or card number. Compare each digit.");

    private final String zh;
    private final String en;

    HolderRefusal(String zh, String en) {
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
