package cn.suinian.gateway.console.holder.register;

import cn.suinian.gateway.console.page.Phrase;

/** What the registration says. */
public enum RegisterText implements Phrase {
    TITLE("登记持卡人", "Register a holder"),
    SECTION_LINE("为年满 60 周岁的老人登记，登记后即可领卡。", "Register somebody of 60 or more; a card follows."),
    STEP_DOCUMENT("证件", "Document"),
    STEP_PERSON("本人", "Person"),
    STEP_RESIDENCE("户籍与类别", "Hukou and categories"),
    STEP_CHECK("同意并核对", "Consent and check"),
    STEP_DONE("完成", "Done"),
    KIND("证件类型", "Kind of document"),
    NUMBER("证件号码", "Number of the document"),
    NUMBER_HINT("对照证件填写，空格不影响。", "As on the document; spaces do no harm."),
    CHOOSE_KIND("请选择证件类型。", "Choose the kind of document."),
    NAME_HINT("与证件一致", "As on the document"),
    BORN_ON("出生日期", "Date of birth"),
    BIRTH_EVIDENCE("出生日期的依据", "How the date of birth is known"),
    PHONE_HINT("手机，或带区号的固定电话", "A mobile number, or one with its area code"),
    ACCOUNT_HINT("用于发放高龄津贴", "For the old-age allowance"),
    DISTRICT("服务区", "Serving district"),
    DISTRICT_HINT("日常办事的区，不一定是户籍所在区。", "Where they come to a counter; not always that of the hukou."),
    CHOOSE_DISTRICT("请选择服务区。", "Choose the serving district."),
    HUKOU("户籍", "Hukou"),
    CHOOSE_HUKOU("请选择户籍所在区，或非深圳户籍。", "Choose the district of the hukou, or that there is none."),
    HUKOU_SINCE("户籍起始日期", "Hukou since"),
    HUKOU_SINCE_HINT("不填则从今天起算，不能晚于今天。", "Empty: from today on. Not later than today."),
    HUKOU_SINCE_TODAY("未填，从今天起算", "Not given: from today on"),
    HUKOU_EVIDENCE("户籍依据", "How the hukou is known"),
    HUKOU_EVIDENCE_ASKED("户籍依据（深圳户籍必填）", "How the hukou is known (needed with a Shenzhen hukou)"),
    HUKOU_EVIDENCE_HINT("如户口簿；非深圳户籍不用填。", "As the household register; not for those without one."),
    CATEGORIES("人群类别（有证明的才选）", "Categories (only with a certificate)"),
    CATEGORIES_CHOSEN("人群类别", "Categories"),
    CLAIM_FROM("%s 起", "from %s"),
    CLAIM_OPEN("没有截止日期", "no last day"),
    CLAIM_UNTIL("%s 起不再享受", "no longer from %s"),
    CLAIM_EVIDENCE("依据：%s", "known by: %s"),
    CATEGORY_FROM("起始日期", "From"),
    CATEGORY_UNTIL("截止日期（当天起不再享受）", "First day on which it no longer holds"),
    GRADE("失能等级", "Level of disability"),
    PHOTO("照片", "Photo"),
    PHOTO_HINT("JPEG 或 PNG，不超过 2 MiB，可以以后再补。", "JPEG or PNG of 2 MiB at most; it can follow later."),
    PHOTO_TOO_LARGE("照片超过 2 MiB，请缩小后再传。", "The photo is larger than 2 MiB. Make it smaller."),
    PHOTO_AGAIN("请重新选择照片。", "Please choose the photo again."),
    CHECK_LINE("请与老人一起核对，有错请返回修改。", "Please check this together, and go back if something is wrong."),
    CONSENT("本人（或代办人）已阅读并签字同意", "The person, or who acts for them, has read and signed this"),
    CONSENT_MISSING("须先请本人阅读并签字同意。", "They have to read and sign it first."),
    NEXT("下一步", "Next"),
    PREVIOUS("上一步", "Back"),
    REGISTER("确认登记", "Register"),
    YOUNG_TITLE("还不到登记的年龄", "Not yet old enough"),
    YOUNG_LINE(
            "年满 60 周岁当天起就可以登记领卡。请届时带同一证件再来，欢迎您。",
            "Registration opens on the 60th birthday. Please come again then with the same document."),
    YOUNG_FROM("可登记日期", "Can be registered from"),
    TODAY("今天", "Today"),
    KNOWN_TITLE("已经登记过了", "Registered already"),
    KNOWN_LINE("这个证件已在登记簿中，没有重复登记。", "This document is in the register. Nobody was registered twice."),
    KNOWN_ELSEWHERE(
            "这位老人由%s服务。请到该区窗口办理，或请该区办理迁区。",
            "%s serves this person. They can go to a counter there, or have the district changed there first."),
    OPEN_HOLDER("打开持卡人", "Open the holder"),
    ALIKE_TITLE("有同名同生日的人", "Somebody has this name and birthday"),
    ALIKE_LINE(
            "请对照证件，看是不是同一个人。是同一个人就不要再登记。",
            "Compare the documents. If it is the same person, do not register them again."),
    ALIKE_ELSEWHERE("由%s服务，请致电该区窗口核对", "served by %s: call a counter there to compare"),
    ALIKE_DIFFERENT("已经核对，是不同的人", "I have compared: it is somebody else"),
    ALIKE_CONFIRM("请先核对并勾选。", "Compare first, and tick the box."),
    GO_ON("继续登记", "Go on"),
    RECEIPT("登记回执", "Receipt of registration"),
    RECEIPT_NUMBER("登记编号", "Registration number"),
    RECEIPT_ON("登记时间", "Registered at"),
    RECEIPT_ADVICE(
            "卡片由本人使用，一人一卡。遗失请尽快到任一网点挂失，待遇不会丢。",
            "The card is for its holder alone. If it is lost, tell any counter soon; nothing is lost with it."),
    DONE("已登记：%s", "Registered: %s"),
    HAND_OVER("现在领卡", "Hand over a card"),
    ANOTHER("登记下一位", "Register somebody else");

    private final String zh;
    private final String en;

    RegisterText(String zh, String en) {
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
