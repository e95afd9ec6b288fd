package cn.suinian.gateway.oidc;

import cn.suinian.core.settings.Secret;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import cn.suinian.core.staff.signin.SignInConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the house's provider of identity is reached, and what of it counts.
 *
 * @param issuer as the provider writes itself into its tokens
 * @param clientId what this system is called there
 * @param clientSecret proves it there
 * @param loginClaim the claim that holds the account name
 * @param scopes what is asked for; the claim comes with one of them
 * @param label the provider's name on the button; empty: a plain one
 * @param secondFactor when its word counts for both factors
 * @param contexts values of {@code acr} that mean two factors there
 * @param passwordsOf who may come in by a password of ours beside it
 * @param caFile certificates that sign the provider's; empty: those the machine trusts
 */
public record ProviderConfig(
        URI issuer,
        String clientId,
        Secret clientSecret,
        String loginClaim,
        List<String> scopes,
        Optional<String> label,
        SecondFactor secondFactor,
        Set<String> contexts,
        SignInConfig.PasswordsOf passwordsOf,
        Optional<Path> caFile) {

    /** When no code of our authenticator is asked for. */
    public enum SecondFactor {
        /** When the token says so: {@code mfa} in {@code amr}, or an {@code acr} of the settings. */
        ASSERTED,
        /** Always: the house has seen to it that the provider lets nobody in with less. */
        TRUSTED,
        /** Never. */
        OURS
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderConfig {
        scopes = List.copyOf(scopes);
        contexts = Set.copyOf(contexts);
    }

    /** Reads the {@code SUINIAN_OIDC_} settings; empty: the house has none, and staff sign in here alone. */
    public static Optional<ProviderConfig> from(Settings settings, SignInConfig signIn) {
        Optional<String> issuer = settings.optional(
                "SUINIAN_OIDC_ISSUER",
                "issuer of the house's own OpenID Connect provider, through which staff may sign in, as"
                        + " `https://id.example`");
        Optional<String> clientId = settings.optional("SUINIAN_OIDC_CLIENT_ID", "what the provider calls this system");
        Optional<Secret> secret = settings.secret("SUINIAN_OIDC_CLIENT_SECRET", "by which the provider knows it");
        String claim = settings.text(
                "SUINIAN_OIDC_LOGIN_CLAIM", "preferred_username", "claim of the ID token with the account name");
        String scopes = settings.text("SUINIAN_OIDC_SCOPES", "openid profile", "what the provider is asked for");
        Optional<String> label = settings.optional("SUINIAN_OIDC_LABEL", "the provider's name on the sign-in page");
        SecondFactor second = settings.oneOf(
                "SUINIAN_OIDC_SECOND_FACTOR",
                SecondFactor.ASSERTED,
                "when no code of ours is asked for; ASSERTED: the ID token has `mfa` in `amr`, or an `acr` of"
                        + " `SUINIAN_OIDC_ACR`");
        Optional<String> contexts =
                settings.optional("SUINIAN_OIDC_ACR", "values of `acr`, with commas, that mean two factors");
        Optional<Path> caFile = settings.optional(
                        "SUINIAN_OIDC_CA_FILE",
                        "PEM file of the authority that signed the provider's certificate; the machine's if not set")
                .map(Path::of);
        if (issuer.isEmpty()) {
            boolean half = clientId.isPresent()
                    || secret.isPresent()
                    || signIn.passwordsOf() != SignInConfig.PasswordsOf.EVERYBODY;
            if (half) {
                throw new SettingsException("SUINIAN_OIDC_ISSUER is not set, but other SUINIAN_OIDC settings are");
            }
            return Optional.empty();
        }
        if (clientId.isEmpty() || secret.isEmpty()) {
            throw new SettingsException(
                    "SUINIAN_OIDC_ISSUER is set: SUINIAN_OIDC_CLIENT_ID and SUINIAN_OIDC_CLIENT_SECRET must be too");
        }
        return Optional.of(new ProviderConfig(
                issuer(issuer.get()),
                clientId.get(),
                secret.get(),
                claim,
                scopes(scopes),
                label,
                second,
                Set.copyOf(split(contexts.orElse(""), ",")),
                signIn.passwordsOf(),
                caFile.map(ProviderConfig::readable)));
    }

    /** Nobody on the way may read a secret: only a provider on this machine may be without TLS. */
    private static URI issuer(String text) {
        try {
            URI issuer = URI.create(text);
            boolean plain =
                    "http".equals(issuer.getScheme()) && THIS_MACHINE.contains(String.valueOf(issuer.getHost()));
            if (issuer.getHost() != null
                    && issuer.getRawQuery() == null
                    && issuer.getRawFragment() == null
                    && issuer.getRawUserInfo() == null
                    && ("https".equals(issuer.getScheme()) || plain)) {
                return issuer;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new SettingsException("SUINIAN_OIDC_ISSUER is \"" + text + "\" but must be an address with https://");
    }

    private static List<String> scopes(String text) {
        List<String> scopes = split(text, " ");
        if (!scopes.contains("openid")) {
            throw new SettingsException("SUINIAN_OIDC_SCOPES must have openid in it");
        }
        return scopes;
    }

    private static List<String> split(String text, String by) {
        return Stream.of(text.split(by, -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException("SUINIAN_OIDC_CA_FILE: " + file + " cannot be read");
        }
        return file;
    }
}
