package cn.suinian.settlement.statement.format;

import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flat object a line; nested values make a line unreadable. */
final class JsonForm implements LineForm {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String RECORD = "record";

    private final StatementMapping mapping;

    JsonForm(StatementMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public Optional<Header> header(String line) {
        Map<String, String> members = members(line);
        if (members == null || !"header".equals(members.get(RECORD)) || members.get("vendor") == null) {
            return Optional.empty();
        }
        return TimeForm.ISO.day(members.getOrDefault("day", "")).map(day -> new Header(1, members.get("vendor"), day));
    }

    @Override
    public void columns(BoundedLines lines) {
        // each line names its own members
    }

    @Override
    public StatementLine line(int lineNo, String line, RowReading rows) {
        Map<String, String> members = members(line);
        if (members == null) {
            return new Fault(lineNo, "", RowProblem.LINE_UNREADABLE, RowReading.shown(line));
        }
        if ("trailer".equals(members.get(RECORD))) {
            return trailer(lineNo, line, members);
        }
        return rows.read(lineNo, field -> {
            String name = mapping.sources().get(field);
            return name == null ? null : members.get(name);
        });
    }

    private StatementLine trailer(int lineNo, String line, Map<String, String> members) {
        long rows = AmountUnit.FEN.fen(members.getOrDefault("rows", ""));
        long amount = mapping.unit().fen(members.getOrDefault("amount", ""));
        long subsidy = mapping.unit().fen(members.getOrDefault("subsidy", ""));
        return rows < 0 || amount < 0 || subsidy < 0
                ? new Fault(lineNo, "", RowProblem.LINE_UNREADABLE, RowReading.shown(line))
                : new Trailer(lineNo, rows, amount, subsidy);
    }

    private static @Nullable Map<String, String> members(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, String> members = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == null || value.isStructStart()) {
                    return null;
                }
                if (value != JsonToken.VALUE_NULL && members.put(name, parser.getText()) != null) {
                    return null;
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null ? members : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
