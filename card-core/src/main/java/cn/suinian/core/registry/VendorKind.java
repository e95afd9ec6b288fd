package cn.suinian.core.registry;

/** What a vendor serves holders with. */
public enum VendorKind {
    BUS("公交", "Bus"),
    METRO("地铁", "Metro"),
    CANTEEN("长者食堂", "Canteen"),
    ALLOWANCE_DESK("津贴核验点", "Allowance desk"),
    VENUE("场馆景点", "Venue"),
    HOME_CARE("居家养老", "Home care");

    private final String zh;
    private final String en;

    VendorKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** In Simplified Chinese. */
    public String zh() {
        return zh;
    }

    /** In English. */
    public String en() {
        return en;
    }
}
