package cn.suinian.gateway.terminal.body;

import cn.suinian.gateway.http.body.JsonBody;
import cn.suinian.gateway.terminal.gate.Caller;
import cn.suinian.gateway.terminal.gate.Sighting;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal tells of itself when it signs in, and now and then after that.
 *
 * @param denylistVersion the list it holds; null when it holds none
 * @param storedTaps taps that wait in it to be sent; null when it does not say
 */
public record ReportBody(
        String software,
        @Nullable Long denylistVersion,
        @Nullable Integer storedTaps) {

    private static final int LONGEST_SOFTWARE = 64;
    private static final long MOST_STORED = Integer.MAX_VALUE;

    public static ReportBody parse(byte[] body) {
        return JsonBody.read(body, ReportBody::read);
    }

    private static ReportBody read(JsonParser parser) throws IOException {
        Fields fields = new Fields("");
        String software = null;
        Long version = null;
        Integer stored = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "software" -> software = fields.text(parser, name, 0, LONGEST_SOFTWARE);
                case "denylistVersion" -> version = fields.number(parser, name, 1, 0, FieldValues.MAX_VERSION);
                case "storedTaps" -> stored = (int) fields.number(parser, name, 2, 0, MOST_STORED);
                default -> throw fields.unknown(name);
            }
        }
        return new ReportBody(FieldValues.required("software", software), version, stored);
    }

    public Sighting sighting(Caller caller) {
        Instant at = caller.at();
        return caller.sighting().holding(denylistVersion, at).reporting(software, storedTaps);
    }
}
