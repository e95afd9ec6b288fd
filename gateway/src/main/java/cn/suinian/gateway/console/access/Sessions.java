package cn.suinian.gateway.console.access;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in: the face of core's sign-in towards the console. Every call may wait for the database; the frame
 * never makes one on an event loop. Refusals are {@code RefusedException}s at the fields {@code account},
 * {@code password}, {@code code} and {@code newPassword}, or at none.
 */
public interface Sessions {

    /**
     * A step of signing in that went well. Each step has a new cookie; the one before is void.
     *
     * @param cookieToken what the browser keeps; the database holds a digest of it at most
     */
    record Admitted(Session session, String cookieToken) {
        /** Keeps the token out of every log. */
        @Override
        public String toString() {
            return "Admitted[" + session + "]";
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

    /** Whose cookie this is; empty: nobody's, any more. Counts as a sign of life. */
    Optional<Session> find(String cookieToken, String address) throws SQLException;

    /** The first step: the password. */
    Admitted signIn(String account, String password, String address) throws SQLException;

    /** The second step: a code of the authenticator. */
    Admitted proveCode(Session session, String code) throws SQLException;

    /** The secret of an authenticator for somebody at {@link Stage#ENROL_TOTP}: the same one until it is confirmed. */
    Enrolment enrolment(Session session) throws SQLException;

    /** The second step for the first time: a code of the authenticator just enrolled. */
    Admitted enrol(Session session, String code) throws SQLException;

    /** Another password; every other session of this person ends. */
    Admitted changePassword(Session session, String password, String newPassword) throws SQLException;

    /** Every open session of this person, the newest first. */
    List<Open> open(Session session) throws SQLException;

    /** Signs out here. */
    void end(Session session) throws SQLException;

    /** Signs out everywhere, here too. */
    void endAll(Session session) throws SQLException;
}
