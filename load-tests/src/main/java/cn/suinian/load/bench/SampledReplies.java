package cn.suinian.load.bench;

import cn.suinian.load.driver.Ammunition;
import cn.suinian.load.driver.Volley;
import cn.suinian.load.frame.TerminalIdentity;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the replies that were kept are true: a fast answer that no terminal would believe is worth nothing. */
final class SampledReplies {
    private static final Pattern REQUEST = Pattern.compile("terminal=\"(\\d{12})\".* mac=\"([0-9a-f]{64})\"");
    private static final Pattern REPLY =
            Pattern.compile("(?is)^HTTP/1\\.1 (\\d{3}).*\r\nsuinian-mac: ([0-9a-f]{64})\r\n.*?\r\n\r\n(.*)$");

    private SampledReplies() {}

    /** How many have no MAC or a wrong one. */
    static long countFalse(Ammunition ammunition, Volley volley, Function<String, TerminalIdentity> terminals) {
        return volley.samples().entrySet().stream()
                .filter(sample -> !isTrue(ammunition.requests().get(sample.getKey()), sample.getValue(), terminals))
                .count();
    }

    private static boolean isTrue(byte[] request, byte[] reply, Function<String, TerminalIdentity> terminals) {
        Matcher asked = REQUEST.matcher(new String(request, StandardCharsets.UTF_8));
        Matcher told = REPLY.matcher(new String(reply, StandardCharsets.UTF_8));
        return asked.find()
                && told.find()
                && terminals
                        .apply(asked.group(1))
                        .replyMac(Integer.parseInt(told.group(1)), asked.group(2), told.group(3))
                        .equals(told.group(2));
    }
}
