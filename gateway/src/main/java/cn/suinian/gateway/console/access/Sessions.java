package cn.suinian.gateway.console.access;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.signin.ProviderProof;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in: the face of core's sign-in towards the console. Every call may wait for the database; the frame
 * never makes one on an event loop.
 */
public interface Sessions {

    /**
     * What a browser shows.
     *
     * @param token what its cookie holds
     * @param caller where it comes from
     */
    record Latchkey(String token, Caller caller) {
        /** Keeps the token out of every log. */
        @Override
        public String toString() {
            return "Latchkey of " + caller.address();
        }
    }

    /**
     * A session and what the browser keeps from now on; any token before it is void.
     *
     * @param cookieToken the database holds a digest of it at most
     */
    record Admitted(Session session, String cookieToken) {
        /** Keeps the token out of every log. */
        @Override
        public String toString() {
            return "Admitted[" + session + "]";
        }
    }

    /**
     * What a step of signing in came to: one of the first two is there.
     *
     * @param admitted the step was taken
     * @param refusal it was not
     * @param holdBack the reply, whatever it says, is sent only after this long
     */
    record Step(@Nullable Admitted admitted, @Nullable Refusal refusal, Duration holdBack) {

        /** A step that was taken. */
        public static Step taken(Admitted admitted) {
            return new Step(admitted, null, Duration.ZERO);
        }

        /** A step that was not. */
        public static Step refused(Refusal why) {
            return new Step(null, why, Duration.ZERO);
        }
    }

    /**
     * An authenticator about to be enrolled.
     *
     * @param secret as a person would type it, in Base32
     * @param address the {@code otpauth://} address that a QR code shows
     */
    record Enrolment(String secret, String address) {
        /** Keeps the secret out of every log. */
        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    /**
     * An open session of somebody, for their own page.
     *
     * @param address where it comes from
     */
    record Open(long sessionId, String address, Instant since, Instant lastSeen) {}

    /** Whose token this is, and the one to keep from now on; empty: nobody's, any more. Counts as a sign of life. */
    Optional<Admitted> find(Latchkey key) throws SQLException;

    /** The first step: the password. */
    Step signIn(String account, String password, Caller caller) throws SQLException;

    /** The first step by the house's provider of identity, or all of them when it vouches for both factors. */
    Step signInThrough(ProviderProof proof, Caller caller) throws SQLException;

    /**
     * Lets somebody who is signed in be linked to the provider: their next sign-in there, within ten minutes, does it.
     *
     * @throws cn.suinian.core.refusal.RefusedException when they are linked already
     */
    void allowProvider(Latchkey key) throws SQLException;

    /** The second step: a code of the authenticator, or of the one just enrolled, which is thereby confirmed. */
    Step proveCode(Latchkey key, String code) throws SQLException;

    /** A new secret for the authenticator of somebody at {@link Stage#ENROL_TOTP}; asking again makes another. */
    Enrolment enrolment(Latchkey key) throws SQLException;

    /**
     * A password of one's own, at {@link Stage#CHANGE_PASSWORD}.
     *
     * @throws cn.suinian.core.refusal.RefusedException at {@code password}, when it is not good enough
     */
    Step choosePassword(Latchkey key, String password) throws SQLException;

    /**
     * Another password, when the old one is right; every other session of this person ends.
     *
     * @return refused when the old one is wrong
     * @throws cn.suinian.core.refusal.RefusedException at {@code password}, when the new one is not good enough
     */
    Step changePassword(Latchkey key, String oldPassword, String password) throws SQLException;

    /**
     * The password again, before something dangerous; the session counts as just proved.
     *
     * @return refused when it is wrong
     */
    Step proveAgain(Latchkey key, String password) throws SQLException;

    /** Every open session of this person, the newest first. */
    List<Open> open(Session session) throws SQLException;

    /** Signs out here. */
    void end(Latchkey key) throws SQLException;

    /** Signs out everywhere, here too. */
    void endAll(Latchkey key) throws SQLException;
}
