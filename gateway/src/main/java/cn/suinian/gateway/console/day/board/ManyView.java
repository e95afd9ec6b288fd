package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.day.board.BoardView.NextLine;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import java.util.Map;

/**
 * Days that something is done to at once, ready to print.
 *
 * @param days to ask for, and what keeps each; else none
 * @param requests to decide; else none
 * @param hints what is in the way of a request, by its number
 */
public record ManyView(FormView form, List<DayRow> days, List<Option> requests, Map<String, String> hints) {

    /** A day that may be asked for, and what comes next for it. */
    public record DayRow(String day, String path, String state, String tone, List<NextLine> next) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(ManyText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /**
     * What came of it, day by day.
     *
     * @param back where the page leads
     */
    public record Outcome(Frame frame, String title, List<Result> results, String back, String backLabel) {

        /** Of one day. */
        public record Result(String day, String path, boolean done, String text) {}

        public String say(ManyText phrase, Object... values) {
            return frame.say(phrase, values);
        }

        /** How many were done, and how many not. */
        public String count() {
            long done = results.stream().filter(Result::done).count();
            return say(ManyText.DONE_COUNT, done, results.size() - done);
        }

        /** Whether anything was refused. */
        public boolean anyRefused() {
            return results.stream().anyMatch(result -> !result.done());
        }
    }
}
