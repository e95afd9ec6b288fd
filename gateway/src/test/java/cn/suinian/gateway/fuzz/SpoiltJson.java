package cn.suinian.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A good JSON object made bad: its fields, its bytes, or both. */
final class SpoiltJson {
    private static final Charset UTF_32 = Charset.forName("UTF-32BE");
    private static final byte[][] BAD_BYTES = {
        {0},
        {(byte) 0xff},
        {(byte) 0xc0, (byte) 0xaf},
        {(byte) 0xc1, (byte) 0xa1},
        {(byte) 0xe0, (byte) 0x80, (byte) 0xa2},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xf0, (byte) 0x9f, (byte) 0x98},
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
        {(byte) 0xef, (byte) 0xbf, (byte) 0xbf},
        {(byte) 0x80},
    };

    private SpoiltJson() {}

    /** The object with some of its fields spoilt. */
    static String text(Draw draw, Map<String, String> good) {
        List<String[]> fields = new ArrayList<>();
        good.forEach((name, value) -> fields.add(new String[] {NastyJson.quoted(name), value}));
        for (int times = draw.below(3); times >= 0; times--) {
            spoil(draw, fields);
        }
        StringBuilder text = new StringBuilder("{");
        for (String[] field : fields) {
            text.append(text.length() > 1 ? "," : "")
                    .append(field[0])
                    .append(':')
                    .append(field[1]);
        }
        return text.append('}').toString();
    }

    private static void spoil(Draw draw, List<String[]> fields) {
        if (fields.isEmpty()) {
            return;
        }
        int place = draw.below(fields.size());
        String[] field = fields.get(place);
        switch (draw.below(9)) {
            case 0 -> fields.remove(place);
            case 1 -> fields.add(draw.below(fields.size() + 1), field.clone());
            case 2 -> fields.add(new String[] {field[0], NastyJson.value(draw)});
            case 3 -> field[0] = NastyJson.value(draw);
            case 4 -> field[0] = escaped(draw, field[0]);
            case 5 -> field[1] = draw.pick("[" + field[1] + "]", "{\"a\":" + field[1] + "}", '"' + field[1] + '"');
            case 6 -> fields.add(place, new String[] {NastyJson.quoted(NastyJson.text(draw)), NastyJson.value(draw)});
            default -> field[1] = NastyJson.value(draw);
        }
    }

    /** The same name in another spelling, or nearly the same. */
    private static String escaped(Draw draw, String name) {
        if (name.length() < 3) {
            return name.toUpperCase(Locale.ROOT);
        }
        int place = 1 + draw.below(name.length() - 2);
        String before = name.substring(0, place);
        char letter = name.charAt(place);
        String after = name.substring(place + 1);
        return switch (draw.below(3)) {
            case 0 -> before + String.format("\\u%04x", (int) letter) + after;
            case 1 -> before + Character.toUpperCase(letter) + after;
            default -> before + letter + "\\u0000" + after;
        };
    }

    /** The text as bytes, some of which may be wrong. */
    static byte[] bytes(Draw draw, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (draw.once(2)) {
            return bytes;
        }
        return switch (draw.below(12)) {
            case 0 -> text.getBytes(draw.once(2) ? UTF_16LE : UTF_32);
            case 1 -> joined(BAD_BYTES[draw.below(BAD_BYTES.length)], bytes);
            case 2 ->
                joined(
                        bytes,
                        draw.pick(" ", "\n", "{}", "x", "\u0000", "]", ",{}").getBytes(UTF_8));
            case 3 -> joined(bytes, bytes);
            case 4 -> Arrays.copyOf(bytes, draw.below(bytes.length + 1));
            case 5 -> joined(" \n\t\r".repeat(draw.below(50)).getBytes(UTF_8), bytes);
            case 6, 7 -> inserted(draw, bytes, BAD_BYTES[draw.below(BAD_BYTES.length)]);
            case 8 ->
                inserted(
                        draw,
                        bytes,
                        draw.pick("{", "}", "[", "]", "\"", ",", ":", "\\").getBytes(UTF_8));
            case 9 -> NastyJson.nested(draw, draw.once(5) ? 7_000 : 900).getBytes(UTF_8);
            default -> flipped(draw, bytes);
        };
    }

    private static byte[] flipped(Draw draw, byte[] bytes) {
        for (int times = draw.below(4); times >= 0 && bytes.length > 0; times--) {
            bytes[draw.below(bytes.length)] ^= (byte) (1 << draw.below(8));
        }
        return bytes;
    }

    private static byte[] inserted(Draw draw, byte[] bytes, byte[] more) {
        int place = draw.below(bytes.length + 1);
        return joined(Arrays.copyOf(bytes, place), more, Arrays.copyOfRange(bytes, place, bytes.length));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
