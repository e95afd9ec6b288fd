package cn.suinian.gateway.console.staff;

import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody's page.
 *
 * @param self whether it is the reader
 * @param provider whether the house has a provider of identity
 */
public record StaffView(Frame frame, StaffMember member, Scopes scopes, boolean self, boolean provider) {

    /** A phrase. */
    public String say(StaffText phrase) {
        return frame.say(phrase);
    }

    /** Colour of the status. */
    public String tone() {
        return StaffList.tone(member);
    }

    /** The status. */
    public String status() {
        return say(StaffList.status(member));
    }

    /** What is known of them. */
    public Map<String, String> facts() {
        Map<String, String> facts = brief();
        facts.put(
                say(StaffText.LAST_SIGN_IN),
                member.lastSignedInAt() == null ? say(StaffText.NEVER) : Figures.dateTime(member.lastSignedInAt()));
        facts.put(say(StaffText.AUTHENTICATOR), say(member.enrolled() ? StaffText.ENROLLED : StaffText.NOT_ENROLLED));
        if (provider) {
            facts.put(say(StaffText.PROVIDER), say(link()));
        }
        facts.put(
                say(StaffText.MAY_DO),
                member.roles().stream()
                        .sorted()
                        .map(role -> PermissionText.of(role, frame.language()))
                        .collect(Collectors.joining(" · ")));
        return facts;
    }

    private StaffText link() {
        return switch (member.provider()) {
            case NONE -> StaffText.PROVIDER_NONE;
            case AWAITED -> StaffText.PROVIDER_AWAITED;
            case LINKED -> StaffText.PROVIDER_LINKED;
        };
    }

    /** Whether the provider may be asked about them, or not any more. */
    public boolean linked() {
        return member.provider() == StaffMember.ProviderLink.LINKED;
    }

    /** Who it is, for the pages of acts. */
    Map<String, String> brief() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(StaffText.ACCOUNT), member.account());
        facts.put(say(StaffText.NAME), member.displayName());
        facts.put(say(StaffText.ROLES), StaffList.names(member, frame.language()));
        facts.put(say(StaffText.SCOPE), scopes.name(member.scope()));
        return facts;
    }
}
