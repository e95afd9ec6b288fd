package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.lens.item.LensItem;

/** A flag or finding as a row. */
public record ItemRow(
        String ref,
        String seen,
        String path,
        String title,
        String line,
        String day,
        String score,
        String state,
        String tone) {

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
                LensWords.tone(item.verdict()));
    }
}
