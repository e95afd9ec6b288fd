package cn.suinian.core.crypto;

import java.nio.charset.StandardCharsets;

/**
 * What is under the two HMAC-SM3 values of terminal protocol v1, as parts for {@link HmacSm3#mac}: the one place that
 * the gateway, the terminals of the demo city and the load driver share.
 */
public final class TerminalFrame {
    private TerminalFrame() {}

    /**
     * A request: {@code METHOD \n target \n sent \n body}.
     *
     * @param target path and query exactly as on the request line
     * @param sent the text of the Authorization header's {@code sent}, not a time formatted anew
     * @param body the raw body, empty for a GET
     */
    public static byte[][] request(String method, String target, String sent, byte[] body) {
        return parts(method + '\n' + target + '\n' + sent + '\n', body);
    }

    /**
     * A reply: {@code status \n request mac \n body}.
     *
     * @param requestMac the MAC of the request in lower-case hexadecimal, which ties this reply to that request
     */
    public static byte[][] reply(int status, String requestMac, byte[] body) {
        return parts(status + "\n" + requestMac + '\n', body);
    }

    // HTTP hands header text over as one char per byte: Latin-1 gives back the very bytes that were sent.
    private static byte[][] parts(String head, byte[] body) {
        return new byte[][] {head.getBytes(StandardCharsets.ISO_8859_1), body};
    }
}
