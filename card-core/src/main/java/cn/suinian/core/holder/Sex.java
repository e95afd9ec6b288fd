package cn.suinian.core.holder;

/** As a document says it. */
public enum Sex {
    MALE("男"),
    FEMALE("女");

    private final String zh;

    Sex(String zh) {
        this.zh = zh;
    }

    /** The word in Chinese. */
    public String zh() {
        return zh;
    }
}
