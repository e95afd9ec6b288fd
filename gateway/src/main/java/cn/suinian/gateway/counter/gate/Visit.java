package cn.suinian.gateway.counter.gate;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.counter.body.Given;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One call of a client that was let in. */
public final class Visit {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final @Nullable Actor actor;
    private final Asked asked;

    Visit(@Nullable Actor actor, Asked asked) {
        this.actor = actor;
        this.asked = asked;
    }

    /** The client, as the audit trail knows it. */
    public Actor actor() {
        return Objects.requireNonNull(actor, "a route for everybody has no actor");
    }

    /** The request. */
    public Asked asked() {
        return asked;
    }

    /** The number of the holder in the path. */
    public long holderId() {
        return number("id", Long.MAX_VALUE);
    }

    /** The serial of the card in the path. */
    public int serial() {
        return (int) number("serial", CardNumber.MAX_SERIAL);
    }

    /** Reads the body, which must be JSON. */
    public <T> T read(Function<Given, T> reading) {
        asked.requireJson();
        return Given.read(asked.body().getBytes(), reading);
    }

    private long number(String name, long most) {
        String text = asked.variable();
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) > most) {
            throw new Refused(
                    ProblemCode.FIELD_MALFORMED, name, name + " in the path must be a whole number, at most " + most);
        }
        return Long.parseLong(text);
    }
}
