package cn.suinian.gateway.console.lens;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A flag or finding as a row.
 *
 * @param recoverPath where its money is asked back; null: it is not confirmed, or not for whoever reads this
 */
public record ItemRow(
        String ref,
        String seen,
        String path,
        String title,
        String line,
        String day,
        String score,
        String state,
        String tone,
        @Nullable String recoverPath) {

    static ItemRow of(LensItem item, Frame frame) {
        return new ItemRow(
                ItemRefs.text(item.ref()),
                ItemRefs.seen(item),
                ItemRefs.path(item.ref()),
                LensWords.title(item.kind(), frame.language()),
                LensWords.line(item, frame.language()),
                item.day().toString(),
                Integer.toString(item.score()),
                frame.say(LensWords.of(item.verdict())),
                LensWords.tone(item.verdict()),
                item.verdict() == Verdict.CONFIRMED && frame.visitor().may(Permission.LENS_HOLD)
                        ? ItemRefs.path(item.ref()) + "/recover"
                        : null);
    }
}
