package cn.suinian.gateway.console.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * Style sheet, scripts and icon, read once into memory. The address of each carries a digest of its content, so a
 * browser may keep it for ever and still gets the new one after an upgrade.
 */
public final class Assets {

    private static final int DIGEST_DIGITS = 12;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> byPath = new HashMap<>();
    private final Map<String, String> pathByName = new HashMap<>();

    private record Asset(String type, Buffer content) {}

    /** Reads every asset from the class path. */
    public Assets() {
        add("console.css", "text/css; charset=utf-8", "/console/console.css");
        add("console.js", "text/javascript; charset=utf-8", "/console/console.js");
        add("favicon.svg", "image/svg+xml", "/console/favicon.svg");
        add("chart.js", "text/javascript; charset=utf-8", "/console/chart.js");
        add("htmx.min.js", "text/javascript; charset=utf-8", webJar("htmx.org", "htmx.min.js"));
        add("echarts.min.js", "text/javascript; charset=utf-8", webJar("echarts", "echarts.min.js"));
    }

    /** The address of an asset. */
    public String path(String name) {
        String path = pathByName.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no asset is called " + name);
        }
        return path;
    }

    /** Answers a request for an asset, or leaves it to whoever is next. */
    public void serve(RoutingContext request) {
        Asset asset = byPath.get(request.request().path());
        if (asset == null) {
            request.next();
            return;
        }
        request.response().putHeader("Content-Type", asset.type).putHeader("Cache-Control", FOR_EVER);
        Reply.end(request, asset.content);
    }

    private void add(String name, String type, String resource) {
        byte[] content = read(resource);
        String path = "/assets/" + digest(content) + "/" + name;
        byPath.put(path, new Asset(type, Buffer.buffer(content)));
        pathByName.put(name, path);
    }

    /** The WebJar has its version in the path; its own properties say which. */
    private static String webJar(String name, String file) {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/dist/" + file;
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("not on the class path: " + resource);
        }
        return in;
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
