package cn.suinian.gateway.console.page;

import java.util.Optional;

/** The languages of the console; Chinese unless the reader chose otherwise. */
public enum Language {
    ZH("zh", "zh-Hans", "中文"),
    EN("en", "en", "English");

    private final String code;
    private final String tag;
    private final String ownName;

    Language(String code, String tag, String ownName) {
        this.code = code;
        this.tag = tag;
        this.ownName = ownName;
    }

    /** What stands in the address and in the cookie. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag for {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    /** What the language calls itself. */
    public String ownName() {
        return ownName;
    }

    /** The one the switch leads to. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** The language of a code; empty for anything else. */
    public static Optional<Language> find(String code) {
        for (Language each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
