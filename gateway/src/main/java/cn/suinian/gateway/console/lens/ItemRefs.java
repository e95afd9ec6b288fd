package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.form.Typed;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items.Seen;
import cn.suinian.settlement.lens.item.LensItem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How pages write a flag or finding: {@code FLAG.12}, and {@code FLAG.12.3} as somebody has seen it. */
final class ItemRefs {

    private static final Pattern REF = Pattern.compile("(FLAG|FINDING)\\.([0-9]{1,18})");
    private static final Pattern SEEN = Pattern.compile("((?:FLAG|FINDING)\\.[0-9]{1,18})\\.([0-9]{1,18})");

    private ItemRefs() {}

    static String text(ItemRef ref) {
        return ref.source() + "." + ref.number();
    }

    static String seen(LensItem item) {
        return text(item.ref()) + "." + item.answers();
    }

    static Optional<ItemRef> parse(String text) {
        Matcher ref = REF.matcher(text);
        return ref.matches()
                ? Optional.of(new ItemRef(ItemRef.Source.valueOf(ref.group(1)), Typed.wholeNumber(ref.group(2))))
                : Optional.empty();
    }

    static Optional<Seen> parseSeen(String text) {
        Matcher seen = SEEN.matcher(text);
        return seen.matches()
                ? parse(seen.group(1)).map(ref -> new Seen(ref, Typed.wholeNumber(seen.group(2))))
                : Optional.empty();
    }

    static String path(ItemRef ref) {
        return "/lens/items/" + text(ref);
    }
}
