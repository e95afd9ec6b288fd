package cn.suinian.gateway.console.place;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of terminals and vendors say. */
public enum PlaceText implements Phrase {
    TERMINALS("终端", "Terminals"),
    TERMINALS_LINE("闸机、车载机、收银机和核验点：状态、名单版本、停用。", "Gates, readers, tills and desks: state, denylist held, suspension."),
    VENDORS("商户", "Vendors"),
    VENDORS_LINE("公交、地铁、食堂等受理卡片的单位。", "Bus, metro, canteens and others that take the card."),
    TERMINAL("终端号", "Terminal"),
    VENDOR("商户", "Vendor"),
    ANY_VENDOR("所有商户", "All vendors"),
    STATUS("状态", "Status"),
    ANY_STATUS("所有状态", "Any status"),
    ACTIVE("在用", "Active"),
    SUSPENDED("已停用", "Suspended"),
    SERVICES("服务", "Services"),
    ANY_SERVICE("所有服务", "All services"),
    DENYLIST("名单版本", "Denylist"),
    LIST_STATE("名单", "Denylist"),
    ANY_LIST("新旧都看", "Any version"),
    STALE_ONLY("只看不是最新的", "Not the newest only"),
    NEWEST("最新（%s）", "Newest (%s)"),
    BEHIND("%1$s，落后 %3$s（最新 %2$s）", "%1$s, %3$s behind (newest %2$s)"),
    NEVER_SAID("未报告（最新 %s）", "Never said (newest %s)"),
    SILENT("多少小时没有联系", "Silent for hours"),
    LAST_SEEN("最近联系", "Last seen"),
    NEVER("从未", "Never"),
    SEARCH("查找", "Search"),
    CLEAR("清除条件", "Clear the filter"),
    EMPTY("没有符合条件的终端", "No terminal matches"),
    EMPTY_LINE(
            "换一个条件。若应有终端却从未联系，请在服务器上运行 ./suinian doctor 检查端口和时钟。",
            "Try another filter. If terminals should be there but never called, run ./suinian doctor on the "
                    + "server: it checks ports and clock."),
    HOURS_WRONG("请填写 1 至 8760 之间的小时数。", "Give a number of hours from 1 to 8760."),
    ADD_TERMINAL("登记终端", "Register a terminal"),
    NUMBER_HINT("设备上的 12 位数字。登记后不能更改。", "The 12 digits on the device; for good."),
    PLACE_KIND("场所类别", "Kind of place"),
    PLACE_KIND_HINT("有些待遇只在某类场所有效。", "Some benefits hold at some kinds of place only."),
    UNKNOWN_PLACE("不限定", "None in particular"),
    LATITUDE("纬度", "Latitude"),
    LONGITUDE("经度", "Longitude"),
    DEGREES_HINT("WGS 84，十进制度数，如 %s。两项都填或都不填。", "WGS 84 in decimal degrees, as %s. Both or neither."),
    DEGREES_WRONG("请用十进制度数填写，最多六位小数。", "Give decimal degrees with up to six decimals."),
    BOTH_OR_NEITHER("经度和纬度要一起填写。", "Give latitude and longitude together."),
    POSITION("位置", "Position"),
    KEYS("密钥版本", "Key version"),
    KEYS_USED("最近使用第 %s 版，接受第 %s 版及以后", "Last used %s; accepts %s and later"),
    KEYS_ACCEPTED("接受第 %s 版及以后", "Accepts %s and later"),
    SKEW("时钟偏差", "Clock"),
    SKEW_FAST("快 %s 秒", "%s s fast"),
    SKEW_SLOW("慢 %s 秒", "%s s slow"),
    SKEW_NONE("准", "On time"),
    UNKNOWN("未知", "Unknown"),
    STORED("待上传刷卡", "Taps not sent yet"),
    SOFTWARE("软件版本", "Software"),
    WHY("停用原因", "Why suspended"),
    REGISTERED(
            "终端 %s 已登记，现在就可以使用。请领取密钥并写入终端。",
            "Terminal %s is registered and may work now. Hand out its key and load it."),
    CHANGE("修改资料", "Change"),
    CHANGE_LINE("保存后，终端的下一次请求就按新的资料判断。", "Counts at the terminal's next request."),
    CHANGED("终端 %s 的资料已修改。", "Terminal %s is changed."),
    SUSPEND("停用终端", "Suspend the terminal"),
    SUSPEND_QUESTION("停用终端 %s？", "Suspend terminal %s?"),
    SUSPEND_LINE(
            "立即生效：这台终端的下一次请求就会被拒绝，所有节点都一样。已受理的刷卡不受影响，照常结算。",
            "At once: its very next request is refused, on every node. Taps it made before stay and are settled."),
    SUSPENDED_NOW("终端 %s 已停用，下一次请求起被拒绝。", "Terminal %s is suspended: its next request is refused."),
    RESUME("恢复终端", "Resume the terminal"),
    RESUME_QUESTION("恢复终端 %s？", "Resume terminal %s?"),
    RESUME_LINE("立即生效：这台终端的下一次请求起恢复受理。", "At once: from its next request on it works again."),
    RESUMED_NOW("终端 %s 已恢复使用。", "Terminal %s works again."),
    KEY("领取密钥", "Hand out the key"),
    KEY_QUESTION("领取终端 %s 的密钥？", "Hand out the key of terminal %s?"),
    KEY_LINE(
            "密钥只显示一次，领取人和原因写入审计记录。请只交给负责安装的技术人员。",
            "The key is shown once; who took it and why is kept in the audit trail. Give it to the "
                    + "technician who loads it, and nobody else."),
    KEY_VERSION("密钥版本", "Key version"),
    KEY_VERSION_OPTION("第 %s 版", "Version %s"),
    KEY_TITLE("终端密钥", "Terminal key"),
    CHECK_VALUE("校验值", "Check value"),
    KEY_ADVICE("写入终端后核对校验值，然后销毁这张纸。", "Load it, compare the check value, then destroy this sheet."),
    BACK_TO_TERMINAL("回到终端", "Back to the terminal"),
    BACK_TO_TERMINALS("回到终端列表", "Back to the terminals"),
    HISTORY("审计记录", "Audit trail"),
    SAVE("保存", "Save"),
    CODE("商户代码", "Code"),
    CODE_HINT(
            "大写字母、数字和连字符，最多 32 位，如 CANTEEN-0102。不能更改。",
            "Up to 32 capital letters, digits and hyphens, as CANTEEN-0102; for good."),
    NAME("名称", "Name"),
    NAME_EN("英文名称", "Name in English"),
    KIND("类别", "Kind"),
    ANY_KIND("所有类别", "All kinds"),
    KIND_HINT("不能更改：结算按它分类。", "For good: settlement goes by it."),
    ADD_VENDOR("登记商户", "Register a vendor"),
    VENDOR_ADDED("商户 %s 已登记。", "The vendor %s is registered."),
    NO_VENDORS("没有符合条件的商户", "No vendor matches"),
    NO_VENDORS_LINE("先登记商户，再登记它的终端。", "Register a vendor first, then its terminals."),
    RENAME("修改名称", "Rename"),
    RENAMED("商户 %s 的名称已修改。", "The vendor %s is renamed."),
    FLEET("终端数", "Terminals"),
    FLEET_LINE("%s 台，其中停用 %s 台", "%s, of which %s suspended"),
    SHOW_TERMINALS("看它的终端", "Show its terminals"),
    SHOW_CASE("付款前审查与暂缓", "Before payment, and holds"),
    SHOW_DAY("最近营业日的对账", "Reconciliation of the last day"),
    SHOW_STATEMENTS("对账单", "Vendor's statements"),
    SHOW_BREAKS("差错", "Breaks"),
    SHOW_FORMAT("对账单格式", "Format of its statements"),
    SHOW_ACCOUNT("结算账单", "Statement of account"),
    BACK_TO_VENDORS("回到商户", "Back to vendors"),
    CHOOSE_ONE("请从列表中选择。", "Choose one of the list.");

    private final String zh;
    private final String en;

    PlaceText(String zh, String en) {
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
