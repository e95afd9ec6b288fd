package cn.suinian.core.card.bureau;

/** How files to and from the bureau are written. */
public enum BureauFormat {
    /** Comma-separated, RFC 4180. */
    CSV,
    /** One JSON object a line. */
    JSON_LINES
}
