package cn.suinian.gateway.console.lens;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.lens.item.Answer;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.recovery.Recovery;
import cn.suinian.settlement.lens.work.EvidenceRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flag or finding with all about it, ready to print.
 *
 * @param cut whether there are more taps than these
 * @param taken money of it that was asked back
 */
public record ItemView(
        FormView form,
        LensItem item,
        String vendorCode,
        String vendorName,
        List<EvidenceRow> evidence,
        boolean cut,
        List<Answer> timeline,
        List<Recovery> taken) {

    /** A tap. */
    public record TapRow(
            String at,
            String path,
            String service,
            String outcome,
            String price,
            @Nullable String payer,
            String fen) {}

    /** Something that was said. */
    public record Said(String verdict, String who, String when, String why) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public ItemRow row() {
        return ItemRow.of(item, frame());
    }

    public Map<String, String> figures() {
        return LensWords.figures(item, frame().language());
    }

    public String found() {
        return Figures.dateTime(item.seenAt());
    }

    public boolean answers() {
        return frame().visitor().may(Permission.LENS_HOLD);
    }

    /** Where its money is asked back; null: not by whoever reads this, or not as it stands. */
    public @Nullable String recoverPath() {
        return answers() && item.verdict() == Verdict.CONFIRMED ? row().path() + "/recover" : null;
    }

    public List<RecoveryRow> recoveries() {
        return taken.stream().map(each -> RecoveryRow.of(each, frame())).toList();
    }

    public List<Option> verdicts() {
        return LensWords.verdicts(frame().language());
    }

    public String casePath() {
        return new Address("/lens/cases/" + item.vendorId())
                .with("from", item.day())
                .with("to", item.day())
                .toString();
    }

    public List<TapRow> taps() {
        return evidence.stream()
                .map(tap -> new TapRow(
                        LocalDate.ofInstant(tap.tappedAt(), Figures.ZONE) + " " + Figures.time(tap.tappedAt()),
                        "/taps/" + tap.tapId(),
                        Names.service(tap.service().code(), frame().language()),
                        outcome(tap),
                        Figures.yuan(tap.amountFen()),
                        tap.payer()
                                .map(payer -> Payers.name(payer, frame().language()))
                                .orElse(null),
                        Figures.yuan(tap.payerFen())))
                .toList();
    }

    private String outcome(EvidenceRow tap) {
        if (tap.takenBack()) {
            return say(LensText.TAKEN_BACK);
        }
        return say(tap.approved() ? LensText.APPROVED : LensText.DECLINED);
    }

    public List<Said> said() {
        return timeline.stream()
                .map(each -> new Said(
                        say(LensWords.of(each.verdict())), each.actor(), Figures.dateTime(each.at()), each.reason()))
                .toList();
    }
}
