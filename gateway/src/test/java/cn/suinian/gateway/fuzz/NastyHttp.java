package cn.suinian.gateway.fuzz;

/** Parts of a request that a server may trip over. */
final class NastyHttp {
    static final String[] SEGMENTS = {
        "0",
        "-1",
        "+1",
        "1e3",
        "4294967296",
        "99999999999999999999",
        "%00",
        "%2e%2e",
        "..",
        ".",
        "%",
        "%zz",
        "%c0%af",
        "%ed%a0%80",
        "%F0%9F%98%80",
        "%u0041",
        "batch",
        "BATCH",
        "taps",
        "reversal",
        "%2f",
        "a%2fb",
        "\\",
        ";x=1",
        "*",
        "\u00e9",
        "%25",
        "%0d%0aSet-Cookie:x",
        "~",
        "()",
        "'",
        "3104870460123456782",
        "9".repeat(1_000)
    };

    static final String[] PARAMETERS = {
        "date", "cardNo", "since", "x", "", "%64ate", "date[]", "DATE", "%00", "card%4eo", "a".repeat(300)
    };

    static final String[] TYPES = {
        "",
        ";",
        "text/plain",
        "application/json;charset=utf-16",
        "application/json;" + ";".repeat(900),
        "application/jso",
        "APPLICATION/JSON",
        "application/json\u00e9",
        "application/json" + " ".repeat(2_000) + ";x",
        "multipart/form-data",
        "application/x-www-form-urlencoded"
    };

    static final String[] HEADERS = {
        "Expect: 100-continue",
        "Expect: 200-maybe",
        "Connection: upgrade",
        "Connection: close, keep-alive",
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13",
        "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
        "Accept-Encoding: gzip, br, *;q=0",
        "Content-Encoding: gzip",
        "Content-Encoding: bomb",
        "Host: other",
        "X-Forwarded-For: ::1",
        "If-None-Match: *",
        "If-None-Match: \"0\", W/\"1\", ",
        "If-None-Match: \"\u00ff\"",
        "If-None-Match: " + "\"1\",".repeat(1_500),
        "Range: bytes=0-",
        "Cookie: a=b; ;;=",
        "Trailer: X",
        "TE: trailers",
        "Date: never",
        "Retry-After: -1",
        "Suinian-Mac: " + "0".repeat(64),
        "X-Empty:",
        "X: \u00e4\u00ff\u0080"
    };

    static final String[] FRAMINGS = {
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 5, 5",
        "Content-Length: 0x5",
        "Content-Length: 5 ",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nContent-Length: 6",
        "Transfer-Encoding: chunked",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        " folded: line",
        "no colon",
        ": nameless",
        "Bad Name: x",
        "Nul: a\u0000b",
        "Bare: a\rb",
        "Long: " + "x".repeat(9_000)
    };

    static final String[] CHUNKS = {
        "5\r\nhello\r\n0\r\n\r\n",
        "5;ext=\"x\"\r\nhello\r\n0\r\n\r\n",
        "5\nhello\n0\n\n",
        "zz\r\n",
        "-1\r\n",
        "",
        "ffffffffffffffff\r\n",
        "7fffffff\r\nhello",
        "5\r\nhelloX\r\n0\r\n\r\n",
        "0\r\nX: y\r\n\r\n",
        "05\r\nhello\r\n0\r\n\r\n",
        "0\r\nContent-Length: 5\r\n\r\n",
        "0\r\n\r\n0\r\n\r\n",
        "5;" + "x".repeat(9_000) + "\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n"
    };

    private NastyHttp() {}
}
