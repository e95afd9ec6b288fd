package cn.suinian.gateway.console.allowance.word;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.allowance.PayFile;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Who took the pay file of a run out last, in each encoding. */
public enum TakenWords implements Phrase {
    FILE("代发文件下载", "Pay file downloaded"),
    TAKEN("%1$s，%2$s（%3$s）", "%1$s, %2$s (%3$s)"),
    NEVER("尚未下载", "not yet");

    private final String zh;
    private final String en;

    TakenWords(String zh, String en) {
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

    /** What it is called and the last of each encoding, the latest first, as a fact of the page. */
    public static Map<String, String> of(Map<PayFile.Encoding, AuditRow> last, Language language) {
        String said = last.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().entryNo()))
                .map(each -> TAKEN.in(
                        language,
                        each.getValue().actor(),
                        Figures.dateTime(each.getValue().at()),
                        each.getKey().charset().name()))
                .collect(Collectors.joining(" · "));
        return Map.of(FILE.in(language), said.isEmpty() ? NEVER.in(language) : said);
    }
}
