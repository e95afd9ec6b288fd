package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;

/** What the steps of a day say: button, question, consequence (the phrase itself) and what was done. */
@SuppressWarnings("ImmutableEnumChecker") // records of two texts
enum StepText implements Phrase {
    CLOSE(
            words("立即日终", "Close now"),
            words("立即对 %s 日终？", "Close %s now?"),
            words(
                    "日切之后的刷卡计入下一营业日；本日及更早未日终的营业日随即清分。日切不能撤回。",
                    "Taps settle in the next day from then on; this day and any before it that is not closed are added"
                            + " up and posted. A cut cannot be taken back."),
            words("日终已开始，进度见下。", "The close has begun; see below how far it is.")),
    RECONCILE(
            words("对账完毕", "Reconciled"),
            words("%s 对账完毕？", "Is %s reconciled?"),
            words(
                    "确认每个商户的对账单都已比对，或由主管免交。未处理的差错不影响对账完毕，但会暂缓相关商户的付款。",
                    "Every vendor's statement was compared, or a supervisor excused it. Open breaks do not hold the"
                            + " day up; they hold up the money of their vendors."),
            words("已记为对账完毕。下一步：申请审批。", "The day is reconciled. Next: ask for its approval.")),
    ASK_APPROVAL(
            words("申请审批", "Ask for approval"),
            words("申请审批 %s？", "Ask for %s to be approved?"),
            words(
                    "审批后本日款项可以付出。须由另一位主管复核，申请人不能复核自己的申请。",
                    "Once it is approved its money may be paid. Another supervisor has to decide; whoever asks"
                            + " cannot."),
            words("已申请审批，等另一位主管复核。", "It is asked for and waits for another supervisor.")),
    PAID(
            words("付款完毕", "Paid"),
            words("%s 付款完毕？", "Is %s paid?"),
            words(
                    "确认本日应付款均已付出，或已具名暂缓。付款完毕后营业日不能再退回。系统也会自动办理。",
                    "Whatever is payable of the day was ordered, or is held by name. A paid day is never re-opened."
                            + " The house does this by itself, too."),
            words("已记为付款完毕，随后自动封存。", "The day is paid; it is sealed by itself in a moment.")),
    SEAL(
            words("立即封存", "Seal now"),
            words("立即封存 %s？", "Seal %s now?"),
            words(
                    "对本日全部刷卡、清分和分录计算封存值并签名，此后任何改动都能查出。系统也会自动办理。",
                    "All taps, clearing lines and entries of the day are hashed and signed; any change shows from then"
                            + " on. The house does this by itself, too."),
            words("封存已开始，进度见下。", "Sealing has begun; see below how far it is.")),
    PUBLISH(
            words("立即公布", "Publish now"),
            words("立即公布 %s 的合计数？", "Publish the totals of %s now?"),
            words(
                    "按区、服务和付款方的合计数对公众公布，人数少的隐去。公布后不能更改。系统也会自动办理。",
                    "Totals by district, service and payer are told to the public, small ones withheld. What was"
                            + " published stays as it is. The house does this by itself, too."),
            words("公布已开始，进度见下。", "Publishing has begun; see below how far it is.")),
    ASK_REOPENING(
            words("申请退回", "Ask to re-open"),
            words("申请退回 %s？", "Ask for %s to be re-opened?"),
            words(
                    "退回后营业日回到“已清分”，须重新对账和审批；清分数字不变。须由另一位主管复核。",
                    "The day goes back to cleared, and has to be reconciled and approved anew; its figures stay."
                            + " Another supervisor has to decide."),
            words("已申请退回，等另一位主管复核。", "It is asked for and waits for another supervisor."));

    private final Words label;
    private final Words question;
    private final Words consequence;
    private final Words done;

    /** The same in both languages. */
    private record Words(String zh, String en) {
        String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    StepText(Words label, Words question, Words consequence, Words done) {
        this.label = label;
        this.question = question;
        this.consequence = consequence;
        this.done = done;
    }

    private static Words words(String zh, String en) {
        return new Words(zh, en);
    }

    String label(Language language) {
        return label.in(language);
    }

    String question(Language language, Object day) {
        return String.format(question.in(language), day);
    }

    String done(Language language) {
        return done.in(language);
    }

    @Override
    public String zh() {
        return consequence.zh();
    }

    @Override
    public String en() {
        return consequence.en();
    }
}
