package cn.suinian.core.holder.person;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * A picture without what cameras and editors write beside it: where and when and with what it was taken, who owns it,
 * a smaller picture of what was cut off. The picture itself is copied as it is, byte by byte: to encode it again would
 * cost quality each time.
 *
 * <p>Kept is what a decoder needs: of a JPEG its frames, tables and scans, colours (ICC, Adobe), the density of JFIF,
 * and of EXIF which side is up, without which a portrait of a telephone would lie on its side. Whatever else there is
 * goes, known or not. A picture that breaks off is copied until there: the decoder judges it.
 */
final class BarePicture {
    private static final int FIRST_WITH_A_LENGTH = 0xc0;
    private static final int EXTENSION_OF_FRAMES = 0xc8;
    private static final int LAST_FRAME = 0xcf;
    private static final int FIRST_RESTART = 0xd0;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ICC = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int JFIF_LENGTH = 16;
    private static final int ADOBE_LENGTH = 14;

    private static final int PNG_SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;
    private static final Set<String> PNG_PICTURE =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private final byte[] content;
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();

    private BarePicture(byte[] content) {
        this.content = content;
    }

    static byte[] of(Photo.Type type, byte[] content) {
        BarePicture picture = new BarePicture(content);
        switch (type) {
            case JPEG -> picture.jpeg();
            case PNG -> picture.png();
        }
        return picture.bare.toByteArray();
    }

    /** From marker to marker (ITU-T T.81, annex B); what follows the end of the image is dropped too. */
    private void jpeg() {
        boolean scanning = false;
        int at = 0;
        while (at + 1 < content.length) {
            int marker = content[at + 1] & 0xff;
            boolean none = (content[at] & 0xff) != 0xff || marker == 0xff;
            if (none || (scanning && isInsideScan(marker))) {
                if (scanning) {
                    bare.write(content[at]);
                }
                at++;
            } else if (marker == END_OF_IMAGE) {
                bare.write(content, at, 2);
                return;
            } else if (marker >= FIRST_RESTART && marker <= START_OF_IMAGE) {
                bare.write(content, at, 2);
                at += 2;
            } else if (marker < FIRST_WITH_A_LENGTH) {
                scanning = false;
                at += 2;
            } else {
                int length = number(at + 2, 2);
                if (length < 2 || at + 2 + length > content.length) {
                    return;
                }
                segment(marker, at, length);
                scanning = marker == START_OF_SCAN;
                at += 2 + length;
            }
        }
        if (scanning) {
            bare.write(content, at, content.length - at);
        }
    }

    private static boolean isInsideScan(int marker) {
        return marker == 0 || (marker >= FIRST_RESTART && marker < START_OF_IMAGE);
    }

    /** Frames and arithmetic conditioning, tables of Huffman and of quantization, scans, lines, restart intervals. */
    private static boolean isPicture(int marker) {
        return (marker >= FIRST_WITH_A_LENGTH && marker <= LAST_FRAME && marker != EXTENSION_OF_FRAMES)
                || (marker >= START_OF_SCAN && marker <= RESTART_INTERVAL);
    }

    private void segment(int marker, int at, int length) {
        boolean colours = (marker == ADOBE && length == ADOBE_LENGTH && begins(at + 4, "Adobe"))
                || (marker == ICC && begins(at + 4, "ICC_PROFILE\0"));
        if (isPicture(marker) || colours) {
            bare.write(content, at, 2 + length);
        } else if (marker == JFIF && begins(at + 4, "JFIF\0") && length >= JFIF_LENGTH) {
            bare.writeBytes(new byte[] {(byte) 0xff, (byte) JFIF, 0, JFIF_LENGTH});
            bare.write(content, at + 4, JFIF_LENGTH - 4);
            bare.writeBytes(new byte[2]);
        } else if (marker == EXIF && begins(at + 4, "Exif\0\0")) {
            int upwards = Orientation.of(content, at + 10, at + 2 + length);
            if (upwards > 1) {
                bare.writeBytes(Orientation.alone(upwards));
            }
        }
    }

    /** From chunk to chunk (ISO/IEC 15948, 5.3). */
    private void png() {
        bare.write(content, 0, Math.min(PNG_SIGNATURE, content.length));
        int at = PNG_SIGNATURE;
        while (at + CHUNK_FRAME <= content.length) {
            int length = number(at, 4);
            if (length < 0 || length > content.length - at - CHUNK_FRAME) {
                return;
            }
            String name = new String(content, at + 4, 4, ISO_8859_1);
            if (PNG_PICTURE.contains(name)) {
                bare.write(content, at, CHUNK_FRAME + length);
            }
            if (name.equals("IEND")) {
                return;
            }
            at += CHUNK_FRAME + length;
        }
    }

    private boolean begins(int at, String name) {
        byte[] wanted = name.getBytes(ISO_8859_1);
        return at + wanted.length <= content.length && new String(content, at, wanted.length, ISO_8859_1).equals(name);
    }

    private int number(int at, int bytes) {
        int number = 0;
        for (int i = at; i < at + bytes; i++) {
            number = number << 8 | (i < content.length ? content[i] & 0xff : 0);
        }
        return number;
    }
}
