package cn.suinian.settlement.allowance.enrolment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a reply to an invitation means. */
enum ReplyMeaning {
    /** They apply. */
    AGREED,
    /** They do not. */
    REFUSED,
    /** Neither is certain: somebody asks them. */
    UNCLEAR;

    /** Politeness around a word, which changes nothing. */
    private static final String BEFORE = "(你好|您好)?(好|好的|好吧|行|行的|可以|嗯|是|是的|yes|ok)?(我|本人|我们)?";

    private static final String AFTER = "(谢谢|谢谢你|谢谢您|多谢|thanks|thankyou)?";

    /** The whole text, so that nothing beside it can turn it round. */
    private static final Pattern YES = Pattern.compile(BEFORE
            + "((愿意|完全)?(同意){1,3}(了|的|啊|吧)?((我)?(申请|办理|领取)(高龄|高龄老人|老人)?(津贴|补贴)?(了|的)?)?"
            + "|(要|想|愿意)申请((高龄|高龄老人|老人)?(津贴|补贴))?"
            + "|(i)?agreed?(toapply)?)"
            + AFTER);

    private static final Pattern NO =
            Pattern.compile(BEFORE + "(不|不了|不要|不用|不用了|不需要|不必|不想|不同意|不愿意|拒绝|暂不|暂时不|no|disagree|i?donotagree|idontagree)"
                    + "(同意|申请|办理|领取|要|用)?(高龄|高龄老人|老人)?(津贴|补贴)?(了|的)?" + AFTER);

    /** A no that says to what: what follows behind a mark explains it. */
    private static final Pattern PLAIN_NO =
            Pattern.compile(BEFORE + "(不同意|不申请|不需要|不用了|不愿意|拒绝|暂不申请|暂时不申请|不想申请|不要申请|disagree)(了|的)?" + AFTER);

    /** Words that speak for an application; behind a no they leave it open. */
    private static final Pattern FOR_IT = Pattern.compile("同意|申请|愿意|办理|领|好|行|可以|要|agree|yes|ok|problem");

    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\p{C}]+");

    /** What a text means; full-width forms, spaces, marks, quotes and capitals make no difference. */
    static ReplyMeaning of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('請', '请');
        if (plain.indexOf('?') >= 0) {
            return UNCLEAR;
        }
        String whole = MARKS.matcher(plain).replaceAll("");
        if (YES.matcher(whole).matches()) {
            return AGREED;
        }
        return NO.matcher(whole).matches() || beginsWithNo(plain) ? REFUSED : UNCLEAR;
    }

    /** A plain no, and nothing behind its mark that speaks for an application; “不，等我儿子来” is no no. */
    private static boolean beginsWithNo(String plain) {
        String[] parts = plain.strip().split("[\\p{P}\\p{S}]+", 2);
        return parts.length == 2
                && PLAIN_NO.matcher(MARKS.matcher(parts[0]).replaceAll("")).matches()
                && !FOR_IT.matcher(parts[1]).find();
    }
}
