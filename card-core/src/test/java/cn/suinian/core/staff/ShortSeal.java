package cn.suinian.core.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Sm4Gcm;
import java.security.SecureRandom;

/** Seals with SM4-GCM under a key that lives as long as the test; column and row are authenticated with it. */
public final class ShortSeal implements SecretSeal {
    private final Sm4Gcm cipher;

    public ShortSeal() {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[16];
        random.nextBytes(key);
        this.cipher = new Sm4Gcm(key, random);
    }

    @Override
    public byte[] seal(String column, long rowId, byte[] plain) {
        return cipher.seal(plain, (column + "/" + rowId).getBytes(UTF_8));
    }

    @Override
    public byte[] open(String column, long rowId, byte[] stored) {
        return cipher.open(stored, (column + "/" + rowId).getBytes(UTF_8));
    }
}
