package cn.suinian.gateway.console.page;

import java.time.Instant;

/**
 * What was asked for and waits for a second person: a page says so in the place of the button that asks.
 *
 * @param path where it is decided
 * @param text who asked, and when
 */
public record Pending(String path, String text) {

    /** Asked for by somebody at a moment. */
    public static Pending of(Frame frame, String path, String askedAs, Instant at) {
        return new Pending(path, frame.say(FrameText.ASKED_AND_WAITS, askedAs, Figures.dateTime(at)));
    }
}
