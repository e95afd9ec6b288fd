package cn.suinian.gateway.terminal.gate;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code name="value", name=value} from left to right, in one pass and without a pattern: every request has it,
 * and most of them are taps.
 */
final class CredentialReader {

    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_VALUE = 128;
    private static final int WANTED = 4;

    private final String text;
    private final Set<String> others = new HashSet<>(0);
    private int at;
    private @Nullable String terminal;
    private @Nullable String key;
    private @Nullable String sent;
    private @Nullable String mac;

    private CredentialReader(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Reads all parameters from there to the end; each is given once, and there are four. */
    static CredentialReader read(String text, int from) {
        CredentialReader reader = new CredentialReader(text, from);
        int count = 0;
        while (reader.at < text.length()) {
            reader.parameter();
            count++;
        }
        if (count != WANTED) {
            throw refused("there must be terminal, key, sent and mac and nothing else");
        }
        return reader;
    }

    String terminal() {
        return given("terminal", terminal);
    }

    String key() {
        return given("key", key);
    }

    String sent() {
        return given("sent", sent);
    }

    String mac() {
        return given("mac", mac);
    }

    static Refused refused(String detail) {
        return new Refused(ProblemCode.AUTHORIZATION_MALFORMED, "Authorization", detail);
    }

    private static String given(String name, @Nullable String value) {
        if (value == null) {
            throw refused("the parameter " + name + " is missing");
        }
        return value;
    }

    private void parameter() {
        skipBlanks();
        String name = run(LONGEST_NAME, CredentialReader::nameLetter);
        expect('=');
        String value = next() == '"' ? quoted() : run(LONGEST_VALUE, CredentialReader::tokenLetter);
        skipBlanks();
        if (at < text.length()) {
            expect(',');
        }
        keep(name, value);
    }

    private void keep(String name, String value) {
        String before = null;
        switch (name) {
            case "terminal" -> {
                before = terminal;
                terminal = value;
            }
            case "key" -> {
                before = key;
                key = value;
            }
            case "sent" -> {
                before = sent;
                sent = value;
            }
            case "mac" -> {
                before = mac;
                mac = value;
            }
            default -> before = others.add(name) ? null : name;
        }
        if (before != null) {
            throw refused("a parameter is given twice");
        }
    }

    private String quoted() {
        int from = at + 1;
        int to = from;
        while (to < text.length() && text.charAt(to) != '"' && text.charAt(to) != '\\') {
            to++;
        }
        if (to == text.length() || text.charAt(to) != '"' || to - from > LONGEST_VALUE) {
            throw unreadable();
        }
        at = to + 1;
        return text.substring(from, to);
    }

    private interface Letters {
        boolean have(char letter);
    }

    private String run(int longest, Letters letters) {
        int from = at;
        while (at < text.length() && letters.have(text.charAt(at))) {
            at++;
        }
        if (at == from || at - from > longest) {
            throw unreadable();
        }
        return text.substring(from, at);
    }

    private char next() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw unreadable();
        }
        at++;
    }

    private void skipBlanks() {
        while (next() == ' ' || next() == '\t') {
            at++;
        }
    }

    private static boolean nameLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean tokenLetter(char letter) {
        return nameLetter(letter)
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == ':'
                || letter == '+'
                || letter == '.'
                || letter == '-';
    }

    private static Refused unreadable() {
        return refused("the parameters must be written as name=\"value\", with commas between");
    }
}
