package cn.suinian.settlement.statement;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.statement.format.NotAStatementException;

/** Why a statement is not taken in, accepted or withdrawn. */
public enum StatementRefusal implements Refusal {
    NOT_ALLOWED("您没有此项权限，请联系主管。", "You may not do this. Ask a supervisor."),
    CITY_ONLY("对账和付款涉及全市，由市级人员办理。", "Reconciliation and payment are of the whole city. Staff of the city do this."),
    NO_SUCH_VENDOR("没有找到该商户。", "There is no such vendor."),
    NO_SUCH_STATEMENT("没有找到该对账单。", "There is no such statement."),
    FILE_EMPTY("文件是空的，请重新选择。", "The file is empty. Choose it again."),
    HEADER_UNREADABLE(
            "首行不是约定的表头。请核对格式、编码和商户的格式设置。",
            "The first line is no header. Check format, charset and the vendor's mapping."),
    HEADER_OTHER_VENDOR("表头中的商户与所选商户不同，请核对。", "The header names another vendor than the one chosen. Check both."),
    HEADER_OTHER_DAY("表头中的营业日与所选日期不同，请核对。", "The header is of another day than the one chosen. Check both."),
    COLUMNS_MISSING("缺少必要的列，或有两列同名。请核对商户的格式设置。", "A column is missing or named twice. Check the vendor's mapping."),
    CHARSET_OTHER(
            "文件的编码与商户的格式设置不同，请核对设置，或让商户按设置的编码另存。",
            "The file is in another charset than the vendor's mapping says. Check the mapping, or have it saved in that"
                    + " charset."),
    DAY_TOO_LATE("对账单的营业日还没有到，请核对表头。", "The statement's day has not come yet. Check the header."),
    DAY_TOO_EARLY(
            "对账单的营业日早于第一个营业日，那天没有可以比对的刷卡。请核对表头。",
            "The statement is of a day before the first business day, which has no taps. Check the header."),
    FILE_BROKE_OFF("文件没有传完，没有导入任何内容，请重新上传。", "The file broke off, and nothing was taken in. Send it again."),
    REASON_MISSING("请填写原因，不超过 200 字，不换行。", "Give a reason of at most 200 characters, on one line."),
    NOT_HELD("该对账单不是待处理状态，无需接受。", "The statement is not held, so there is nothing to accept."),
    ALREADY_WITHDRAWN("该对账单已撤回。", "The statement was withdrawn already."),
    DAY_APPROVED(
            "营业日是凭这份对账单审批的，不能撤回。没有付款的，先申请退回该日；已付款的，用调账更正。",
            "The day was approved with this statement, so it stays. Ask to re-open a day that is not paid; correct one"
                    + " that is with an adjustment."),
    MAPPING_INCOMPLETE("格式设置不完整：必要的字段都要有来源。", "The mapping is incomplete: every needed field must have a source."),
    CHARSET_UNKNOWN("编码应为 UTF-8 或 GB18030。", "The charset is UTF-8 or GB18030.");

    private final String zh;
    private final String en;

    StatementRefusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    static StatementRefusal of(NotAStatementException.Why why) {
        return switch (why) {
            case EMPTY -> FILE_EMPTY;
            case HEADER_UNREADABLE -> HEADER_UNREADABLE;
            case COLUMNS_MISSING -> COLUMNS_MISSING;
            case CHARSET_OTHER -> CHARSET_OTHER;
        };
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Refuses whoever may not look. */
    static void see(Actor actor) {
        actor.require(Permission.RECONCILE_VIEW, NOT_ALLOWED);
    }

    /** Refuses whoever may not, and staff of a district: a vendor's claim is against several payers at once. */
    static void permit(Actor actor, Permission permission) {
        actor.requireForCity(permission, NOT_ALLOWED, CITY_ONLY);
    }
}
