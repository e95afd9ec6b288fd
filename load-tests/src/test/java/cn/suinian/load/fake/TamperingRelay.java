package cn.suinian.load.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody between a terminal and its gateway, who passes requests on as they are and replies as he likes. */
public final class TamperingRelay implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile UnaryOperator<String> tampering = UnaryOperator.identity();

    public TamperingRelay(URI gateway) throws IOException {
        target = gateway.getPort();
        door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** What becomes of a whole reply, each byte of which is one character. */
    public void tamper(UnaryOperator<String> how) {
        tampering = how;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket terminal = door.accept();
                threads.execute(() -> relay(terminal));
            } catch (IOException closed) {
                threads.shutdown();
            }
        }
    }

    private void relay(Socket terminal) {
        try (terminal;
                Socket gateway = new Socket(InetAddress.getLoopbackAddress(), target)) {
            InputStream asked = new BufferedInputStream(terminal.getInputStream());
            InputStream told = new BufferedInputStream(gateway.getInputStream());
            for (String request = message(asked); !request.isEmpty(); request = message(asked)) {
                gateway.getOutputStream().write(request.getBytes(ISO_8859_1));
                terminal.getOutputStream().write(tampering.apply(message(told)).getBytes(ISO_8859_1));
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Head and body; empty at the end. */
    private static String message(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int letter = in.read();
        while (letter >= 0) {
            head.write(letter);
            if (letter == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
            letter = in.read();
        }
        String text = head.toString(ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        return length.find() ? text + new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1) : text;
    }
}
