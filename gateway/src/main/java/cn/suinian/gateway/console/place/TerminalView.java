package cn.suinian.gateway.console.place;

import cn.suinian.core.registry.PlaceKind;
import cn.suinian.core.registry.TerminalEntry.Position;
import cn.suinian.core.registry.TerminalSeen;
import cn.suinian.core.registry.TerminalSeen.Said;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A terminal, as its page and a line of the list show it. */
public record TerminalView(Frame frame, TerminalSeen seen, String vendorName, List<PlaceKind> places) {

    private static final int MILLIS_PLACES = 3;

    /** A phrase. */
    public String say(PlaceText phrase) {
        return frame.say(phrase);
    }

    /** Its twelve digits. */
    public String number() {
        return Terminal.digits(seen.terminal().id());
    }

    /** Its page. */
    public String address() {
        return "/terminals/" + number();
    }

    /** Whether the reader may change anything. */
    public boolean manages() {
        return frame.visitor().may(Permission.TERMINAL_MANAGE);
    }

    /** What was done to it, for those who read the audit trail; empty: they do not. */
    public String history() {
        return frame.visitor().may(Permission.AUDIT_VIEW)
                ? new Address("/audit")
                        .with("kind", "TERMINAL")
                        .with("subject", number())
                        .toString()
                : "";
    }

    /** Colour of the status. */
    public String tone() {
        return seen.suspended() ? "bad" : "good";
    }

    /** The status. */
    public String status() {
        return say(seen.suspended() ? PlaceText.SUSPENDED : PlaceText.ACTIVE);
    }

    /** Code and name of the vendor. */
    public String vendor() {
        return vendorName.isEmpty() ? seen.vendorCode() : seen.vendorCode() + " · " + vendorName;
    }

    /** What it offers. */
    public String services() {
        return seen.terminal().services().stream()
                .sorted()
                .map(service -> Names.service(service.code(), frame.language()))
                .collect(Collectors.joining(frame.language() == Language.ZH ? "、" : ", "));
    }

    /** The list that it holds, against the newest. */
    public String denylist() {
        Long held = seen.denylistVersion();
        if (held == null) {
            return frame.say(PlaceText.NEVER_SAID, seen.denylistHead());
        }
        return seen.stale()
                ? frame.say(PlaceText.BEHIND, held, seen.denylistHead(), seen.denylistBehind())
                : frame.say(PlaceText.NEWEST, held);
    }

    /** When it was last seen. */
    public String lastSeen() {
        return seen.lastSeen() == null ? say(PlaceText.NEVER) : Figures.dateTime(seen.lastSeen());
    }

    /** Everything that is known of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = brief();
        if (seen.suspended()) {
            facts.put(say(PlaceText.WHY), seen.suspendedWhy() == null ? say(PlaceText.UNKNOWN) : seen.suspendedWhy());
        }
        facts.put(say(PlaceText.PLACE_KIND), place());
        facts.put(say(PlaceText.POSITION), position());
        facts.put(say(PlaceText.LAST_SEEN), lastSeen());
        facts.put(say(PlaceText.DENYLIST), denylist());
        facts.put(say(PlaceText.KEYS), keys());
        facts.put(say(PlaceText.SKEW), skew());
        facts.put(
                say(PlaceText.STORED),
                seen.storedTaps() == null ? say(PlaceText.UNKNOWN) : Figures.count(seen.storedTaps()));
        Said said = seen.said();
        facts.put(
                say(PlaceText.SOFTWARE),
                said == null || said.software() == null ? say(PlaceText.UNKNOWN) : said.software());
        return facts;
    }

    /** Which one it is, for the pages of acts. */
    Map<String, String> brief() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(PlaceText.TERMINAL), number());
        facts.put(say(PlaceText.VENDOR), vendor());
        facts.put(say(PlaceText.SERVICES), services());
        return facts;
    }

    private String place() {
        String code = seen.terminal().placeKind();
        if (code == null) {
            return say(PlaceText.UNKNOWN_PLACE);
        }
        return places.stream()
                .filter(kind -> kind.code().equals(code))
                .map(kind -> frame.language() == Language.ZH ? kind.zh() : kind.en())
                .findFirst()
                .orElse(code);
    }

    private String position() {
        Position position = seen.terminal().position();
        return position == null
                ? say(PlaceText.UNKNOWN)
                : Degrees.text(position.latE6()) + ", " + Degrees.text(position.lonE6());
    }

    private String keys() {
        Said said = seen.said();
        return said == null || said.keyVersion() == null
                ? frame.say(PlaceText.KEYS_ACCEPTED, seen.oldestKeyVersion())
                : frame.say(PlaceText.KEYS_USED, said.keyVersion(), seen.oldestKeyVersion());
    }

    private String skew() {
        Said said = seen.said();
        if (said == null || said.clockSkewMillis() == null) {
            return say(PlaceText.UNKNOWN);
        }
        long millis = said.clockSkewMillis();
        if (millis == 0) {
            return say(PlaceText.SKEW_NONE);
        }
        String seconds = BigDecimal.valueOf(Math.abs(millis), MILLIS_PLACES).toPlainString();
        return frame.say(millis > 0 ? PlaceText.SKEW_FAST : PlaceText.SKEW_SLOW, seconds);
    }
}
