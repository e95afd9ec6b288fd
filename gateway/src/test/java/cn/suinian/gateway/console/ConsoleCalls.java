package cn.suinian.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Asks a console for pages and sends it forms, as browsers do. */
public abstract class ConsoleCalls {

    private static final AtomicLong ACTS = new AtomicLong();

    private final HttpClient client = HttpClient.newHttpClient();

    /** The address of the console, without a slash at the end. */
    public abstract String url();

    /** The session of the client that may do everything. */
    public abstract Admitted everything();

    /** Gets a page, signed in; headers as names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return getAs(everything(), path, headers);
    }

    /** Gets a page in this session. */
    public HttpResponse<String> getAs(Admitted who, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        String cookies = "suinian=" + who.cookieToken();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Cookie")) {
                cookies += "; " + headers[i + 1];
            } else {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return client.send(request.header("Cookie", cookies).build(), BodyHandlers.ofString());
    }

    /** By the browser that the staff of tests sign in with: a session ends when another one shows its token. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).setHeader("User-Agent", StaffDesk.BRANCH.userAgent());
    }

    /** Asks for the head of a page, signed in. */
    public HttpResponse<String> head(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Cookie", "suinian=" + everything().cookieToken())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Gets a page without a session. */
    public HttpResponse<String> getAsNobody(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a form of a page of ours, with the session's token and a number of its own. */
    public HttpResponse<String> post(Admitted who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("csrf", who.session().csrfToken());
        all.putIfAbsent("act", "act-" + ACTS.incrementAndGet());
        return postRaw(path, all, "Cookie", "suinian=" + who.cookieToken(), "Sec-Fetch-Site", "same-origin");
    }

    /** The same with several values of one field, as boxes that are ticked. */
    public HttpResponse<String> post(
            Admitted who, String path, Map<String, String> fields, String name, List<String> ticked)
            throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("csrf", who.session().csrfToken());
        all.putIfAbsent("act", "act-" + ACTS.incrementAndGet());
        String boxes =
                ticked.stream().map(value -> "&" + encode(Map.of(name, value))).collect(Collectors.joining());
        return postBody(
                path, encode(all) + boxes, "Cookie", "suinian=" + who.cookieToken(), "Sec-Fetch-Site", "same-origin");
    }

    /** Sends a form of a page of ours with a file in it. */
    public HttpResponse<String> upload(Admitted who, String path, String fileName, byte[] content)
            throws IOException, InterruptedException {
        return upload(who, path, Map.of(), fileName, content);
    }

    /** The same with other fields beside the file. */
    public HttpResponse<String> upload(
            Admitted who, String path, Map<String, String> fields, String fileName, byte[] content)
            throws IOException, InterruptedException {
        return upload(who, path, BodyPublishers.ofByteArrays(parts(who, fields, fileName, content)));
    }

    /** The same as browsers do, which say how long it is. */
    public HttpResponse<String> uploadDeclared(
            Admitted who, String path, Map<String, String> fields, String fileName, byte[] content)
            throws IOException, InterruptedException {
        List<byte[]> parts = parts(who, fields, fileName, content);
        long length = parts.stream().mapToLong(part -> part.length).sum();
        return upload(who, path, BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), length));
    }

    private static List<byte[]> parts(Admitted who, Map<String, String> fields, String fileName, byte[] content) {
        StringBuilder parts = new StringBuilder();
        fields.forEach((name, value) -> parts.append(part(name, value)));
        String head = part("csrf", who.session().csrfToken()) + part("act", "act-" + ACTS.incrementAndGet()) + parts
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return List.of(head.getBytes(UTF_8), content, "\r\n--edge--\r\n".getBytes(UTF_8));
    }

    private HttpResponse<String> upload(Admitted who, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Cookie", "suinian=" + who.cookieToken())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Sends exactly these fields and headers. */
    public HttpResponse<String> postRaw(String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        return postBody(path, encode(fields), headers);
    }

    private HttpResponse<String> postBody(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Fields as a browser writes them. */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends something other than GET. */
    public HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }
}
