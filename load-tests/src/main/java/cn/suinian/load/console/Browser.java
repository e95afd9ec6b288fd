package cn.suinian.load.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser without script that somebody sits at. Not for use by several threads. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 5;
    private static final int SEE_OTHER = 303;
    private static final String BOUNDARY = "----suinian-demo-7d1f0c2b9e";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI console;
    private final Clock clock;
    private final Map<String, String> cookies = new TreeMap<>();
    private int requests;

    /**
     * Opens one.
     *
     * @param console where the console is
     */
    public Browser(URI console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** A file to be sent with a form. */
    @SuppressWarnings("ArrayRecordComponent") // written once and sent once
    public record Attached(String field, String fileName, byte[] content) {}

    /** How many requests it made. */
    public int requests() {
        return requests;
    }

    /** Signs in with password and authenticator, as whoever this login is, and reads English from then on. */
    public void signIn(Login login) throws IOException, InterruptedException {
        Page code = send(
                get("/sign-in?lang=en").form("/sign-in"),
                Map.of("account", login.account(), "password", login.password()));
        Page home =
                send(code.form("/sign-in/code"), Map.of("code", Totp.code(login.authenticatorHex(), clock.instant())));
        if (!home.isOk() || home.findForm("/sign-out").isEmpty()) {
            throw new ConsoleException(login + " cannot sign in: " + home.told());
        }
    }

    /** Opens a page, wherever it leads. */
    public Page get(String path) throws IOException, InterruptedException {
        return follow(exchange(request(path).GET().build()), path);
    }

    /** Fills in a form, sends it, and has the page that comes back, with a status of 4xx when it was refused. */
    public Page send(PageForm form, Map<String, String> typed) throws IOException, InterruptedException {
        return follow(post(form, typed), form.action());
    }

    /** The same with a file. */
    public Page send(PageForm form, Map<String, String> typed, Attached file) throws IOException, InterruptedException {
        if (!form.fields().contains(file.field())) {
            throw new ConsoleException("the form " + form.action() + " takes no file " + file.field());
        }
        HttpRequest request = request(form.action())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(multipart(form.filledIn(typed), file)))
                .build();
        return follow(exchange(request), form.action());
    }

    /** Sends a form that is answered with a file. */
    public byte[] download(PageForm form, Map<String, String> typed) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(form, typed);
        if (response.statusCode() != 200
                || response.headers().firstValue("Content-Disposition").isEmpty()) {
            throw new ConsoleException("no file from " + form.action() + ": "
                    + page(response, form.action()).told());
        }
        return response.body();
    }

    private HttpResponse<byte[]> post(PageForm form, Map<String, String> typed)
            throws IOException, InterruptedException {
        return exchange(request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(encoded(form.filledIn(typed)))
                .build());
    }

    private Page follow(HttpResponse<byte[]> first, String from) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = first;
        String path = from;
        for (int i = 0; i < MOST_REDIRECTS && isRedirect(response.statusCode()); i++) {
            path = response.headers().firstValue("Location").orElseThrow();
            response = exchange(request(path).GET().build());
        }
        return page(response, path);
    }

    private static boolean isRedirect(int status) {
        return status == SEE_OTHER || status == 302;
    }

    private static Page page(HttpResponse<byte[]> response, String path) {
        return new Page(path, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(console.resolve(path)).timeout(PATIENCE).header("User-Agent", "suinian-demo");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        requests++;
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        for (String set : response.headers().allValues("Set-Cookie")) {
            String pair = set.split(";", 2)[0];
            int equals = pair.indexOf('=');
            String name = pair.substring(0, equals).strip();
            String value = pair.substring(equals + 1).strip();
            if (value.isEmpty() || set.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
        return response;
    }

    private static BodyPublisher encoded(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private static byte[] multipart(Map<String, String> fields, Attached file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> each : fields.entrySet()) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                            + each.getValue() + "\r\n");
        }
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
                        + file.fileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.write(file.content());
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
