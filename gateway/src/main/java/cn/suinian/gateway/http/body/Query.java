package cn.suinian.gateway.http.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a query: each known, none twice. */
public final class Query {

    private final MultiMap given;
    private final List<String> asked = new ArrayList<>();

    private Query(MultiMap given) {
        this.given = given;
    }

    public static Query of(HttpServerRequest request) {
        try {
            return new Query(request.params());
        } catch (IllegalArgumentException notDecodable) {
            // Its message repeats the query, which holds a card number.
            throw new Refused(
                    ProblemCode.FIELD_MALFORMED,
                    "?",
                    "after every % in the query there must be two hexadecimal digits");
        }
    }

    public String required(String name) {
        return optional(name).orElseThrow(() -> FieldName.missing(name));
    }

    public Optional<String> optional(String name) {
        asked.add(name);
        List<String> values = given.getAll(name);
        if (values.size() > 1) {
            throw new Refused(ProblemCode.FIELD_TWICE, name, name + " is given twice");
        }
        return values.stream().findFirst();
    }

    /** Refuses whatever was not asked for. */
    public void nothingElse() {
        for (String name : given.names()) {
            if (!asked.contains(name)) {
                String known = asked.isEmpty() ? "nothing" : "only " + String.join(" and ", asked);
                throw new Refused(ProblemCode.FIELD_UNKNOWN, FieldName.shown(name), known + " may be asked for");
            }
        }
    }
}
