package cn.suinian.load.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays the gateway for {@link StageTest}: writes a runtime file and waits, or fails as its environment asks. */
final class Actor {
    private Actor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("close")) {
            Files.writeString(Path.of("closed-with"), String.join(" ", arguments));
            new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out)).println("{\"days\":[]}");
            return;
        }
        if ("1".equals(System.getenv("SUINIAN_OPEN_DAY"))) {
            throw new IllegalStateException("the port is taken");
        }
        Path data = Path.of(System.getenv("SUINIAN_DATA_DIR"));
        String runtime = "{\"terminalUrl\":\"http://127.0.0.1:1\",\"databaseUrl\":\"postgresql://u:p@127.0.0.1:2/d\"}";
        Path written = Files.writeString(data.resolve("runtime.tmp"), runtime);
        Files.move(written, data.resolve("runtime.json"));
        Thread.currentThread().join();
    }
}
