package cn.suinian.gateway.console.staff;

import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.stream.Collectors;

/** What each permission means, for whoever gives somebody a role. */
enum PermissionText implements Phrase {
    SEES_TODAY("看今日数据", "see today's figures"),
    SEES_TAPS("查刷卡", "look up taps"),
    SEES_FLAGS("看风险提示", "see risk flags"),
    FINDS_HOLDERS("查找持卡人", "find holders"),
    SEES_HOLDERS("看持卡人（脱敏）", "see holders, masked"),
    SHOWS_PERSONAL_DATA("凭原因查看完整个人信息", "see personal data in full, with a reason"),
    REGISTERS_HOLDERS("登记持卡人", "register holders"),
    CORRECTS_HOLDERS("更正资料", "correct what is known"),
    RECORDS_EVENTS("登记死亡和迁移", "record deaths and moves"),
    APPROVES_EVENTS("复核撤销死亡登记", "approve that a recorded death is undone"),
    ISSUES_CARDS("发卡", "issue cards"),
    REPORTS_LOST("挂失和解挂", "report cards lost and found"),
    REPLACES_CARDS("换卡", "replace cards"),
    CANCELS_CARDS("注销卡", "cancel cards"),
    RENEWS_CARDS("年审续期", "renew cards"),
    KEEPS_STOCK("管理卡库存和制卡批次", "keep card stock and batches"),
    SEES_TERMINALS("看终端和商户", "see terminals and vendors"),
    KEEPS_TERMINALS("登记、停用终端和商户，领取密钥", "register and suspend terminals and vendors, hand out keys"),
    SEES_RECONCILIATION("看对账单和差错", "see statements and breaks"),
    RECONCILES("导入对账单、处理差错", "take in statements and work on breaks"),
    APPROVES_RECONCILIATION("复核调账", "approve adjustments"),
    SEES_LENS("看付款前审查", "see what speaks against paying a vendor"),
    HOLDS_PAYMENTS("暂缓付款、处理风险提示、申请解除和追款", "hold payments, settle flags, ask to release and to take back"),
    RELEASES_HOLDS("复核解除暂缓和追款", "release holds, approve money taken back"),
    SEES_PAYOUTS("看商户付款", "see payments to vendors"),
    PREPARES_PAYOUTS("制作商户付款", "prepare payments to vendors"),
    APPROVES_PAYOUTS("复核商户付款", "approve payments to vendors"),
    SEES_ALLOWANCES("看津贴发放", "see allowance runs"),
    PREPARES_ALLOWANCES("制作津贴名册", "prepare allowance runs"),
    APPROVES_ALLOWANCES("复核津贴发放", "approve allowance runs"),
    SEES_DAYS("看营业日", "see business days"),
    APPROVES_DAYS("推进和重开营业日", "move business days on and open them again"),
    KEEPS_STAFF("管理人员、网点和接入程序", "keep staff, counters and programs"),
    READS_AUDIT("查看和导出审计记录", "read and export the audit trail");

    private final String zh;
    private final String en;

    PermissionText(String zh, String en) {
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

    /** Everything that a role may do, in one line. */
    static String of(Role role, Language language) {
        String between = language == Language.ZH ? "、" : "; ";
        return role.permissions().stream()
                .sorted()
                .map(permission -> of(permission).in(language))
                .collect(Collectors.joining(between));
    }

    static PermissionText of(Permission permission) {
        return switch (permission) {
            case TODAY_VIEW -> SEES_TODAY;
            case TAP_VIEW -> SEES_TAPS;
            case FLAG_VIEW -> SEES_FLAGS;
            case HOLDER_SEARCH -> FINDS_HOLDERS;
            case HOLDER_VIEW -> SEES_HOLDERS;
            case PERSONAL_DATA_SHOW -> SHOWS_PERSONAL_DATA;
            case HOLDER_REGISTER -> REGISTERS_HOLDERS;
            case HOLDER_CORRECT -> CORRECTS_HOLDERS;
            case HOLDER_LIFE_EVENT -> RECORDS_EVENTS;
            case HOLDER_LIFE_EVENT_APPROVE -> APPROVES_EVENTS;
            case CARD_ISSUE -> ISSUES_CARDS;
            case CARD_REPORT_LOST -> REPORTS_LOST;
            case CARD_REPLACE -> REPLACES_CARDS;
            case CARD_CANCEL -> CANCELS_CARDS;
            case CARD_RENEW -> RENEWS_CARDS;
            case CARD_STOCK -> KEEPS_STOCK;
            case TERMINAL_VIEW -> SEES_TERMINALS;
            case TERMINAL_MANAGE -> KEEPS_TERMINALS;
            case RECONCILE_VIEW -> SEES_RECONCILIATION;
            case RECONCILE_ACT -> RECONCILES;
            case RECONCILE_APPROVE -> APPROVES_RECONCILIATION;
            case LENS_VIEW -> SEES_LENS;
            case LENS_HOLD -> HOLDS_PAYMENTS;
            case LENS_RELEASE -> RELEASES_HOLDS;
            case PAYOUT_VIEW -> SEES_PAYOUTS;
            case PAYOUT_PREPARE -> PREPARES_PAYOUTS;
            case PAYOUT_APPROVE -> APPROVES_PAYOUTS;
            case ALLOWANCE_VIEW -> SEES_ALLOWANCES;
            case ALLOWANCE_PREPARE -> PREPARES_ALLOWANCES;
            case ALLOWANCE_APPROVE -> APPROVES_ALLOWANCES;
            case DAY_VIEW -> SEES_DAYS;
            case DAY_APPROVE -> APPROVES_DAYS;
            case STAFF_MANAGE -> KEEPS_STAFF;
            case AUDIT_VIEW -> READS_AUDIT;
        };
    }
}
