package cn.suinian.core.staff.password;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.credential.Argon2id;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "short-one, TOO_SHORT",
        "ababababababab, TOO_SIMPLE",
        "zzzzzzzzzzzzzz, TOO_SIMPLE",
        "abc1abc1abc1abc1, TOO_SIMPLE",
        "abcdefghijkl1, TOO_SIMPLE",
        "qwertyuiop1234, TOO_SIMPLE",
        "1qaz2wsx3edc4rfv, TOO_SIMPLE",
        "13800138000138, DIGITS_ONLY",
        "440305195001010012, DIGITS_ONLY",
        "Clerk.One-is-in-here, HOLDS_THE_ACCOUNT",
        "Password2026!, COMMON",
        "P@ssw0rd2026!, COMMON",
        "Shenzhen@20260101, COMMON",
        "woaini1314520!, COMMON",
        "adminpassword9, COMMON"
    })
    void refuses(String password, PasswordRefusal why) {
        assertThat(PasswordPolicy.findRefusal(password, "clerk.one")).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven kites over the bay",
                "长者食堂的红烧肉今天很好吃啊",
                "correct horse battery staple",
                "kx7-Tq2v-99wm",
                "summer rain falls upon tea"
            })
    void accepts(String password) {
        assertThat(PasswordPolicy.findRefusal(password, "clerk.one")).isEmpty();
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(PasswordPolicy.findRefusal("七个风筝在海湾上空", "clerk")).contains(PasswordRefusal.TOO_SHORT);
        assertThat(PasswordPolicy.findRefusal("kite bay ".repeat(14) + "xyz", "clerk"))
                .contains(PasswordRefusal.TOO_LONG);
        assertThat(PasswordPolicy.findRefusal("x".repeat(100_000), "clerk")).contains(PasswordRefusal.TOO_LONG);
    }

    @Test
    void fullWidthLettersAreTheSamePassword() {
        Passwords passwords = new Passwords(new Argon2id(new Argon2id.Cost(64, 1, 1), 1), new SecureRandom());
        String line = passwords.hash(PasswordPolicy.accept("Kites over 7 bays", "clerk"));

        assertThat(passwords.verify(line, "Kites over 7 bays")).isTrue();
        assertThat(passwords.verify(line, "kites over 7 bays")).isFalse();
    }

    @Test
    void whatIsHandedOutIsAcceptedAndNeverTheSame() {
        Passwords passwords = new Passwords(new Argon2id(new Argon2id.Cost(64, 1, 1), 1), new SecureRandom());
        for (int i = 0; i < 200; i++) {
            String initial = passwords.initial();
            assertThat(PasswordPolicy.findRefusal(initial, "clerk.one")).isEmpty();
            assertThat(initial).hasSize(24).isNotEqualTo(passwords.initial());
        }
    }

    @Test
    void aCommonPasswordIsToldWhichPartIsNotAllowed() {
        assertThat(PasswordPolicy.findRefusal("suinianeldercard", "clerk")).hasValue(PasswordRefusal.COMMON);
        assertThat(PasswordRefusal.COMMON.zh()).contains("三个以内的常见词", "card", "elder", "suinian", "四个以上");
        assertThat(PasswordRefusal.COMMON.en()).contains("three common words", "card", "elder", "suinian", "Use four");
    }
}
