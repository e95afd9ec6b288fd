package cn.suinian.gateway.console.signin;

import cn.suinian.core.staff.signin.SignInConfig.PasswordsOf;
import cn.suinian.gateway.console.page.Frame;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The way in through the house's provider of identity, as the pages show it.
 *
 * @param label the provider's name; null: it has none that people know
 * @param passwordsOf who may come in by a password of ours
 */
public record ProviderDoor(@Nullable String label, PasswordsOf passwordsOf) {

    /** Where it begins. */
    static final String PATH = "/sign-in/provider";

    /** What stands on the button. */
    public String button(Frame frame) {
        return label == null ? frame.say(ProviderText.BUTTON) : frame.say(ProviderText.BUTTON_OF, label);
    }

    /** Where the button leads, and from there to a page of ours. */
    public static String address(String next) {
        return next.isEmpty() ? PATH : PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether the password form is for administrators alone. */
    public boolean administratorsOnly() {
        return passwordsOf == PasswordsOf.ADMINISTRATORS;
    }
}
