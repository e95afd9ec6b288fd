package cn.suinian.gateway.counter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A request of counter software, every part of which can be got wrong. */
final class Ask {
    private final String method;
    private final String target;
    private byte[] body = new byte[0];
    private final List<String> headers = new ArrayList<>();

    private Ask(String method, String target) {
        this.method = method;
        this.target = target;
    }

    static Ask of(String method, String target) {
        return new Ask(method, target);
    }

    static Ask get(String target) {
        return of("GET", target);
    }

    /** An act with a key of its own. */
    static Ask act(String method, String target, String json) {
        return of(method, target).json(json).key(UUID.randomUUID().toString());
    }

    static Ask act(String target, String json) {
        return act("POST", target, json);
    }

    /** A question with words in its body. */
    static Ask post(String target, String json) {
        return of("POST", target).json(json);
    }

    static Ask form(String target, String form) {
        return of("POST", target)
                .header("Content-Type: application/x-www-form-urlencoded")
                .body(form.getBytes(UTF_8));
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Ask json(String json) {
        return header("Content-Type: application/json").body(json.getBytes(UTF_8));
    }

    Ask body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Ask token(String token) {
        return header("Authorization: Bearer " + token);
    }

    Ask key(String key) {
        return header("Idempotency-Key: " + key);
    }

    Ask header(String line) {
        headers.add(line);
        return this;
    }

    Ask without(String name) {
        headers.removeIf(line -> line.startsWith(name + ":"));
        return this;
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: suinian\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        wire.writeBytes(body);
        return wire.toByteArray();
    }
}
