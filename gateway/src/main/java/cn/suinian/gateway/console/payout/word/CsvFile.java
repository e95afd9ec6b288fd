package cn.suinian.gateway.console.payout.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.console.route.Answer;
import java.io.OutputStreamWriter;
import java.io.Writer;

/** A list as a file for spreadsheets, written while it is sent. */
public final class CsvFile {

    /** Writes it. */
    @FunctionalInterface
    public interface Rows {
        /** Refuses before the first letter, or writes all of it. */
        void writeTo(Appendable out) throws Exception;
    }

    private CsvFile() {}

    /** The answer that sends it; what is refused before its first row still has a page. */
    public static Answer of(String name, Rows rows) {
        return Answer.stream(name, "text/csv; charset=utf-8", out -> {
            Writer text = new OutputStreamWriter(out, UTF_8);
            rows.writeTo(text);
            text.flush();
        });
    }
}
