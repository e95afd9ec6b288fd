package cn.suinian.load.frame;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * A terminal and its key: signs what it sends and checks what comes back (DESIGN section 5).
 *
 * @param terminalId 12 digits
 */
public record TerminalIdentity(String terminalId, int keyVersion, Sm4Key key) {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    /** Signs a request; {@code sent} is the terminal's clock, which must be within five minutes of the gateway's. */
    public SignedFrame sign(Frame frame, OffsetDateTime sent) {
        String stamp = sent.format(RFC_3339);
        String mac = requestMac(frame, stamp);
        return new SignedFrame(frame, authorization(stamp, mac), mac);
    }

    /** HMAC-SM3 over method, target, sent and body, one per line; 64 hex digits. */
    public String requestMac(Frame frame, String sent) {
        return hmac(frame.method() + '\n' + frame.target() + '\n' + sent + '\n' + frame.body());
    }

    /** HMAC-SM3 over status, the request's MAC and the reply's body, one per line; 64 hex digits. */
    public String replyMac(int status, String requestMac, String body) {
        return hmac(status + "\n" + requestMac + '\n' + body);
    }

    /** The Authorization header for a MAC, true or false. */
    public String authorization(String sent, String mac) {
        return "HMAC-SM3 terminal=\"%s\", key=%d, sent=\"%s\", mac=\"%s\"".formatted(terminalId, keyVersion, sent, mac);
    }

    private String hmac(String message) {
        return HexFormat.of().formatHex(Gm.hmacSm3(key, message.getBytes(StandardCharsets.UTF_8)));
    }
}
