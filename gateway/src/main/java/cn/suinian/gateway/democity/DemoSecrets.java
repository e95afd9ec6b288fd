package cn.suinian.gateway.democity;

import cn.suinian.core.crypto.DataVault;
import java.util.Arrays;

/**
 * What the staff of a demo city sign in with. It follows from the keystore's secret key, so that it is another one in
 * every house, can be written into every node's file again, and is stored nowhere.
 */
final class DemoSecrets {

    // Without what is easily mistaken on paper, as in passwords that are handed over.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CHARACTERS = 20;
    private static final int GROUP = 4;
    private static final int TOTP_BYTES = 20;

    private final DataVault vault;

    DemoSecrets(DataVault vault) {
        this.vault = vault;
    }

    /** Five groups of four characters, some 98 bits. */
    String password(String account) {
        byte[] secret = vault.blindIndex("demo.password", account);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt((secret[i] & 0xff) % LETTERS.length()));
        }
        return text.toString();
    }

    /** What the authenticator holds. */
    byte[] authenticator(String account) {
        return Arrays.copyOf(vault.blindIndex("demo.authenticator", account), TOTP_BYTES);
    }
}
