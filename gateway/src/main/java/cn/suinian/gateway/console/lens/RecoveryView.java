package cn.suinian.gateway.console.lens;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.lens.recovery.Recovery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to take money back, ready to print.
 *
 * @param trouble why it cannot be approved as it stands; null: it can
 */
public record RecoveryView(
        FormView form, Recovery asked, @Nullable String trouble) {

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String title() {
        return say(LensText.RECOVERY_NO, asked.requestNo());
    }

    public String path() {
        return "/lens/recoveries/" + asked.requestNo();
    }

    public String itemPath() {
        return ItemRefs.path(asked.item());
    }

    public boolean waits() {
        return asked.outcome() == null;
    }

    /** Where whoever asked takes it back; null: the reader did not ask, or it is decided. */
    public @Nullable String withdrawPath() {
        boolean own = Objects.equals(frame().visitor().staffId(), asked.askedBy());
        return waits() && own ? InboxPages.withdrawPath(asked.requestNo()) : null;
    }

    /** Why the reader can decide nothing; null: they can. */
    public @Nullable String whyNot() {
        if (!frame().visitor().may(Permission.LENS_RELEASE)) {
            return say(WordText.NO_RIGHT);
        }
        return Objects.equals(frame().visitor().staffId(), asked.askedBy()) ? say(WordText.OWN) : null;
    }

    public Map<String, String> facts() {
        RecoveryRow row = RecoveryRow.of(asked, frame());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(WordText.STATE), row.state());
        facts.put(say(WordText.VENDOR), asked.vendorCode());
        facts.put(say(WordText.DAY), asked.day().toString());
        asked.lines()
                .forEach(line -> facts.put(
                        say(
                                LensText.RECOVER_FIELD,
                                Payers.name(line.payer(), frame().language()),
                                Names.service(line.service().code(), frame().language())),
                        Figures.yuan(line.fen())));
        facts.put(say(WordText.TOTAL), row.money());
        facts.put(say(WordText.WHY), row.reason());
        facts.put(say(WordText.ASKED_BY), row.asked() + " · " + row.askedAt());
        if (!waits()) {
            facts.put(say(WordText.DECIDED_BY), row.decided() + " · " + row.decidedAt());
        }
        if (asked.reference() != null) {
            facts.put(say(LensText.REFERENCE), asked.reference());
        }
        return facts;
    }
}
