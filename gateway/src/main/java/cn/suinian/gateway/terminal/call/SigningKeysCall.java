package cn.suinian.gateway.terminal.call;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import java.util.stream.Collectors;

/**
 * GET /v1/keys: the public keys of our signatures. Anybody may ask; a terminal that asks with its Authorization gets
 * the reply under its MAC and so knows whose keys they are.
 */
public final class SigningKeysCall implements Call {

    private final KeyVault vault;

    public SigningKeysCall(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        if (exchange.request().headers().contains("Authorization")) {
            exchange.authenticate(body);
        }
        Query.of(exchange.request()).nothingElse();
        return Reply.now(vault.signingKeys().entrySet().stream()
                .map(key -> json(key.getKey(), key.getValue()))
                .collect(Collectors.joining(",", "{\"signing\":[", "]}")));
    }

    private static String json(int version, Sm2PublicKey key) {
        return "{\"version\":" + version
                + ",\"algorithm\":\"SM2\",\"curve\":\"sm2p256v1\",\"publicKey\":\""
                + Hex.encode(key.encoded())
                + "\",\"id\":\""
                + Sm2PublicKey.DEFAULT_ID
                + "\"}";
    }
}
