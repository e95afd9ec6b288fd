package cn.suinian.gateway.console.form;

import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the templates in {@code part/} print it: what was typed, what is wrong with it, and the hidden fields.
 *
 * @param frame the frame of its page
 * @param typed what its fields hold
 * @param problems what is wrong with them
 * @param act names this one filling-in of the form; whatever comes twice with it is done once
 */
public record FormView(Frame frame, Typed typed, Problems problems, String act) {

    /** What a field holds. */
    public String value(String name) {
        return typed.raw(name);
    }

    /** Whether a value of a field is chosen. */
    public boolean chosen(String name, String value) {
        return typed.list(name).contains(value);
    }

    /** What is wrong with a field; null: nothing. */
    public @Nullable String problem(String name) {
        return problems.at(name).map(problem -> problem.in(frame.language())).orElse(null);
    }

    /** Whether a file was chosen that no page can put back into its field. */
    public boolean choosesAgain(String name) {
        return problems.any() && typed.fileFields().contains(name) && problem(name) == null;
    }

    /** Everything that is wrong, in the reader's language, and at which field. */
    public List<Line> lines() {
        return problems.list().stream().map(this::line).toList();
    }

    /**
     * A line of the summary.
     *
     * @param target the id of the field; null: none
     */
    public record Line(@Nullable String target, String text) {}

    /** Whether the cursor begins at this field: the first that is wrong. */
    public boolean startsAt(String name) {
        return problems.firstField().filter(name::equals).isPresent();
    }

    /** Whether the reader begins with the summary, since no field is at fault. */
    public boolean startsAtSummary() {
        return problems.any() && problems.firstField().isEmpty();
    }

    /** For {@code aria-describedby}: the ids of the field's hint and problem; null: it has none. */
    public @Nullable String describedBy(String name, @Nullable String hint) {
        boolean wrong = problem(name) != null;
        if (hint == null) {
            return wrong ? name + "-problem" : null;
        }
        return wrong ? name + "-hint " + name + "-problem" : name + "-hint";
    }

    private Line line(Problem problem) {
        return new Line(problem.field(), problem.in(frame.language()));
    }
}
