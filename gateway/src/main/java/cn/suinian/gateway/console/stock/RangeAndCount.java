package cn.suinian.gateway.console.stock;

import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import java.util.regex.Pattern;

/** So many of the next numbers of a range, as a form asks for them. */
public record RangeAndCount(int rangeId, int count) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** What was typed; stops with problems at the fields when it is not both. */
    public static RangeAndCount of(Typed typed) {
        String range = typed.text("rangeId");
        String count = typed.text("count").replace(",", "");
        Problems problems = Problems.NONE;
        if (!NUMBER.matcher(range).matches()) {
            problems = problems.and("rangeId", StockText.CHOOSE_RANGE);
        }
        if (!NUMBER.matcher(count).matches()) {
            problems = problems.and("count", StockText.COUNT_WRONG);
        }
        problems.stopIfAny();
        return new RangeAndCount(Integer.parseInt(range), Integer.parseInt(count));
    }
}
