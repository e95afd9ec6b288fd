package cn.suinian.settlement.allowance.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Puts each message into a file of its own, named after its number: the first line is the telephone number, the rest is
 * the text. Whoever carries them on takes the files away. A file appears whole, readable by its owner alone; the same
 * number again replaces it.
 */
public final class FileSmsGateway implements SmsGateway {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path outbox;

    /** Into this directory, which is made when it is first needed. */
    public FileSmsGateway(Path outbox) {
        this.outbox = outbox;
    }

    @Override
    public void send(long messageNo, String phone, String text) throws IOException {
        Files.createDirectories(outbox, OWNERS_DIRECTORY);
        Path part = Files.createTempFile(outbox, ".part-", ".sms", OWNER_ONLY);
        Path whole = outbox.resolve("%012d.sms".formatted(messageNo));
        Files.writeString(part, phone + "\n" + text + "\n", StandardCharsets.UTF_8);
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException shared) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
