package cn.suinian.load.screen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where a run speaks to the person who started it. Used by one thread at a time. */
public final class Screen {
    private static final Duration PLAIN_PROGRESS = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean overwrites;
    private int widthOnScreen;
    private long lastProgressNanos = System.nanoTime() - PLAIN_PROGRESS.toNanos();

    /**
     * @param overwrites whether a carriage return moves back to the start of the line, as on a terminal
     */
    public Screen(OutputStream out, boolean overwrites) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.overwrites = overwrites;
    }

    /** The standard output of this process. */
    public static Screen ofProcess() {
        return new Screen(new FileOutputStream(FileDescriptor.out), isTerminal());
    }

    /** Shows a whole line and keeps it. */
    public void line(String text) {
        wipe();
        out.println(text);
    }

    /** Shows how far a run is; the next line or progress takes its place. */
    public void progress(String text) {
        if (overwrites) {
            wipe();
            out.print(text);
            out.flush();
            widthOnScreen = Table.width(text);
        } else if (System.nanoTime() - lastProgressNanos >= PLAIN_PROGRESS.toNanos()) {
            lastProgressNanos = System.nanoTime();
            out.println(text);
        }
    }

    /** System.console() answers another question since JDK 22; where there is no /proc, plain lines do. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private void wipe() {
        if (widthOnScreen > 0) {
            out.print("\r" + " ".repeat(widthOnScreen) + "\r");
            widthOnScreen = 0;
        }
    }
}
