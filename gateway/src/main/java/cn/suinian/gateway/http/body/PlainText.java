package cn.suinian.gateway.http.body;

/** What a text may be made of. */
public final class PlainText {

    private PlainText() {}

    /** Whether there are no control characters and no halves of characters in it: every store and screen takes it. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isISOControl(letter)) {
                return false;
            }
            if (Character.isHighSurrogate(letter)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(letter)) {
                return false;
            }
        }
        return true;
    }
}
