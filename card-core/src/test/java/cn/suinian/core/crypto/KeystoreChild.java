package cn.suinian.core.crypto;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Another process that adds key versions to a keystore file, one after the other. */
final class KeystoreChild {
    private KeystoreChild() {}

    /** Arguments: the file, its passphrase, how many versions to add. */
    public static void main(String[] arguments) {
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            KeystoreVault.addVersion(Path.of(arguments[0]), arguments[1].toCharArray(), new SecureRandom());
        }
    }

    static Process start(Path file, char[] passphrase, int versions) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeystoreChild.class.getName(),
                        file.toString(),
                        new String(passphrase),
                        Integer.toString(versions))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }
}
