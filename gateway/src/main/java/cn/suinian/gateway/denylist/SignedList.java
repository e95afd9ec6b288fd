package cn.suinian.gateway.denylist;

import cn.suinian.core.crypto.Signature;
import io.vertx.core.buffer.Buffer;

/**
 * A list, or what changed in it, as it is sent.
 *
 * @param version the version it leads to
 * @param etag names its content; with the quotes
 * @param body JSON
 * @param signature over the body
 */
public record SignedList(long version, String etag, Buffer body, Signature signature) {

    /** The value of the header Suinian-Signature. */
    public String signatureHeader() {
        return "key=" + signature.keyVersion() + ", sm2=\"" + signature.hex() + '"';
    }
}
