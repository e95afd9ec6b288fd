package cn.suinian.core.staff.signin;

import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.core.settings.Secret;
import java.security.SecureRandom;

/** What a browser holds: the token of its cookie, and what its forms carry. The text form shows neither. */
record Tokens(String token, String csrf) {

    static Tokens make(SecureRandom random) {
        return new Tokens(RandomToken.make(random), RandomToken.make(random));
    }

    SignedIn at(SignInStage stage) {
        return new SignedIn(new Secret(token), new Secret(csrf), stage);
    }

    @Override
    public String toString() {
        return "(tokens)";
    }
}
