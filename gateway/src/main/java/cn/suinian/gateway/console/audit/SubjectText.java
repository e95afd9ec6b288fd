package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.List;

/** What things in the trail are called; each constant has the name of the code. */
enum SubjectText implements Phrase {
    HOLDER("持卡人", "Holder"),
    CARD("卡", "Card"),
    CARD_STOCK("卡库存", "Card stock"),
    CARD_RANGE("号段", "Number range"),
    BATCH("制卡批次", "Batch"),
    TERMINAL("终端", "Terminal"),
    VENDOR("商户", "Vendor"),
    STAFF("人员", "Staff"),
    COUNTER("网点", "Counter"),
    CLIENT("接入程序", "Program"),
    AUDIT("审计链", "Audit chain");

    private final String zh;
    private final String en;

    SubjectText(String zh, String en) {
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

    /** The name of a kind of thing; its code when there is none. */
    static String of(String code, Language language) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .map(kind -> kind.in(language))
                .orElse(code);
    }

    /** Every kind that has a name. */
    static List<Option> options(Language language) {
        return Arrays.stream(values())
                .map(kind -> new Option(kind.name(), kind.in(language)))
                .toList();
    }
}
