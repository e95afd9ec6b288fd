package cn.suinian.gateway.stand;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One connection, byte by byte: a polite HTTP client would repair or refuse what these tests must send. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static Wire open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a request; fails when the reply is not one that openapi.yaml describes. */
    public Reply exchange(Request request) throws IOException {
        Reply reply = exchange(request.bytes());
        ApiContract.check(request, reply);
        return reply;
    }

    public Reply exchange(byte[] bytes) throws IOException {
        send(bytes);
        return read(true);
    }

    /**
     * Reads one reply.
     *
     * @param withBody false for the reply to a HEAD
     * @throws EOFException when the connection was closed instead
     */
    public Reply read(boolean withBody) throws IOException {
        String statusLine = line();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = withBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the reply's body was cut off");
        }
        return new Reply(Integer.parseInt(statusLine.split(" ", 3)[1]), headers, body);
    }

    /** Whether the other side has closed; waits for it to say something or to close. */
    public boolean closedByPeer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Whether the other side says something, or closes, while one is willing to wait. */
    public boolean somethingCame() throws IOException {
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        }
    }

    /** Says that nothing more comes, and goes on listening. */
    public void sayNoMore() throws IOException {
        socket.shutdownOutput();
    }

    /** Waits for a reply no longer than this. */
    public void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the connection was closed instead of a reply");
            }
            if (letter != '\r') {
                line.write(letter);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
