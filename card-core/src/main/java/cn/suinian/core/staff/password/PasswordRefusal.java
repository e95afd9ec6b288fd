package cn.suinian.core.staff.password;

import cn.suinian.core.refusal.Refusal;

/** Why a password is not accepted, in order of precedence. */
public enum PasswordRefusal implements Refusal {
    TOO_SHORT("密码至少要有 12 个字符。", "A password has at least 12 characters."),
    TOO_LONG("密码最多 128 个字符。", "A password has at most 128 characters."),
    HOLDS_THE_ACCOUNT("密码中不能包含账号名。", "A password must not contain the name of the account."),
    DIGITS_ONLY("密码不能只有数字,请加入字母或汉字。", "A password is not made of digits alone: add letters."),
    TOO_SIMPLE("密码过于简单(重复或连续字符),请换一个。", "Too simple: it repeats itself or runs along the keyboard. Choose another."),
    COMMON(
            "密码不能只是三个以内的常见词（常用英文、拼音，或 card、elder、suinian 等）加少量数字或符号。请用四个以上的词。",
            "Up to three common words (English, pinyin, words of this house such as card, elder, suinian) with a"
                    + " few digits or signs are guessed first. Use four words or more, or one that is uncommon."),
    SAME_AS_BEFORE("新密码不能与原密码相同。", "The new password is the old one. Choose another.");

    private final String zh;
    private final String en;

    PasswordRefusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
