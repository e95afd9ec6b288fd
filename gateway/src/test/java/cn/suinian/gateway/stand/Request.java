package cn.suinian.gateway.stand;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.TerminalFrame;
import cn.suinian.core.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A signed request of a terminal, every part of which can be got wrong before or after it is signed. */
public final class Request {
    private static final KeyVault VAULT = SmallCity.vault();

    private final long terminalId;
    private KeyVault vault = VAULT;
    private int keyVersion = 1;
    private String method;
    private String target;
    private byte[] body;
    private String sent = SmallCity.NOW.toString();
    private Optional<String> contentType = Optional.empty();
    private Optional<String> authorization = Optional.empty();
    private Optional<String> mac = Optional.empty();
    private final List<String> headers = new ArrayList<>();
    private boolean chunked;

    private Request(long terminalId, String method, String target, byte[] body) {
        this.terminalId = terminalId;
        this.method = method;
        this.target = target;
        this.body = body;
    }

    public static Request post(long terminalId, String json) {
        return post(terminalId, json.getBytes(UTF_8));
    }

    public static Request post(long terminalId, byte[] body) {
        return new Request(terminalId, "POST", "/v1/taps", body).contentType("application/json");
    }

    public static Request get(long terminalId, String target) {
        return new Request(terminalId, "GET", target, new byte[0]);
    }

    /** Signs with this version of the terminal's key, which is in this vault. */
    public Request key(KeyVault keys, int version) {
        vault = keys;
        keyVersion = version;
        return this;
    }

    public Request method(String name) {
        method = name;
        return this;
    }

    public String method() {
        return method;
    }

    public Request target(String pathAndQuery) {
        target = pathAndQuery;
        return this;
    }

    public String target() {
        return target;
    }

    public Request sent(String moment) {
        sent = moment;
        return this;
    }

    public Request body(byte[] bytes) {
        body = bytes;
        return this;
    }

    public Request contentType(String type) {
        contentType = Optional.of(type);
        return this;
    }

    public Request withoutContentType() {
        contentType = Optional.empty();
        return this;
    }

    /** One more header line, after the others. */
    public Request header(String line) {
        headers.add(line);
        return this;
    }

    /** This text as the whole Authorization header. */
    public Request authorization(String text) {
        authorization = Optional.of(text);
        return this;
    }

    /** Signs now: what is changed afterwards is not under the MAC. */
    public Request sealed() {
        mac = Optional.of(mac());
        return this;
    }

    /** Sends the body in chunks of 1,000 bytes. */
    public Request chunked() {
        chunked = true;
        return this;
    }

    public String mac() {
        return mac.orElseGet(() -> mac(TerminalFrame.request(method, target, sent, body)));
    }

    /** What Suinian-Mac must be on this reply. */
    public String replyMac(Reply reply) {
        return mac(TerminalFrame.reply(reply.status(), mac(), reply.body()));
    }

    /** The Authorization header as it would be sent. */
    public String authorization() {
        return authorization.orElseGet(() -> "HMAC-SM3 terminal=\"" + Terminal.digits(terminalId) + "\", key="
                + keyVersion + ", sent=\"" + sent + "\", mac=\"" + mac() + "\"");
    }

    /** The request as it goes over the wire. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: suinian\r\n");
        String value = authorization();
        if (!value.isEmpty()) {
            head.append("Authorization: ").append(value).append("\r\n");
        }
        contentType.ifPresent(type -> head.append("Content-Type: ").append(type).append("\r\n"));
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (chunked) {
            writeChunks(wire);
        } else {
            wire.writeBytes(body);
        }
        return wire.toByteArray();
    }

    private void writeChunks(ByteArrayOutputStream wire) {
        for (int from = 0; from < body.length; from += 1_000) {
            int length = Math.min(1_000, body.length - from);
            wire.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            wire.write(body, from, length);
            wire.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        wire.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    }

    private String mac(byte[][] frame) {
        return Hex.encode(vault.terminalMac(terminalId, keyVersion, frame));
    }
}
