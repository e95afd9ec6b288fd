package cn.suinian.gateway.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the person who started the program reads; everything else goes to the log. */
final class Screen {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream ERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Screen() {}

    /**
     * Whether what is said can be read over a shoulder. System.console() answers another question since JDK 22; where
     * there is no /proc nobody knows, and the answer is yes.
     */
    static boolean isTerminal() {
        Path output = Path.of("/proc/self/fd/1");
        try {
            String target = Files.readSymbolicLink(output).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }

    static void say(String line) {
        OUT.println(line);
    }

    static void complain(String line) {
        ERR.println(line);
    }
}
