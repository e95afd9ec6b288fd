package cn.suinian.gateway.console.form;

/**
 * How much a route takes.
 *
 * @param bytes most bytes of the whole body; of a plain one {@link #ofPlain}
 * @param files most files; 0: a plain form, and no multipart body at all
 */
public record BodyLimit(int bytes, int files) {

    private static final int KIB = 1024;

    /** For everything that comes beside a file. */
    private static final int FIELDS = 64 * KIB;

    /** A plain form. */
    public static final BodyLimit FORM = new BodyLimit(64 * KIB, 0);

    /** A sign-in page that keeps what was typed into a plain form. */
    public static final BodyLimit KEEPING_FORM = new BodyLimit(96 * KIB, 0);

    /** The largest form whose fields are kept though a file came with them: one with a photo. */
    static final BodyLimit WITH_PHOTO = oneFile(2 * KIB * KIB);

    /** The largest file that it lets in; 0: it takes none. */
    public int mostFileBytes() {
        return files > 0 ? bytes - FIELDS : 0;
    }

    /** What it comes to for a plain form: whatever file a route takes, no plain form brings one. */
    BodyLimit ofPlain() {
        return files > 0 ? FORM : this;
    }

    /** A form with one file of up to so many bytes. */
    public static BodyLimit oneFile(int bytes) {
        return new BodyLimit(bytes + FIELDS, 1);
    }
}
