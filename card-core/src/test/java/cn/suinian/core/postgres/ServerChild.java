package cn.suinian.core.postgres;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that starts a server, says so, and waits to be killed. */
final class ServerChild {
    private ServerChild() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(TestServers.config(Path.of(arguments[0])));
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(("READY " + server.pid() + " " + server.database().urlWithPassword() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            // The parent says nothing: the end of its life is the end of this one.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
