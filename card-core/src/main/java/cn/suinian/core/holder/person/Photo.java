package cn.suinian.core.holder.person;

import cn.suinian.core.refusal.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A holder's photo: a JPEG of at most 20 scans or a PNG of at most 8 bits a sample, of at most 2 MiB, that decodes,
 * 100 to 4,096 pixels a side, at most 8 million. Decoded one at a time: a small one may take 32 MiB and half a second.
 */
public final class Photo {
    /** The most bytes of a photo. */
    public static final int MOST_BYTES = 2 << 20;

    private static final int FEWEST_PIXELS_A_SIDE = 100;
    private static final int MOST_PIXELS_A_SIDE = 4096;
    private static final int MOST_PIXELS = 8_000_000;

    /** Where a PNG says how many bits a sample has; 16 take twice the memory, and no camera writes them. */
    private static final int PNG_DEPTH_AT = 24;

    private static final int MOST_BITS_A_SAMPLE = 8;
    private static final int PATIENCE_SECONDS = 5;

    /** One permit: whoever has it decodes. */
    static final Semaphore DECODING = new Semaphore(1, true);

    /** What a photo may be. */
    public enum Type {
        JPEG("image/jpeg", "jpeg", 0xff, 0xd8, 0xff),
        PNG("image/png", "png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');

        private final String mediaType;
        private final String format;

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final int[] magic;

        Type(String mediaType, String format, int... magic) {
            this.mediaType = mediaType;
            this.format = format;
            this.magic = magic;
        }

        /** As HTTP names it. */
        public String mediaType() {
            return mediaType;
        }

        private boolean begins(byte[] content) {
            for (int i = 0; i < magic.length; i++) {
                if (i >= content.length || (content[i] & 0xff) != magic[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Type type;
    private final byte[] content;

    private Photo(Type type, byte[] content) {
        this.type = type;
        this.content = content;
    }

    /**
     * Checks what somebody sent, and keeps the picture without what cameras and editors wrote beside it.
     *
     * @throws RefusedException when it is too large, of another type, does not decode, or too many come at once
     */
    public static Photo read(byte[] content, String field) {
        if (content.length > MOST_BYTES) {
            throw new RefusedException(HolderRefusal.PHOTO_SIZE, field);
        }
        Type type = sniffed(content);
        if (type == null) {
            throw new RefusedException(HolderRefusal.PHOTO_TYPE, field);
        }
        byte[] bare = BarePicture.of(type, content);
        if (unusual(type, bare)) {
            throw new RefusedException(HolderRefusal.PHOTO_UNUSUAL, field);
        }
        decodeInTurn(type, bare, field);
        return new Photo(type, bare);
    }

    /** One that was checked when it was stored. */
    public static Photo stored(Type type, byte[] content) {
        return new Photo(type, content.clone());
    }

    public Type type() {
        return type;
    }

    /** A copy of its bytes. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return type + " of " + content.length + " bytes";
    }

    private static @Nullable Type sniffed(byte[] content) {
        return Arrays.stream(Type.values())
                .filter(type -> type.begins(content))
                .findFirst()
                .orElse(null);
    }

    private static boolean unusual(Type type, byte[] content) {
        return switch (type) {
            case JPEG -> JpegScans.tooMany(content);
            case PNG -> content.length > PNG_DEPTH_AT && content[PNG_DEPTH_AT] > MOST_BITS_A_SAMPLE;
        };
    }

    private static void decodeInTurn(Type type, byte[] content, String field) {
        boolean mine = false;
        try {
            mine = DECODING.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new RefusedException(HolderRefusal.PHOTO_BUSY, field);
            }
            decode(type, content, field);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedException(HolderRefusal.PHOTO_BUSY, field);
        } finally {
            if (mine) {
                DECODING.release();
            }
        }
    }

    private static void decode(Type type, byte[] content, String field) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.format).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < FEWEST_PIXELS_A_SIDE
                    || Math.max(width, height) > MOST_PIXELS_A_SIDE
                    || (long) width * height > MOST_PIXELS) {
                throw new RefusedException(HolderRefusal.PHOTO_DIMENSIONS, field);
            }
            BufferedImage decoded = reader.read(0);
            decoded.flush();
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) { // the JDK's decoders throw what they like
            throw new RefusedException(HolderRefusal.PHOTO_BROKEN, field);
        } finally {
            reader.dispose();
        }
    }
}
