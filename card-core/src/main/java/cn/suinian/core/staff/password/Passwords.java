package cn.suinian.core.staff.password;

import cn.suinian.core.crypto.credential.Argon2id;
import java.security.SecureRandom;

/** Passwords as they are stored. Takes a tenth of a second or so a call, on purpose: never on an event loop. */
public final class Passwords {
    // Without what is easily mistaken on paper: 0 and o, 1 and l and i.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final Argon2id argon;
    private final SecureRandom random;
    private final String nobodys;

    public Passwords(Argon2id argon, SecureRandom random) {
        this.argon = argon;
        this.random = random;
        this.nobodys = argon.hash(initial(), random);
    }

    /** The line to store; the password has been accepted by {@link PasswordPolicy}. */
    public String hash(String accepted) {
        return argon.hash(accepted, random);
    }

    /** Whether what was typed is the password. */
    public boolean verify(String line, String typed) {
        // Longer ones are not hashed, but they are not known to be wrong any sooner either.
        boolean tooLong = typed.length() > 4 * PasswordPolicy.LONGEST;
        return argon.verify(line, tooLong ? "" : PasswordPolicy.normalise(typed)) && !tooLong;
    }

    /** Takes as long as {@link #verify} of a real one and is never right. */
    public void verifyNobodys(String typed) {
        verify(nobodys, typed);
    }

    /** Whether the line should be made anew, now that the password is at hand. */
    public boolean needsRehash(String line) {
        return argon.needsRehash(line);
    }

    /** A password to hand over on paper: five groups of four characters, 99 bits. */
    public String initial() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
