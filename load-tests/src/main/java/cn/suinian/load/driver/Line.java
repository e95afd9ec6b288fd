package cn.suinian.load.driver;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One kept connection: at most one request under way. */
final class Line implements AutoCloseable {
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] APPROVED = "\"APPROVED\"".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int FIRST_ROOM = 4 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer room = ByteBuffer.allocate(FIRST_ROOM);
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private int bodyAt;
    private int end;
    private long since;
    private int request = -1;

    private Line(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    static Line open(InetSocketAddress target, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(target);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Line line = new Line(channel, key);
        key.attach(line);
        return line;
    }

    /** The number of the request under way. */
    int request() {
        return request;
    }

    /** When the request under way was sent or due. */
    long since() {
        return since;
    }

    void send(int number, byte[] bytes, long from) throws IOException {
        request = number;
        since = from;
        room.clear();
        bodyAt = 0;
        unsent = ByteBuffer.wrap(bytes);
        write();
    }

    /** Whether the reply is here whole. */
    boolean advance() throws IOException {
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() && read();
    }

    int status() {
        byte[] reply = room.array();
        return (reply[STATUS_AT] - '0') * 100 + (reply[STATUS_AT + 1] - '0') * 10 + reply[STATUS_AT + 2] - '0';
    }

    /** How many approvals the reply's body has. */
    int approvals() {
        int count = 0;
        for (int at = find(APPROVED, bodyAt, end); at >= 0; at = find(APPROVED, at + APPROVED.length, end)) {
            count++;
        }
        return count;
    }

    byte[] reply() {
        return Arrays.copyOf(room.array(), end);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write() throws IOException {
        channel.write(unsent);
        int wanted = unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    private boolean read() throws IOException {
        if (channel.read(room) < 0) {
            throw new EOFException("the server hung up");
        }
        if (bodyAt == 0 && !head()) {
            return false;
        }
        if (room.capacity() < end) {
            room = ByteBuffer.allocate(end).put(room.flip());
        }
        return room.position() >= end;
    }

    private boolean head() throws IOException {
        byte[] reply = room.array();
        for (int i = 3; i < room.position(); i++) {
            if (reply[i] == '\n' && reply[i - 2] == '\n') {
                bodyAt = i + 1;
                end = bodyAt + length(bodyAt);
                return true;
            }
        }
        if (!room.hasRemaining()) {
            throw new IOException("a reply with a head of more than " + room.capacity() + " bytes");
        }
        return false;
    }

    private int length(int headEnd) throws IOException {
        int at = find(LENGTH, 0, headEnd);
        if (at < 0) {
            throw new IOException("a reply without a length");
        }
        int length = 0;
        for (int i = at + LENGTH.length; room.array()[i] >= '0' && room.array()[i] <= '9'; i++) {
            length = length * 10 + room.array()[i] - '0';
        }
        return length;
    }

    /** Headers may be written in any case; nothing that is looked for in bodies is mistaken for the lack of one bit. */
    private int find(byte[] wanted, int from, int to) {
        byte[] reply = room.array();
        for (int i = from; i + wanted.length <= to; i++) {
            int k = 0;
            while (k < wanted.length && (reply[i + k] | 0x20) == (wanted[k] | 0x20)) {
                k++;
            }
            if (k == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
