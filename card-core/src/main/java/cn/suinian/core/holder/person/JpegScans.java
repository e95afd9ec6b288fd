package cn.suinian.core.holder.person;

/**
 * Counts the scans of a JPEG without decoding it. A decoder goes over the whole picture once for each, and an empty
 * scan has ten bytes: a progressive JPEG of 2 MiB can take it half an hour. Cameras and editors write one to twelve.
 *
 * <p>Goes from marker to marker as the decoder does; where a damaged picture leaves it a choice, it skips less.
 */
final class JpegScans {
    private static final int MOST_SCANS = 20;
    private static final int START_OF_SCAN = 0xda;
    private static final int FIRST_WITH_A_LENGTH = 0xc0;
    private static final int FIRST_RESTART = 0xd0;
    private static final int END_OF_IMAGE = 0xd9;

    private JpegScans() {}

    /** Whether it has more than a picture needs. */
    static boolean tooMany(byte[] content) {
        int scans = 0;
        int at = 0;
        while (at + 1 < content.length && scans <= MOST_SCANS) {
            int marker = content[at + 1] & 0xff;
            if ((content[at] & 0xff) != 0xff || marker == 0xff) {
                at++;
            } else {
                scans += marker == START_OF_SCAN ? 1 : 0;
                at += 2 + (hasLength(marker) ? length(content, at + 2) : 0);
            }
        }
        return scans > MOST_SCANS;
    }

    private static boolean hasLength(int marker) {
        boolean alone = marker >= FIRST_RESTART && marker <= END_OF_IMAGE;
        return marker >= FIRST_WITH_A_LENGTH && !alone;
    }

    private static int length(byte[] content, int at) {
        return at + 1 < content.length ? ((content[at] & 0xff) << 8) | (content[at + 1] & 0xff) : 0;
    }
}
