package cn.suinian.core.card.bureau;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.RunningSm3;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Lines of an order as they go out. Every value is a number, a code or hexadecimal of our own making, so nothing in
 * it needs an escape in JSON or could be a formula in a spreadsheet.
 */
final class OrderFile {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    /** A named value. */
    record Field(String name, String value) {
        Field {
            if (!value.matches("[0-9A-Za-z_:.TZ-]*")) {
                throw new IllegalArgumentException(name + " is not a plain value");
            }
        }

        static Field of(String name, Object value) {
            return new Field(name, value.toString());
        }
    }

    private final RunningSm3 out;
    private final Writer text;
    private final BureauFormat format;

    OrderFile(OutputStream out, BureauFormat format) {
        this.out = new RunningSm3(out);
        this.text = new BufferedWriter(new OutputStreamWriter(this.out, UTF_8));
        this.format = format;
    }

    /** Adds a line. */
    void line(String kind, Field... fields) throws IOException {
        switch (format) {
            case CSV -> csv(kind, fields);
            case JSON_LINES -> text.write(json(kind, fields));
        }
    }

    /** The SM3 of every line so far, as hexadecimal. */
    String digest() throws IOException {
        text.flush();
        return Hex.encode(out.soFar());
    }

    void flush() throws IOException {
        text.flush();
    }

    private void csv(String kind, Field... fields) throws IOException {
        CSVPrinter printer = new CSVPrinter(text, CSV);
        printer.printRecord(Stream.concat(Stream.of(kind), Stream.of(fields).map(Field::value)));
    }

    private static String json(String kind, Field... fields) {
        return Stream.concat(Stream.of(new Field("line", kind)), Stream.of(fields))
                .map(field -> '"' + field.name() + "\":\"" + field.value() + '"')
                .collect(Collectors.joining(",", "{", "}\n"));
    }
}
