package cn.suinian.core.settings;

/**
 * A value that must not reach a log, a screen or an exception: its text form hides it.
 *
 * @param reveal the value itself; call it only where the value is used
 */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
