package cn.suinian.gateway.terminal.gate;

import cn.suinian.core.crypto.Hex;
import cn.suinian.gateway.http.Refused;
import java.util.List;

/**
 * What a terminal says of itself in the Authorization header (docs/protocol.md, "Request").
 *
 * @param sent the time as it was written, because the MAC is over these very characters
 * @param macHex 64 lower-case hexadecimal digits
 */
public record Credential(long terminalId, int keyVersion, String sent, String macHex) {

    private static final String SCHEME = "HMAC-SM3 ";
    private static final int TERMINAL_DIGITS = 12;
    private static final int KEY_DIGITS = 4;
    private static final int MAC_DIGITS = 64;

    /** Reads the Authorization headers of a request, of which there must be exactly one. */
    public static Credential parse(List<String> headers) {
        if (headers.size() != 1) {
            throw refused("there must be one Authorization header");
        }
        String header = headers.get(0);
        if (!header.startsWith(SCHEME)) {
            throw refused("the scheme must be HMAC-SM3");
        }
        CredentialReader parameters = CredentialReader.read(header, SCHEME.length());
        return new Credential(
                terminal(parameters.terminal()), key(parameters.key()), parameters.sent(), mac(parameters.mac()));
    }

    private static long terminal(String text) {
        if (text.length() != TERMINAL_DIGITS || !isNumber(text)) {
            throw refused("the parameter terminal must be 12 digits");
        }
        return Long.parseLong(text);
    }

    private static int key(String text) {
        if (text.length() > KEY_DIGITS || !isNumber(text) || text.charAt(0) == '0') {
            throw refused("the parameter key must be a key version from 1");
        }
        return Integer.parseInt(text);
    }

    private static String mac(String text) {
        if (!Hex.isLowerHex(text, MAC_DIGITS)) {
            throw refused("the parameter mac must be 64 lower-case hexadecimal digits");
        }
        return text;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Refused refused(String detail) {
        return CredentialReader.refused(detail);
    }
}
