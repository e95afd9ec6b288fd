package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.work.VendorCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hold to be placed.
 *
 * @param items flags that it may rest on
 */
public record NewHoldView(FormView form, VendorCase found, List<LensItem> items) {

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String title() {
        return say(LensText.NEW_TITLE, found.vendorName() + " " + found.vendorCode());
    }

    public List<Option> which() {
        return List.of(new Option("SOME", say(LensText.SOME)), new Option("WHOLE", say(LensText.WHOLE)));
    }

    public List<Option> grounds() {
        return items.stream()
                .map(item -> new Option(
                        ItemRefs.text(item.ref()),
                        item.day() + " · " + LensWords.title(item.kind(), frame().language())))
                .toList();
    }

    public Map<String, String> hints() {
        Map<String, String> hints = new LinkedHashMap<>();
        items.forEach(item -> hints.put(ItemRefs.text(item.ref()), LensWords.line(item, frame().language())));
        return hints;
    }

    public String back() {
        return new Address("/lens/cases/" + found.vendorId())
                .with("from", found.from())
                .with("to", found.to())
                .toString();
    }
}
