package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.List;

/** What acts are called; each constant has the name of the code in the trail. */
enum ActText implements Phrase {
    ACCOUNT_EXPORTED("导出账户流水", "Account exported"),
    ALLOWANCE_APPLIED("申请高龄津贴", "Allowance applied for"),
    ALLOWANCE_APPROVED("复核津贴名单", "Allowance run approved"),
    ALLOWANCE_COLLECTED("津贴追回到账", "Allowance claimed back: money received"),
    ALLOWANCE_CONFIRMED("确认津贴名单", "Allowance run confirmed"),
    ALLOWANCE_EXPORTED("导出津贴名单", "Allowance list exported"),
    ALLOWANCE_FILE_WRITTEN("生成津贴代发文件", "Allowance pay file written"),
    ALLOWANCE_INVITED("邀请申领津贴", "Invited to the allowance"),
    ALLOWANCE_LISTED("生成津贴名单", "Allowance list made"),
    ALLOWANCE_LOOKED_AT("查看某人的津贴", "Somebody's allowance looked at"),
    ALLOWANCE_ORDERED("提交津贴发放", "Allowance payment ordered"),
    ALLOWANCE_RECONCILED("津贴发放核对", "Allowance reconciled"),
    ALLOWANCE_REJECTED("驳回津贴名单", "Allowance run rejected"),
    ALLOWANCE_REPLIES("导入津贴申领答复", "Replies on the allowance taken"),
    ALLOWANCE_REPLY_RECORDED("登记津贴申领答复", "Reply on the allowance recorded"),
    ALLOWANCE_RESULTS("导入津贴发放结果", "Results of the allowance taken"),
    AUDIT_EXPORTED("导出审计记录", "Audit trail exported"),
    AUDIT_VERIFIED("校验审计链", "Audit chain verified"),
    BANK_ACCOUNT_ASKED("申请变更银行账户", "Bank account asked for"),
    BANK_ACCOUNT_CONFIRMED("复核银行账户", "Bank account confirmed"),
    BANK_ACCOUNT_REJECTED("驳回银行账户", "Bank account rejected"),
    BANK_ACCOUNT_SHOWN("查看完整银行账户", "Bank account shown in full"),
    BANK_STATUS_TAKEN("导入银行回执", "Bank's answer imported"),
    BREAKS_ACCEPTED("批量接受差错", "Breaks accepted together"),
    BREAKS_EXPORTED("导出差错", "Breaks exported"),
    BREAKS_REJECTED("批量驳回差错", "Breaks rejected together"),
    BREAK_ACCEPTED("接受差错", "Break accepted"),
    BREAK_ADJUSTED("差错调账", "Break adjusted"),
    BREAK_ADJUST_ASKED("申请差错调账", "Adjustment of a break asked for"),
    BREAK_ADJUST_DECLINED("驳回差错调账", "Adjustment of a break declined"),
    BREAK_ASSIGNED("指派差错", "Break assigned"),
    BREAK_ATTACHMENT_OPENED("查看差错附件", "Attachment of a break opened"),
    BREAK_COMMENTED("备注差错", "Break commented"),
    BREAK_LINKED("关联差错", "Breaks linked"),
    BREAK_REJECTED("驳回差错", "Break rejected"),
    BREAK_REOPENED_BY_HAND("重新打开差错", "Break reopened"),
    BULK_ALIKE_VIEWED("批量登记：查看相似的人", "Registration by file: somebody alike looked at"),
    BULK_FILE_CANCELLED("批量登记：取消", "Registration by file: cancelled"),
    BULK_FILE_CHECKED("批量登记：核对完毕", "Registration by file: checked"),
    BULK_FILE_DONE("批量登记：完成", "Registration by file: done"),
    BULK_FILE_LAPSED("批量登记：过期清除", "Registration by file: lapsed"),
    BULK_FILE_RECEIVED("批量登记：收到文件", "Registration by file: received"),
    BULK_FILE_STARTED("批量登记：开始登记", "Registration by file: started"),
    BULK_FILE_STOPPED("批量登记：中止", "Registration by file: stopped"),
    BULK_ROWS_CHECKED("批量登记：核对一段", "Registration by file: rows checked"),
    BULK_ROWS_REGISTERED("批量登记：登记一段", "Registration by file: rows registered"),
    BULK_ROW_LEFT_OUT("批量登记：略过一行", "Registration by file: row left out"),
    BUREAU_ANSWER_TAKEN("导入制卡结果", "Bureau's answer imported"),
    CARDS_ORDERED("下制卡订单", "Cards ordered"),
    CARDS_RECEIVED("成品卡入库", "Cards received"),
    CARDS_TRANSFERRED("库存调拨", "Stock transferred"),
    CARD_ACTIVATED("启用卡", "Card activated"),
    CARD_CANCELLED("注销卡", "Card cancelled"),
    CARD_FOUND("解挂", "Card found again"),
    CARD_ISSUED("发卡", "Card issued"),
    CARD_KEYS_EXPORTED("导出制卡密钥", "Card keys exported"),
    CARD_LOST("挂失", "Card reported lost"),
    CARD_RANGE_ADDED("新增号段", "Number range added"),
    CARD_RENEWED("年审续期", "Card renewed"),
    CARD_REPLACED("换卡", "Card replaced"),
    CARD_SPOILT("卡报废", "Card spoilt"),
    CARD_VIEWED_ELSEWHERE("为挂失查看他区持卡人的卡", "Card of another district's holder looked at, to report it lost"),
    CATEGORY_ADDED("登记类别", "Category recorded"),
    CATEGORY_ENDED("结束类别", "Category ended"),
    CLIENT_CREATED("新增接入程序", "Program added"),
    CLIENT_DISABLED("停用接入程序", "Program disabled"),
    CLIENT_ENABLED("恢复接入程序", "Program enabled"),
    CLIENT_SECRET_ROTATED("更换程序密钥", "Program's secret replaced"),
    COUNTER_OPENED("新增网点", "Counter added"),
    DAY_APPROVED("复核营业日", "Business day approved"),
    DAY_CLEARED("营业日清分", "Business day cleared"),
    DAY_CLOSE_STARTED("手动日终", "Close of a business day started by hand"),
    DAY_CUT("营业日切日", "Business day cut"),
    DAY_OPEN("营业日恢复未结", "Business day open again"),
    DAY_PAID("营业日付款", "Business day paid"),
    DAY_PUBLISHED("公布营业日", "Business day published"),
    DAY_RECONCILED("营业日对账完毕", "Business day reconciled"),
    DAY_REOPENED("重开营业日", "Business day reopened"),
    DAY_SEALED("封存营业日", "Business day sealed"),
    DEATH_UNDONE("撤销死亡登记", "Death undone"),
    DEATH_UNDO_ASKED("申请撤销死亡登记", "Undoing a death asked for"),
    DEATH_UNDO_REJECTED("驳回撤销死亡登记", "Undoing a death rejected"),
    DEMO_CITY_PLANTED("建立演示城市", "Demo city planted"),
    HOLDER_CORRECTED("更正资料", "Holder corrected"),
    HOLDER_DECEASED("登记死亡", "Death recorded"),
    HOLDER_FOUND_ALIKE("登记时发现相似的人", "Similar person found at registration"),
    HOLDER_FOUND_REGISTERED("登记时发现已登记", "Found registered already"),
    HOLDER_MOVED_DISTRICT("跨区迁移", "Moved to another district"),
    HOLDER_MOVED_OUT("迁出本市", "Moved out of the city"),
    HOLDER_PHOTO_SHOWN("查看照片", "Photo shown"),
    HOLDER_REGISTERED("登记持卡人", "Holder registered"),
    HOLDER_SEARCHED("查找持卡人", "Holder searched for"),
    HOLDER_SHOWN("查看完整个人信息", "Personal data shown in full"),
    HOLDER_TAPS_VIEWED("查看刷卡记录", "Taps of a holder looked at"),
    HOLDER_VIEWED("查看持卡人", "Holder looked at"),
    HUKOU_CORRECTED("更正户籍起始日期", "Start of the hukou corrected"),
    HUKOU_ENDED("结束户籍", "Hukou ended"),
    HUKOU_SET("登记户籍", "Hukou recorded"),
    LENS_EXPORTED("导出核查清单", "Cases exported"),
    LENS_ITEM_CONFIRMED("核查：属实", "Case confirmed"),
    LENS_ITEM_EXPLAINED("核查：已说明", "Case explained"),
    LENS_ITEM_REOPENED("核查：重新打开", "Case reopened"),
    MATCHED_EXPORTED("导出已对平明细", "Matched lines exported"),
    PASSWORD_CHANGED("修改自己的密码", "Own password changed"),
    PAYMENT_FILE_DOWNLOADED("下载付款文件", "Payment file downloaded"),
    PAYMENT_HOLD_PLACED("暂缓付款", "Payment held"),
    PAYMENT_HOLD_RELEASED("解除暂缓付款", "Held payment released"),
    PAYMENT_HOLD_RELEASE_ASKED("申请解除暂缓付款", "Release of a held payment asked for"),
    PAYMENT_HOLD_RELEASE_REJECTED("驳回解除暂缓付款", "Release of a held payment rejected"),
    PAYMENT_RETURN_RESOLVED("处理付款退回", "Returned payment resolved"),
    PAYOUT_APPROVED("复核付款", "Payout approved"),
    PAYOUT_CANCELLED("取消付款", "Payout cancelled"),
    PAYOUT_PREPARED("制作付款", "Payout prepared"),
    PAYOUT_REJECTED("驳回付款", "Payout rejected"),
    PAYOUT_SENT("付款已送出", "Payout sent"),
    PROVED_AGAIN("再次验证密码", "Password given again"),
    PROVIDER_LINKED("绑定统一身份", "Linked to the provider of identity"),
    PROVIDER_LINK_ALLOWED("允许统一身份登录", "Sign-in through the provider allowed"),
    PROVIDER_UNLINKED("解除统一身份绑定", "Link to the provider ended"),
    RECONCILED("对账", "Reconciled"),
    RESOLUTION_RULE_ADDED("新增差错处理规则", "Rule for breaks added"),
    RESOLUTION_RULE_ENDED("结束差错处理规则", "Rule for breaks ended"),
    SECOND_FACTOR_ENROLLED("绑定验证器", "Authenticator enrolled"),
    SESSION_ENDED("登录被终止", "Session ended"),
    SIGNED_IN("登录", "Signed in"),
    SIGNED_OUT("退出登录", "Signed out"),
    SIGNED_OUT_EVERYWHERE("全部退出", "Signed out everywhere"),
    SIGN_IN_REFUSED("登录被拒绝", "Sign-in refused"),
    STAFF_CHANGED("修改角色和范围", "Roles and scope changed"),
    STAFF_CREATED("新增人员", "Staff added"),
    STAFF_DISABLED("停用人员", "Staff disabled"),
    STAFF_ENABLED("恢复人员", "Staff enabled"),
    STAFF_PASSWORD_RESET("重置密码", "Password reset"),
    STAFF_SECOND_FACTOR_RESET("重置验证器", "Authenticator reset"),
    STATEMENT_ACCEPTED("接受对账单", "Statement accepted"),
    STATEMENT_EXCUSED("免对账单", "Statement excused"),
    STATEMENT_EXCUSE_ASKED("申请免对账单", "Excuse of a statement asked for"),
    STATEMENT_EXCUSE_DECLINED("未同意免对账单", "Excuse of a statement declined"),
    STATEMENT_MAPPING_SET("设定对账单格式", "Format of statements set"),
    STATEMENT_TAKEN("收到对账单", "Statement taken"),
    STATEMENT_WITHDRAWN("撤回对账单", "Statement withdrawn"),
    TAP_VIEWED("查看一笔刷卡", "Tap looked at"),
    TERMINAL_CHANGED("修改终端资料", "Terminal changed"),
    TERMINAL_KEY_SHOWN("领取终端密钥", "Terminal key handed out"),
    TERMINAL_REGISTERED("登记终端", "Terminal registered"),
    TERMINAL_RESUMED("恢复终端", "Terminal resumed"),
    TERMINAL_SUSPENDED("停用终端", "Terminal suspended"),
    VENDOR_REGISTERED("登记商户", "Vendor registered"),
    VENDOR_RENAMED("修改商户名称", "Vendor renamed");

    private final String zh;
    private final String en;

    ActText(String zh, String en) {
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

    /** The name of an act; its code when there is none. */
    static String of(String code, Language language) {
        return Phrase.ofCode(values(), code, language);
    }

    /** Every act that has a name. */
    static List<Option> options(Language language) {
        return Arrays.stream(values())
                .map(act -> new Option(act.name(), act.in(language)))
                .toList();
    }
}
