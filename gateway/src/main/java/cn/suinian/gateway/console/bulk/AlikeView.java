package cn.suinian.gateway.console.bulk;

import cn.suinian.core.holder.bulk.AlikeRow;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a clerk has to decide on, ready to print.
 *
 * @param form what was refused, when something was
 * @param more where the next ones are; null: there are none
 */
public record AlikeView(
        FormView form,
        long fileNo,
        List<Choice> choices,
        @Nullable String more) {

    /** A row and a form for each of its two buttons. */
    public record Choice(AlikeRow row, FormView other, FormView same) {

        /** The holders that the clerk looked at, for the button that says that it is none of them. */
        public String lookedAt() {
            return row.holders().stream()
                    .map(hit -> Long.toString(hit.holderId()))
                    .collect(Collectors.joining(" "));
        }
    }

    /** The frame of the page. */
    public Frame frame() {
        return form.frame().at("/bulk/" + fileNo + "/alike");
    }

    /** A phrase. */
    public String say(BulkText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** What is known of a holder, in a line. */
    public String line(Namesake namesake) {
        String district = FileView.district(namesake.district(), frame().language());
        Hit seen = namesake.seen();
        return seen == null
                ? namesake.name() + " · " + say(BulkText.COMPARE_ELSEWHERE, district)
                : seen.name() + " · " + seen.bornOn() + " · " + String.join(", ", seen.documents()) + " · " + district;
    }

    /** Where the buttons of a row lead. */
    public String path(AlikeRow row, String decision) {
        return "/bulk/" + fileNo + "/rows/" + row.rowNo() + "/" + decision;
    }
}
