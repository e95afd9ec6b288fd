package cn.suinian.gateway.console.audit;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.audit.ChainState;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the chain.
 *
 * @param last the newest entry that says it was looked at; null: there is none
 */
public record ChainView(
        FormView form, ChainState head, @Nullable AuditRow last) {

    private static final String WHOLE = "whole";

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(AuditText phrase) {
        return frame().say(phrase);
    }

    /** What to note down. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(AuditText.NUMBER), Figures.count(head.entryNo()));
        facts.put(say(AuditText.HASH), head.hash().replaceAll("(.{8})(?=.)", "$1 "));
        facts.put(say(AuditText.NOTED_AT), Figures.dateTime(head.at()));
        return facts;
    }

    /** Whether the last one who looked found it broken. */
    public boolean broken() {
        return last != null && !WHOLE.equals(last.maskedAfter().get("found"));
    }

    /** When it was looked at last, by whom, and what they found. */
    public String lastLook() {
        if (last == null) {
            return say(AuditText.NEVER);
        }
        Map<String, String> found = last.maskedAfter();
        return frame().say(
                        AuditText.LAST_FOUND,
                        Figures.dateTime(last.at()),
                        last.actor(),
                        found.get("entry"),
                        broken() ? found.get("found") : say(AuditText.WHOLE));
    }
}
