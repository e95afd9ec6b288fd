package cn.suinian.core.holder.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.Seeds;
import cn.suinian.core.refusal.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
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

    /** Whatever is wrong inside, it is a refusal and no other exception. */
    @ParameterizedTest
    @MethodSource("seeds")
    void refusesWhatDoesNotDecodeAndThrowsNothingElse(long seed) {
        Random random = new Random(seed);
        byte[] content = image(random.nextBoolean() ? "jpeg" : "png", 120, 120);
        byte[] cut = Arrays.copyOf(content, 8 + random.nextInt(content.length / 2));
        assertThat(refusal(cut)).isIn("PHOTO_BROKEN at photo", "PHOTO_DIMENSIONS at photo", null);
        for (int i = 0; i < 10; i++) {
            content[8 + random.nextInt(content.length - 8)] ^= (byte) (1 << random.nextInt(8));
        }
        assertThat(refusal(content)).isIn("PHOTO_BROKEN at photo", "PHOTO_DIMENSIONS at photo", null);
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
