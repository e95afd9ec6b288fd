package cn.suinian.gateway.console.holder.change;

import cn.suinian.gateway.console.page.Phrase;

/** What the forms that change a holder say. */
public enum ChangeText implements Phrase {
    CORRECT("更正资料", "Correct what is known"),
    CORRECT_LINE("只填要改的内容，其余留空即不变。原来的内容会保留。", "Fill in what is to be different. What was so before is kept."),
    NOW("现在：%s", "Now: %s"),
    REMOVE_PHONE("删除电话", "Remove the phone"),
    REMOVE_ACCOUNT("删除银行账号", "Remove the bank account"),
    KIND("证件类型", "Kind of document"),
    NUMBER("证件号码", "Number of the document"),
    NUMBER_HINT("同类证件会被替换，其他证件保留。", "It takes the place of the one of its kind."),
    KIND_MISSING("请选择证件类型。", "Choose the kind of document."),
    EVIDENCE_HINT("更正出生日期或证件时必填：所看证件的名称。", "Needed for a date of birth or a document: what you saw."),
    RENEW_CONSENT("已重新签署知情同意（%s 版）", "A new consent was signed (version %s)"),
    PHOTO("新照片", "Newer photo"),
    PHOTO_HINT("JPEG 或 PNG，不超过 2 MiB。", "JPEG or PNG of 2 MiB at most."),
    PHOTO_TOO_LARGE("照片超过 2 MiB，请缩小后再传。", "The photo is larger than 2 MiB. Make it smaller."),
    SAVE("保存更正", "Save"),
    CORRECTED("资料已更正。", "It is corrected."),
    CHANGED_TITLE("刚才有人改动了这位持卡人", "Somebody changed this holder in the meantime"),
    CHANGED_LINE(
            "为了不覆盖别人的改动，您填写的内容还没有保存，但没有丢。请看过改动再决定。",
            "So that their change is not lost, nothing was saved yet. What you typed is kept: look, then decide."),
    CHANGED_OTHERWISE("资料有变动，请打开持卡人查看。", "Something about the holder changed; open their page to see it."),
    CHANGED_PHOTO("照片需要重新选择。", "A photo has to be chosen again."),
    GO_ON("已看过，继续填写", "I have seen it, go on"),
    LOOK("打开持卡人", "Open the holder"),
    BACK("返回持卡人", "Back to the holder"),
    HUKOU("变更户籍", "Change the hukou"),
    HUKOU_LINE(
            "户籍决定谁出资，也决定能否享受助餐补贴和高龄津贴。", "The hukou says who pays, and whether there are lunches and the allowance."),
    HUKOU_NOW("现在的户籍", "Hukou now"),
    HUKOU_TO("户籍迁入", "Hukou in"),
    FROM("从哪天起", "From"),
    ON("日期", "On"),
    SAVE_HUKOU("保存户籍", "Save the hukou"),
    HUKOU_SAVED("户籍已变更。", "The hukou is changed."),
    CORRECT_START("更正户籍起始日期", "Correct the start of the hukou"),
    CORRECT_START_LINE(
            "只更正最近一条户籍记录从哪天起，可以更早或更晚；紧接着的前一条记录随之在那天结束。原来登记的会保留。已经结算的不重算。",
            "Only the first day of the latest hukou is corrected, to an earlier day or a later one; what it followed"
                    + " ends on that day too. What was recorded before is kept, and what is settled stays settled."),
    START_NOW("现在登记的", "On record now"),
    START_CORRECTED("户籍起始日期已更正。", "The start of the hukou is corrected."),
    END_HUKOU("不再有深圳户籍", "No Shenzhen hukou any more"),
    END_HUKOU_LINE(
            "从这一天起停止户籍待遇：助餐补贴当天停，高龄津贴次月停。",
            "What the hukou brings ends: lunches on that day, the allowance with the next month."),
    HUKOU_ENDED("户籍已结束。", "The hukou has ended."),
    CATEGORIES("变更人群类别", "Change categories"),
    CATEGORY("类别", "Category"),
    CATEGORY_PERIOD("期间", "Time"),
    CATEGORIES_EMPTY("没有类别", "No category"),
    CATEGORIES_EMPTY_LINE("有证明文件的，请在下面登记。", "Whoever has a certificate is added below."),
    END("结束", "End"),
    ADD("登记一个类别", "Add a category"),
    UNTIL("截止日期（当天起不再享受）", "First day on which it no longer holds"),
    GRADE("失能等级", "Level of disability"),
    GRADE_HINT("只有失能类别要填。", "For the disabled only."),
    SAVE_CATEGORY("登记类别", "Add"),
    CATEGORY_ADDED("类别已登记。", "The category is added."),
    END_CATEGORY("结束类别：%s", "End of: %s"),
    END_CATEGORY_LINE("从这一天起不再按此类别给予待遇。", "From that day on nothing is given for this category."),
    CATEGORY_ENDED("类别已结束。", "The category has ended."),
    DEATH("登记去世", "Record a death"),
    DEATH_LINE(
            "请先核对死亡证明。卡片立即停用，下一次刷卡就会被拒绝；待遇从次日起停止；高龄津贴从次月起停发。",
            "Look at the certificate first. Cards are refused from the next tap on, benefits end on the day after, the"
                    + " allowance with the next month."),
    DEATH_DAY("去世日期", "Date of death"),
    RECORD_DEATH("登记去世", "Record the death"),
    MOVE_OUT("迁出深圳", "Leaves the city"),
    MOVE_OUT_LINE(
            "户籍待遇从这一天起停止：助餐补贴当天停，高龄津贴次月停。卡片请当面收回注销。",
            "What the hukou brings ends: lunches on that day, the allowance with the next month. Take the card back and"
                    + " cancel it."),
    RECORD_MOVE_OUT("登记迁出", "Record it"),
    MOVE("迁往他区", "Moves to another district"),
    MOVE_LINE(
            "登记后立即由新的区服务，本窗口不再看到这位老人，所以请到当天再办。户籍同时迁的，补贴从这一天起由新的区出资。",
            "The new district serves them at once, and this counter no longer sees them: record it on the day itself."
                    + " If the hukou moves too,"
                    + " the new district pays from that day."),
    MOVE_TO("迁往", "To"),
    HUKOU_TOO("户籍同时迁入该区", "The hukou moves there too"),
    RECORD_MOVE("登记迁区", "Record it"),
    CHOOSE_DISTRICT("请选择区。", "Choose the district."),
    CHOOSE_CATEGORY("请选择类别。", "Choose the category."),
    UNDO("申请撤销去世登记", "Ask to undo the recorded death"),
    UNDO_LINE(
            "由另一位主管复核。复核通过后，卡片和待遇一步恢复，和没有登记过一样。",
            "Another supervisor decides. Once approved, card and benefits are as if it had never been recorded."),
    ASK("提交申请", "Ask"),
    ASKED("已提交，等待另一位主管复核。", "It is asked for and waits for another supervisor."),
    EVENT_DONE("已登记。", "It is recorded."),
    WITHDRAW("撤回同意", "Withdraw consent"),
    WITHDRAW_LINE(
            "本人不再同意处理其个人信息。名下的卡同时注销，不能恢复；已经享受的待遇不受影响。以后想再用卡，须重新签署同意书。",
            "They do not agree any more that their data is used. Their card is cancelled with it, for good; what they"
                    + " were given before stays theirs. Another card needs a new consent."),
    WITHDRAWN_ON("本人提出的日期", "When they said so"),
    DO_WITHDRAW("撤回同意并注销卡", "Withdraw and cancel the card"),
    CONSENT_WITHDRAWN("已撤回同意，名下的卡已注销。", "The consent is withdrawn, and their card is cancelled."),
    HOLDER("持卡人", "Holder"),
    DOCUMENTS("证件", "Documents"),
    CARDS("卡", "Cards");

    private final String zh;
    private final String en;

    ChangeText(String zh, String en) {
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
