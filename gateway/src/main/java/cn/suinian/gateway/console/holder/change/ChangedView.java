package cn.suinian.gateway.console.holder.change;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.holder.word.History.Entry;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import java.util.Set;

/**
 * What somebody else changed while a form was filled in.
 *
 * @param form holding what was typed and what is seen now
 * @param action where the form goes on
 * @param holder the address of the holder
 * @param since what was recorded since the form was opened
 */
public record ChangedView(FormView form, String action, String holder, List<Entry> since) {

    private static final Set<String> OF_THE_FRAME = Set.of("csrf", "act", "by");

    /** Something that was changed. */
    public record Row(String when, String what, String who, String why) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(ChangeText phrase) {
        return frame().say(phrase);
    }

    public String say(WordText phrase) {
        return frame().say(phrase);
    }

    public List<Row> rows() {
        return since.stream()
                .map(entry -> new Row(Figures.dateTime(entry.at()), entry.what(), entry.who(), entry.why()))
                .toList();
    }

    /** Everything that was typed. */
    public List<String> carried() {
        return form.typed().all().keySet().stream()
                .filter(name -> !OF_THE_FRAME.contains(name))
                .toList();
    }
}
