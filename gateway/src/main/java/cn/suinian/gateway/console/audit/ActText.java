package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.List;

/** What acts are called; each constant has the name of the code in the trail. */
enum ActText implements Phrase {
    AUDIT_EXPORTED("导出审计记录", "Audit trail exported"),
    AUDIT_VERIFIED("校验审计链", "Audit chain verified"),
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
    CATEGORY_ADDED("登记类别", "Category recorded"),
    CATEGORY_ENDED("结束类别", "Category ended"),
    CLIENT_CREATED("新增接入程序", "Program added"),
    CLIENT_DISABLED("停用接入程序", "Program disabled"),
    CLIENT_ENABLED("恢复接入程序", "Program enabled"),
    CLIENT_SECRET_ROTATED("更换程序密钥", "Program's secret replaced"),
    COUNTER_OPENED("新增网点", "Counter added"),
    DEATH_UNDONE("撤销死亡登记", "Death undone"),
    DEATH_UNDO_ASKED("申请撤销死亡登记", "Undoing a death asked for"),
    DEATH_UNDO_REJECTED("驳回撤销死亡登记", "Undoing a death rejected"),
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
    HOLDER_VIEWED("查看持卡人", "Holder looked at"),
    HUKOU_ENDED("结束户籍", "Hukou ended"),
    HUKOU_SET("登记户籍", "Hukou recorded"),
    PASSWORD_CHANGED("修改自己的密码", "Own password changed"),
    PROVIDER_LINKED("绑定统一身份", "Linked to the provider of identity"),
    PROVIDER_LINK_ALLOWED("允许统一身份登录", "Sign-in through the provider allowed"),
    PROVIDER_UNLINKED("解除统一身份绑定", "Link to the provider ended"),
    PROVED_AGAIN("再次验证密码", "Password given again"),
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
        return Arrays.stream(values())
                .filter(act -> act.name().equals(code))
                .findFirst()
                .map(act -> act.in(language))
                .orElse(code);
    }

    /** Every act that has a name. */
    static List<Option> options(Language language) {
        return Arrays.stream(values())
                .map(act -> new Option(act.name(), act.in(language)))
                .toList();
    }
}
