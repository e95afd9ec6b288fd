package cn.suinian.core.holder.bulk.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Finds out what a text is written in: UTF-8 if every byte of it can be, else GB18030 if every byte can. */
final class TextEncoding {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int WINDOW = 8_192;

    private TextEncoding() {}

    /** The encoding; empty: this is no text. */
    static Optional<Charset> of(byte[] content) {
        if (isText(content, UTF_8)) {
            return Optional.of(UTF_8);
        }
        return isText(content, GB18030) ? Optional.of(GB18030) : Optional.empty();
    }

    private static boolean isText(byte[] content, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer window = CharBuffer.allocate(WINDOW);
        CoderResult result;
        do {
            window.clear();
            result = decoder.decode(in, window, true);
            window.flip();
            if (result.isError() || window.chars().anyMatch(TextEncoding::neverInText)) {
                return false;
            }
        } while (result.isOverflow());
        return true;
    }

    private static boolean neverInText(int c) {
        return c < ' ' && c != '\t' && c != '\r' && c != '\n';
    }
}
