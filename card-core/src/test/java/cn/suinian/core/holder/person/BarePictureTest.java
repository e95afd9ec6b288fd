package cn.suinian.core.holder.person;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.Seeds;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a picture, and what is not. */
class BarePictureTest {
    private static final String WHERE = "22.54N 114.06E";

    static LongStream seeds() {
        return Seeds.list();
    }

    @Test
    void aJpegKeepsThePictureAndNothingOfTheCamera() throws IOException {
        byte[] plain = image("jpeg");
        byte[] taken = join(
                Arrays.copyOf(plain, 2),
                segment(0xe1, exif(1, ByteOrder.LITTLE_ENDIAN)),
                segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + WHERE),
                segment(0xe2, "MPF\0" + WHERE),
                segment(0xed, "Photoshop 3.0\0" + WHERE),
                segment(0xfe, WHERE),
                Arrays.copyOfRange(plain, 2, plain.length),
                WHERE.getBytes(ISO_8859_1));
        assertThat(Photo.read(taken, "photo").content()).isEqualTo(plain);
    }

    @Test
    void aSmallerPictureInTheHeadIsNotKept() throws IOException {
        byte[] plain = image("jpeg");
        byte[] head = Arrays.copyOfRange(plain, 6, 20);
        head[12] = 1;
        head[13] = 1;
        byte[] taken = join(
                Arrays.copyOf(plain, 2),
                segment(0xe0, new String(head, ISO_8859_1) + "rgb"),
                segment(0xe0, "JFXX\0" + WHERE),
                Arrays.copyOfRange(plain, 20, plain.length));
        assertThat(BarePicture.of(Photo.Type.JPEG, taken)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void whichSideIsUpIsKeptAlone(int upwards) throws IOException {
        byte[] plain = image("jpeg");
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] taken = join(
                    Arrays.copyOf(plain, 2),
                    segment(0xe1, exif(upwards, order)),
                    Arrays.copyOfRange(plain, 2, plain.length));
            byte[] kept = Photo.read(taken, "photo").content();
            assertThat(kept).hasSize(plain.length + 36);
            assertThat(Orientation.of(kept, 12, 38)).isEqualTo(upwards);
            assertThat(new String(kept, ISO_8859_1)).doesNotContain(WHERE);
            assertThat(BarePicture.of(Photo.Type.JPEG, kept)).as("again").isEqualTo(kept);
        }
    }

    @Test
    void coloursAreKept() throws IOException {
        byte[] plain = image("jpeg");
        byte[] coloured = join(
                Arrays.copyOf(plain, 2),
                segment(0xe2, "ICC_PROFILE\0\1\1profile"),
                segment(0xee, "Adobe\0d\0\0\0\0\1"),
                Arrays.copyOfRange(plain, 2, plain.length));
        assertThat(BarePicture.of(Photo.Type.JPEG, coloured)).isEqualTo(coloured);
    }

    /** Extensions, reserved markers, and what only calls itself Adobe's. */
    @Test
    void whatNoDecoderNeedsIsNotKeptWhateverItIsCalled() throws IOException {
        byte[] plain = image("jpeg");
        for (int marker = 0xc0; marker <= 0xfe; marker++) {
            boolean alone = marker >= 0xd0 && marker <= 0xd9;
            boolean picture = marker != 0xc8 && (marker <= 0xcf || (marker >= 0xda && marker <= 0xdd));
            if (!alone && !picture) {
                assertThat(BarePicture.of(Photo.Type.JPEG, behindTheStart(plain, segment(marker, WHERE))))
                        .as("marker %x", marker)
                        .isEqualTo(plain);
            }
        }
        for (String adobe : new String[] {"Adobe\0d\0\0\0\0\1" + WHERE, "Adobe", "twelve bytes"}) {
            assertThat(BarePicture.of(Photo.Type.JPEG, behindTheStart(plain, segment(0xee, adobe))))
                    .as(adobe)
                    .isEqualTo(plain);
        }
        byte[] reserved = ("\u00ff\u0002" + WHERE).getBytes(ISO_8859_1);
        assertThat(BarePicture.of(Photo.Type.JPEG, behindTheStart(plain, reserved)))
                .isEqualTo(plain);
    }

    private static byte[] behindTheStart(byte[] plain, byte[] more) throws IOException {
        return join(Arrays.copyOf(plain, 2), more, Arrays.copyOfRange(plain, 2, plain.length));
    }

    @Test
    void aPngKeepsThePictureAndNothingOfTheEditor() throws IOException {
        byte[] plain = image("png");
        int end = plain.length - 12;
        byte[] edited = join(
                Arrays.copyOf(plain, 33),
                chunk("tEXt", "Author\0" + WHERE),
                chunk("eXIf", exif(6, ByteOrder.BIG_ENDIAN).substring(6)),
                chunk("tIME", "1234567"),
                chunk("prVt", WHERE),
                Arrays.copyOfRange(plain, 33, end),
                chunk("iTXt", WHERE),
                Arrays.copyOfRange(plain, end, plain.length),
                WHERE.getBytes(ISO_8859_1));
        assertThat(Photo.read(edited, "photo").content()).isEqualTo(plain);
    }

    /** The decoder judges what is broken; here nothing is thrown and nothing is made of it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void ofWhatIsBrokenNothingIsMadeThatWasNotThere(long seed) throws IOException {
        Random random = new Random(seed);
        for (Photo.Type type : Photo.Type.values()) {
            byte[] content = image(type.name());
            for (int i = 0; i < 200; i++) {
                byte[] broken = Arrays.copyOf(content, 8 + random.nextInt(content.length - 7));
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                byte[] bare = BarePicture.of(type, broken);
                assertThat(bare.length).isLessThanOrEqualTo(broken.length);
                assertThat(BarePicture.of(type, bare)).isEqualTo(bare);
            }
            assertThat(BarePicture.of(type, content)).isEqualTo(content);
        }
    }

    private static byte[] image(String format) throws IOException {
        BufferedImage image = new BufferedImage(120, 140, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 140; y++) {
                image.setRGB(x, y, x * y * 7919);
            }
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(image, format, content);
        assertThat(ImageIO.read(new ByteArrayInputStream(content.toByteArray())))
                .isNotNull();
        return content.toByteArray();
    }

    private static String exif(int upwards, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(ISO_8859_1));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) upwards)
                .putShort((short) 0);
        return "Exif\0\0" + new String(tiff.array(), ISO_8859_1) + WHERE;
    }

    private static byte[] segment(int marker, String data) {
        return ByteBuffer.allocate(4 + data.length())
                .putShort((short) (0xff00 | marker))
                .putShort((short) (2 + data.length()))
                .put(data.getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] chunk(String name, String data) {
        byte[] named = (name + data).getBytes(ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length())
                .put(named)
                .putInt((int) check.getValue())
                .array();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.write(part);
        }
        return joined.toByteArray();
    }
}
