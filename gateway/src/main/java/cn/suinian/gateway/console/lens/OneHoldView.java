package cn.suinian.gateway.console.lens;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.Hold;
import cn.suinian.settlement.lens.hold.HoldView;
import cn.suinian.settlement.lens.hold.HoldView.Signature;
import cn.suinian.settlement.lens.item.LensItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hold with all about it, ready to print.
 *
 * @param grounds those flags that it rests on, at most fifty
 * @param account the name that the reader signs in with
 */
public record OneHoldView(FormView form, HoldView view, List<LensItem> grounds, String account) {

    private static final int A_YEAR = 365;

    /** A request to release it. */
    public record SignatureRow(
            String reason,
            String asked,
            String askedAt,
            @Nullable String decided,
            @Nullable String decidedAt,
            String outcome) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public Hold hold() {
        return view.hold();
    }

    public String title() {
        return say(LensText.HOLD_NO, hold().holdNo()) + " · " + hold().vendorName();
    }

    public String path() {
        return "/lens/holds/" + hold().holdNo();
    }

    public String state() {
        return say(HoldWords.state(hold()));
    }

    public String tone() {
        return HoldWords.tone(hold());
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(WordText.VENDOR), hold().vendorCode() + " · " + hold().vendorName());
        facts.put(say(LensText.HELD_DAYS), HoldWords.days(frame(), hold().days()));
        if (hold().inForce()) {
            facts.put(say(LensText.NOT_PAID), HoldWords.notPaid(frame(), hold().days()));
        }
        facts.put(say(WordText.WHY), hold().reason());
        facts.put(say(LensText.PLACED_BY), HoldWords.by(frame(), hold()) + " · " + Figures.dateTime(hold().placedAt()));
        facts.put(say(LensText.FLAGS_NOW), Figures.count(view.items()));
        if (hold().releasedAt() != null) {
            facts.put(say(LensText.RELEASED), Figures.dateTime(hold().releasedAt()));
        }
        asked().ifPresent(request -> facts.put(
                say(LensText.RELEASE_ASKED),
                request.askedAs() + " · " + Figures.dateTime(request.askedAt()) + " · " + request.reason()));
        return facts;
    }

    /** The request that waits. */
    public Optional<Signature> asked() {
        return view.signatures().stream().filter(each -> each.outcome() == null).findFirst();
    }

    public boolean asks() {
        return hold().inForce()
                && asked().isEmpty()
                && view.waiting() == 0
                && frame().visitor().may(Permission.LENS_HOLD);
    }

    /** Whether the reader may be the second person. */
    public boolean decides() {
        return asked().isPresent() && whyNot() == null;
    }

    /** Whether the reader may say no to the request, whatever became of its grounds. */
    public boolean refuses() {
        return frame().visitor().may(Permission.LENS_RELEASE)
                && asked().filter(request -> !request.askedAs().equals(account)).isPresent();
    }

    /** Why the reader can do nothing about a hold in force; null: they can, or it is over. */
    public @Nullable String whyNot() {
        if (!hold().inForce()) {
            return null;
        }
        Optional<Signature> request = asked();
        return request.isPresent() ? whyNotRelease(request.get()) : whyNotAsk();
    }

    private @Nullable String whyNotRelease(Signature request) {
        if (!frame().visitor().may(Permission.LENS_RELEASE)) {
            return say(WordText.NO_RIGHT);
        }
        if (request.askedAs().equals(account)) {
            return say(LensText.OWN_REQUEST);
        }
        if (Objects.equals(hold().placedBy(), frame().visitor().staffId())) {
            return say(LensText.OWN_HOLD);
        }
        return view.waiting() > 0 ? say(LensText.GROUNDS_OPEN, view.waiting()) : null;
    }

    private @Nullable String whyNotAsk() {
        if (view.waiting() > 0) {
            return say(LensText.GROUNDS_OPEN, view.waiting());
        }
        return asks() ? null : say(LensText.ASKS_CLERKS);
    }

    public List<ItemRow> groundRows() {
        return grounds.stream().map(item -> ItemRow.of(item, frame())).toList();
    }

    public List<SignatureRow> signatures() {
        return view.signatures().stream()
                .map(each -> new SignatureRow(
                        each.reason(),
                        each.askedAs(),
                        Figures.dateTime(each.askedAt()),
                        each.decidedAs(),
                        each.decidedAt() == null ? null : Figures.dateTime(each.decidedAt()),
                        say(outcome(each.outcome()))))
                .toList();
    }

    private static LensText outcome(@Nullable String outcome) {
        if (outcome == null) {
            return LensText.PENDING;
        }
        return switch (outcome) {
            case "APPROVED" -> LensText.AGREED;
            case "WITHDRAWN" -> LensText.REQUEST_TAKEN_BACK;
            default -> LensText.REFUSED;
        };
    }

    /** All flags of its vendor and days; of a hold of the whole vendor, of the year before it. */
    public String casePath() {
        HeldDays days = hold().days();
        LocalDate placed = LocalDate.ofInstant(hold().placedAt(), Figures.ZONE);
        return new Address("/lens/cases/" + hold().vendorId())
                .with("from", days.from() == null ? placed.minusDays(A_YEAR) : days.from())
                .with("to", days.to() == null ? placed : days.to())
                .toString();
    }
}
