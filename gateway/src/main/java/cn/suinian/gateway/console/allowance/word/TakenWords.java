package cn.suinian.gateway.console.allowance.word;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who took the pay file of a run out last, in each encoding. */
public enum TakenWords implements Phrase {
    FILE("代发文件下载", "Pay file downloaded"),
    TAKEN("%1$s，%2$s", "%1$s, %2$s"),
    TAKEN_AS("%1$s，%2$s（%3$s）", "%1$s, %2$s (%3$s)"),
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

    /** What it is called and the last of each encoding, as a fact of the page. */
    public static Map<String, String> of(List<AuditRow> taken, Language language) {
        Map<String, String> last = new LinkedHashMap<>();
        for (AuditRow row : taken) {
            String encoding = row.maskedAfter().getOrDefault("encoding", "");
            String at = Figures.dateTime(row.at());
            last.putIfAbsent(
                    encoding,
                    encoding.isEmpty()
                            ? TAKEN.in(language, row.actor(), at)
                            : TAKEN_AS.in(language, row.actor(), at, encoding));
        }
        String said = last.isEmpty() ? NEVER.in(language) : String.join(" · ", last.values());
        return Map.of(FILE.in(language), said);
    }
}
