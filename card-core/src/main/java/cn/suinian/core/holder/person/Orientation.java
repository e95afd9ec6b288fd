package cn.suinian.core.holder.person;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which side of a JPEG is up, as its camera wrote it (Exif 2.32, 4.6.5, tag 274): 1 to 8, and 1 is as it lies. */
final class Orientation {
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int AS_IT_LIES = 1;
    private static final int LAST = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int TIFF = 42;

    private Orientation() {}

    /** What a TIFF header at these bytes says; 1 when it says nothing that can be understood. */
    static int of(byte[] content, int from, int to) {
        try {
            return find(ByteBuffer.wrap(content, from, to - from).slice());
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return AS_IT_LIES;
        }
    }

    private static int find(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort() != TIFF) {
            return AS_IT_LIES;
        }
        tiff.position(tiff.getInt());
        int entries = Short.toUnsignedInt(tiff.getShort());
        int first = tiff.position();
        for (int i = 0; i < entries; i++) {
            int at = first + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && tiff.getShort(at + 2) == SHORT) {
                int said = tiff.getShort(at + 8);
                return said >= AS_IT_LIES && said <= LAST ? said : AS_IT_LIES;
            }
        }
        return AS_IT_LIES;
    }

    /** A segment of a JPEG that says this and nothing else. */
    static byte[] alone(int upwards) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M'})
                .putShort((short) TIFF)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) upwards)
                .array();
    }
}
