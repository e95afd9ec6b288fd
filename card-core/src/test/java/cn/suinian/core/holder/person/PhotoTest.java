package cn.suinian.core.holder.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.Seeds;
import cn.suinian.core.refusal.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoTest {
    static LongStream seeds() {
        return Seeds.list();
    }

    @Test
    void takesAJpegAndAPng() {
        byte[] jpeg = image("jpeg", 358, 441);
        Photo photo = Photo.read(jpeg, "photo");
        assertThat(photo.type()).isEqualTo(Photo.Type.JPEG);
        assertThat(photo.content()).isEqualTo(jpeg);
        assertThat(Photo.read(image("png", 100, 100), "photo").type().mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void looksAtTheBytesAndNotAtTheName() {
        assertThat(refusal(image("gif", 358, 441))).isEqualTo("PHOTO_TYPE at photo");
        assertThat(refusal("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("PHOTO_TYPE at photo");
        assertThat(refusal(new byte[0])).isEqualTo("PHOTO_TYPE at photo");
        byte[] pretender = "\u00ff\u00d8\u00ff<script>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(pretender)).isEqualTo("PHOTO_BROKEN at photo");
        assertThat(refusal(new byte[Photo.MOST_BYTES + 1])).isEqualTo("PHOTO_SIZE at photo");
    }

    @Test
    void boundsItsDimensionsBeforeItDecodes() {
        assertThat(refusal(image("png", 99, 200))).isEqualTo("PHOTO_DIMENSIONS at photo");
        assertThat(refusal(image("png", 4097, 100))).isEqualTo("PHOTO_DIMENSIONS at photo");
        byte[] bomb = image("png", 120, 120);
        // The width and height of the header, with its checksum left wrong: the bounds come first.
        Arrays.fill(bomb, 16, 24, (byte) 0x7f);
        assertThat(refusal(bomb)).isIn("PHOTO_DIMENSIONS at photo", "PHOTO_BROKEN at photo");
    }

    @Test
    void takesAProgressiveJpegButNotOneOfHundredsOfScans() throws IOException {
        byte[] progressive = progressive();
        assertThat(Photo.read(progressive, "photo").type()).isEqualTo(Photo.Type.JPEG);
        int last = lastScan(progressive);
        byte[] scan = Arrays.copyOfRange(progressive, last, progressive.length - 2);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(progressive, 0, last);
        for (int i = 0; i < 200; i++) {
            many.write(scan);
        }
        many.write(progressive, progressive.length - 2, 2);
        assertThat(refusal(many.toByteArray())).isEqualTo("PHOTO_UNUSUAL at photo");
    }

    @Test
    void whatLooksLikeScansInsideACommentAreNone() throws IOException {
        byte[] jpeg = image("jpeg", 358, 441);
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(jpeg, 0, 2);
        commented.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 102});
        for (int i = 0; i < 50; i++) {
            commented.write(new byte[] {(byte) 0xff, (byte) 0xda});
        }
        commented.write(jpeg, 2, jpeg.length - 2);
        assertThat(refusal(commented.toByteArray())).isNull();
    }

    @Test
    void refusesAPngOfSixteenBits() throws IOException {
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_USHORT_GRAY), "png", deep);
        assertThat(refusal(deep.toByteArray())).isEqualTo("PHOTO_UNUSUAL at photo");
    }

    @Test
    void photosAreDecodedOneAtATime() throws Exception {
        byte[] jpeg = image("jpeg", 358, 441);
        Photo.DECODING.acquire();
        CompletableFuture<Photo> waiting = CompletableFuture.supplyAsync(() -> Photo.read(jpeg, "photo"));
        try {
            while (!Photo.DECODING.hasQueuedThreads()) {
                assertThat(waiting).as("decoded out of turn").isNotDone();
                Thread.onSpinWait();
            }
        } finally {
            Photo.DECODING.release();
        }
        assertThat(waiting.get(30, TimeUnit.SECONDS).content()).isEqualTo(jpeg);
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(content)) {
            writer.setOutput(out);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(image("jpeg", 358, 441)));
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return content.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        for (int at = jpeg.length - 2; at > 0; at--) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xda) {
                return at;
            }
        }
        throw new AssertionError("no scan");
    }

    /** Whatever is wrong inside, it is a refusal and no other exception. */
    @ParameterizedTest
    @MethodSource("seeds")
    void refusesWhatDoesNotDecodeAndThrowsNothingElse(long seed) {
        Random random = new Random(seed);
        byte[] content = image(random.nextBoolean() ? "jpeg" : "png", 120, 120);
        byte[] cut = Arrays.copyOf(content, 8 + random.nextInt(content.length / 2));
        assertThat(refusal(cut))
                .isIn("PHOTO_BROKEN at photo", "PHOTO_UNUSUAL at photo", "PHOTO_DIMENSIONS at photo", null);
        for (int i = 0; i < 10; i++) {
            content[8 + random.nextInt(content.length - 8)] ^= (byte) (1 << random.nextInt(8));
        }
        assertThat(refusal(content))
                .isIn("PHOTO_BROKEN at photo", "PHOTO_UNUSUAL at photo", "PHOTO_DIMENSIONS at photo", null);
    }

    private static String refusal(byte[] content) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Photo.read(content, "photo"));
        return refused == null ? null : refused.getMessage();
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x % height, x * 7919);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return content.toByteArray();
    }
}
