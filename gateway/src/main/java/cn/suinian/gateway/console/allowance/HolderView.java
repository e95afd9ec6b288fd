package cn.suinian.gateway.console.allowance;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.allowance.HolderLooks.Listed;
import cn.suinian.settlement.allowance.HolderLooks.Look;
import cn.suinian.settlement.allowance.Note;
import cn.suinian.settlement.allowance.policy.RunLine;
import java.util.List;
import java.util.stream.Stream;

/** Why somebody gets what they get, ready to print. */
public record HolderView(Frame frame, Look look) {

    /** A line of another run. */
    public record Row(String path, String run, String month, String kind, String reason, String amount, String fate) {}

    public String say(RunText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String runPath() {
        return RunView.path(look.run());
    }

    public String runName() {
        String district = Words.of(look.run().district(), frame.language());
        return say(RunText.RUN, look.run().month(), district, look.run().runNo());
    }

    public String title() {
        return say(RunText.HOLDER_TITLE, look.holderId());
    }

    /** Whether the reader may open the holder's own page. */
    public boolean maySeeHolder() {
        return frame.visitor().may(Permission.HOLDER_VIEW);
    }

    public boolean paysNothing() {
        return look.here().isEmpty();
    }

    /** The amounts and the notes of this run as sentences. */
    public List<String> sentences() {
        return Stream.concat(
                        look.here().stream().map(this::sentence),
                        look.notes().stream().map(this::sentence))
                .toList();
    }

    private String sentence(Listed listed) {
        String why = sentence(listed.line());
        return switch (listed.fate()) {
            case WITHHELD -> why + " " + say(RunText.WITHHELD_HERE);
            case RETURNED_BY_BANK -> why + " " + say(RunText.RETURNED_BY_BANK_HERE);
            case LISTED, UNDER_WAY, PAID, RETURNED, CLAIMED, COLLECTED, REFUNDED, WITHDRAWN -> why;
        };
    }

    private String sentence(RunLine line) {
        return sentence(
                line.kind().name(),
                line.reason(),
                line.month().toString(),
                Figures.yuan(Math.abs(line.fen())),
                line.fromAge(),
                "");
    }

    private String sentence(Note note) {
        return sentence(
                note.kind().name(),
                note.reason(),
                look.run().month().toString(),
                Figures.yuan(note.afterFen()),
                0,
                Figures.yuan(note.beforeFen()));
    }

    private String sentence(String kind, String reason, Object... values) {
        Language language = frame.language();
        return WhyText.of(kind, reason, language, values)
                .orElseGet(() -> CodeText.of(kind, language) + " · " + CodeText.of(reason, language));
    }

    public List<Row> elsewhere() {
        return look.elsewhere().stream().map(this::row).toList();
    }

    private Row row(Listed each) {
        Language language = frame.language();
        return new Row(
                RunView.path(each.runNo()),
                each.runNo() + " · " + Words.of(each.district(), language),
                each.line().month().toString(),
                CodeText.of(each.line().kind(), language),
                CodeText.of(each.line().reason(), language),
                Figures.yuan(each.line().fen()),
                CodeText.of(each.fate(), language));
    }
}
