package cn.suinian.core.holder.document;

/** Documents that a holder may be registered by. The names are kept in the database. */
public enum DocumentKind {
    /** 居民身份证, GB 11643. */
    RESIDENT_CARD("居民身份证", "Resident identity card"),
    /** 港澳台居民居住证: as the resident card, with an area code of its own. */
    RESIDENCE_PERMIT("港澳台居民居住证", "Residence permit for Hong Kong, Macau and Taiwan residents"),
    /** 港澳居民来往内地通行证. */
    HOME_RETURN_PERMIT("港澳居民来往内地通行证（回乡证）", "Home-return permit"),
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PASS("台湾居民来往大陆通行证（台胞证）", "Mainland travel permit for Taiwan residents");

    private final String zh;
    private final String en;

    DocumentKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Whether its number carries the date of birth and the sex. */
    public boolean carriesBirth() {
        return switch (this) {
            case RESIDENT_CARD, RESIDENCE_PERMIT -> true;
            case HOME_RETURN_PERMIT, TAIWAN_PASS -> false;
        };
    }

    /** What it is called in Simplified Chinese. */
    public String zh() {
        return zh;
    }

    /** What it is called in English. */
    public String en() {
        return en;
    }
}
