package cn.suinian.core.registry;

import cn.suinian.core.refusal.Refusal;

/** Why nothing is done with a vendor or a terminal. */
public enum RegistryRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系系统管理员。", "You may not do this; ask an administrator."),
    VENDOR_CODE_INVALID(
            "商户代码须为大写字母、数字和连字符，最多 32 位。", "A vendor code has up to 32 capital letters, digits and hyphens."),
    VENDOR_NAME_INVALID("商户名称须为 1 至 80 字，不含换行。", "A vendor name has 1 to 80 characters on one line."),
    VENDOR_CODE_TAKEN("此商户代码已被使用，请另选。", "This vendor code is taken; choose another."),
    VENDOR_UNKNOWN("没有这个商户，请核对。", "There is no such vendor; check it."),
    TERMINAL_ID_INVALID("终端号须为 1 至 12 位数字，且不为零。", "A terminal number has up to 12 digits and is not zero."),
    TERMINAL_TAKEN("此终端号已登记，请核对。", "This terminal number is registered already; check it."),
    TERMINAL_UNKNOWN("没有这个终端，请核对终端号。", "There is no such terminal; check its number."),
    SERVICES_MISSING("请至少选择一项服务。", "Choose one service at least."),
    PLACE_KIND_UNKNOWN("没有这种场所类别，请从列表中选择。", "There is no such kind of place; choose one of the list."),
    POSITION_INVALID(
            "经纬度不正确：纬度 -90 至 90，经度 -180 至 180。", "The position is wrong: latitude -90 to 90, longitude -180 to 180."),
    CHANGED_MEANWHILE("此页内容刚被他人更改，请刷新后重新办理。", "Somebody changed this meanwhile; reload and look again."),
    REASON_INVALID("请填写原因，1 至 200 字，不含换行。", "Give a reason of 1 to 200 characters on one line."),
    KEY_VERSION_UNKNOWN("密钥库中没有这个终端密钥版本。", "The key store has no terminal key of this version."),
    PAGE_INVALID("每页条数须为 1 至 200。", "A page has 1 to 200 lines.");

    private final String zh;
    private final String en;

    RegistryRefusal(String zh, String en) {
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
