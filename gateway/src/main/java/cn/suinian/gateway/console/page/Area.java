package cn.suinian.gateway.console.page;

/** A field of work; the menu of whoever has many parts of the console is by these. */
public enum Area implements Phrase {
    /** Of none alone, or wanted in a hurry: stands by itself, before the others. */
    NONE("全部", "Everything"),
    HOLDERS("持卡人与卡", "Holders and cards"),
    TAPS("刷卡", "Taps"),
    SETTLEMENT("结算", "Settlement"),
    HOUSE("管理", "Administration");

    private final String zh;
    private final String en;

    Area(String zh, String en) {
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
