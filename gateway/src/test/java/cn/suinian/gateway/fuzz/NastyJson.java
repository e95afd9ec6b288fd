package cn.suinian.gateway.fuzz;

/** JSON values, or what passes for one, that a reader may trip over. */
final class NastyJson {
    private static final int DEEP = 10_000;
    private static final int LONG = 9_000;

    private static final String[] NUMBERS = {
        "-0",
        "0",
        "00",
        "007",
        "-1",
        "+1",
        "1.0",
        "1.5",
        ".5",
        "5.",
        "1e3",
        "1e-3",
        "1e999",
        "-1E400",
        "1e2147483648",
        "0x10",
        "NaN",
        "Infinity",
        "-Infinity",
        "-",
        "1_000",
        "4294967295",
        "4294967296",
        "9007199254740992",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "1000000",
        "1000001",
        "1" + "0".repeat(400),
        "9".repeat(5_000),
        "0." + "0".repeat(3_000) + "1"
    };

    private static final String[] TEXTS = {
        "",
        " ",
        "\\u0000",
        "a\\u0000b",
        "\\ud800",
        "\\udc00\\ud800",
        "\\ud83d\\ude00",
        "\ud83d\ude00\u202e\u200b\ufeff",
        "\u0000",
        "\u001f",
        "\t",
        "\\x41",
        "\\u12",
        "\\",
        "\u202e\u0645\u0631\u062d\u0628\u0627",
        "\u7ca4B\u00b712345",
        "e\u0301\u0301\u0301",
        "'; DROP TABLE tap; --",
        "%s%n%x",
        "${jndi:ldap://x}",
        "x".repeat(33),
        "x".repeat(65),
        "x".repeat(LONG),
        "\\u0041".repeat(200)
    };

    private static final String[] TIMES = {
        "2026-11-23",
        "2026-11-23T12:15:30",
        "2026-11-23T12:15+08:00",
        "2026-11-23T12:15:30.5+08:00",
        "2026-11-23T12:15:30.000000000+08:00",
        "2026-11-23T12:15:60+08:00",
        "2026-11-23T24:00:00+08:00",
        "2026-02-30T00:00:00Z",
        "2026-11-23T12:15:30+18:00",
        "2026-11-23T12:15:30+18:01",
        "2026-11-23T12:15:30-00:00",
        "2026-11-23t12:15:30z",
        "0000-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2000-01-01T00:00:00+18:00",
        "2999-12-31T23:59:59-18:00",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
        "-999999999-01-01T00:00:00+18:00",
        "2026-W48-1T12:15:30Z",
        "\uff12\uff10\uff12\uff16-11-23T12:15:30Z"
    };

    private static final String[] WORDS = {
        "MEAL",
        "meal",
        "MEAL ",
        "TRANSIT",
        "ALLOWANCE",
        "VENUE",
        "VOUCHER",
        "ENTRY",
        "EXIT",
        "BOARD",
        "TILL_ERROR",
        "0",
        "3104870460123456782",
        "3104870460123456783",
        "310487046012345678",
        "31048704601234567820",
        "\uff13104870460123456782",
        "0000000000000000000",
        "6228480402564890018",
        "0123456789abcdef",
        "0123456789ABCDEF",
        "0123456789abcde",
        "ffffffffffffffff",
        "2026-11-23",
        "2026-02-29",
        "-2026-11-23"
    };

    private static final String[] OTHERS = {
        "null",
        "true",
        "false",
        "nul",
        "undefined",
        "",
        "{}",
        "[]",
        "[[]]",
        "{\"a\":1}",
        "[1,2,3]",
        "{",
        "[",
        "}",
        "]",
        ",",
        ":",
        "/* */1",
        "'a'",
        "\"",
        "{\"\":{}}",
        "[null]"
    };

    private NastyJson() {}

    static String value(Draw draw) {
        return switch (draw.below(draw.once(40) ? 7 : 6)) {
            case 0, 1 -> draw.pick(NUMBERS);
            case 2 -> quoted(draw.pick(TEXTS));
            case 3 -> quoted(draw.pick(TIMES));
            case 4 -> quoted(draw.pick(WORDS));
            case 5 -> draw.pick(OTHERS);
            default -> nested(draw, draw.once(2) ? DEEP : 1 + draw.below(1_200));
        };
    }

    /** A text as a person might have meant it; neither quoted nor safe in a header. */
    static String text(Draw draw) {
        return switch (draw.below(4)) {
            case 0 -> draw.pick(TEXTS);
            case 1 -> draw.pick(TIMES);
            case 2 -> draw.pick(WORDS);
            default -> draw.pick(NUMBERS);
        };
    }

    /** Arrays or objects in each other, closed or not. */
    static String nested(Draw draw, int levels) {
        String closed = draw.once(3) ? "" : "x";
        return draw.once(2)
                ? "[".repeat(levels) + "]".repeat(closed.isEmpty() ? 0 : levels)
                : "{\"a\":".repeat(levels) + "1" + "}".repeat(closed.isEmpty() ? 0 : levels);
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
