package cn.suinian.gateway.console.holder.page;

import cn.suinian.gateway.console.page.Phrase;

/** What a holder's page says. */
public enum HolderText implements Phrase {
    FIND_ANOTHER("查找其他人", "Find somebody else"),
    PERSON("基本资料", "Person"),
    AGE("%s，%s 岁", "%s, %s years old"),
    BORN("出生", "Born"),
    SERVED_BY("服务区", "Served by"),
    HUKOU("户籍", "Hukou"),
    CATEGORIES("人群类别", "Categories"),
    NO_CATEGORY("无", "None"),
    REGISTERED("登记", "Registered"),
    BY("%s，经办人 %s", "%s, by %s"),
    PHOTO("照片", "Photo"),
    HAS_PHOTO("有", "On record"),
    CARDS("卡", "Cards"),
    NUMBER("卡号", "Number"),
    STATUS("状态", "Status"),
    SINCE("自 %s", "since %s"),
    STOPPED_WITH_DEATH("已停用", "Stopped"),
    PERIOD("%s（%s）", "%s (%s)"),
    EXPIRES("有效期至", "Good until"),
    ACTS("办理", "Do"),
    NO_CARDS("还没有领过卡", "No card yet"),
    NO_CARDS_LINE("核对本人后即可领卡。", "A card can be handed over once the person is verified."),
    NO_CARDS_DEAD("已登记去世，不能领卡。", "A death is on record, so no card can be handed over."),
    SHOW_FULL("显示完整资料", "Show in full"),
    CORRECT("更正资料", "Correct"),
    CHANGE_HUKOU("变更户籍", "Change hukou"),
    CHANGE_CATEGORIES("变更类别", "Change categories"),
    MOVE("迁往他区", "Moves to another district"),
    MOVE_OUT("迁出深圳", "Leaves the city"),
    WITHDRAW("撤回同意", "Withdraw consent"),
    WITHDRAWN(
            "本人已撤回同意（%s）。再发卡前，请本人重新签署同意书，并在“更正资料”中登记。",
            "They withdrew their consent (%s). Before another card, have a new one signed and record it by Correct."),
    DEATH("登记去世", "Record a death"),
    UNDO_DEATH("登记有误，申请恢复", "Recorded wrongly: ask to undo"),
    UNDO_WAITS("已申请撤销去世登记，等待另一位主管复核。", "Undoing the recorded death was asked for and waits for another supervisor."),
    DIED_ON("已登记去世，日期 %s。卡片停用，待遇停止。", "A death is on record, on %s. Cards and benefits have stopped."),
    FLAGS("风险提示", "Risk flags"),
    FLAGS_WAIT(
            "有 %s 条风险提示待结算岗位核查，窗口无需处理，业务照常办理。",
            "Risk flags to be checked: %s. The settlement office looks into them; there is nothing to do here."),
    NO_FLAGS("没有风险提示。", "None."),
    FLAGS_UNREADABLE("暂时读不到风险提示。", "The flags cannot be read just now."),
    TIMELINE("刷卡与变动", "Taps and changes"),
    TIMELINE_OPEN("查看近期刷卡与变动", "Show recent taps and changes"),
    TIMELINE_OF("%s 至 %s", "%s to %s"),
    TIMELINE_EMPTY("这几天没有刷卡，也没有变动。", "No tap and no change on these days."),
    TAPS_SLOW("刷卡记录太多，暂时读不完，请稍后再试。", "Reading the taps took too long. Please try again later."),
    TAPS_MANY("刷卡较多，只显示最近 %s 笔。", "There are many taps; the latest %s are shown."),
    TAPS_GONE("更早的刷卡请凭交易编号查找。", "Older taps are found by their id."),
    WHAT("内容", "What"),
    OUTCOME("结果", "Outcome"),
    APPROVED("通过，%s 元，补贴 %s 元", "Approved, %s yuan, subsidy %s"),
    DECLINED("未通过：%s", "Declined: %s"),
    UNDONE("已撤销", "Undone"),
    HISTORY("资料变更记录", "What was changed"),
    HISTORY_EMPTY("登记之后没有变更。", "Nothing was changed since the registration."),
    BACK("返回持卡人", "Back to the holder"),
    SHOW_TITLE("显示完整资料", "Show personal data in full"),
    SHOW_LINE(
            "请写明原因。谁、何时、为何查看，都会记入审计。资料只显示这一次。",
            "Please say why. Who looked, when and why goes to the audit trail. It is shown this once."),
    PHOTO_TITLE("查看照片", "Look at the photo"),
    PHOTO_LINE(
            "请写明原因，会记入审计。照片单独显示，看完请用浏览器的返回键。",
            "Please say why; it goes to the audit trail. The photo is shown by itself: use Back when you have seen"
                    + " it."),
    NO_PHOTO("没有照片。", "There is no photo."),
    SHOW("显示", "Show"),
    SHOWN("完整资料", "Personal data in full"),
    SHOWN_LINE("核对后请关闭此页，不要抄录、拍照。", "Close this page once you have compared. Do not copy it down."),
    BIRTH_EVIDENCE("出生日期的依据", "How the date of birth is known"),
    OLD_VALUES("更正之前", "Before corrections"),
    EVIDENCE("各项依据", "How things are known");

    private final String zh;
    private final String en;

    HolderText(String zh, String en) {
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
