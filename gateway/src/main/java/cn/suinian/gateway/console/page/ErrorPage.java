package cn.suinian.gateway.console.page;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plain page shown when a request cannot be answered: what happened and what to do, nothing about the inside. */
public enum ErrorPage {
    BAD_REQUEST(400, FrameText.BAD_REQUEST, FrameText.BAD_REQUEST_LINE),
    SIGNED_OUT(401, FrameText.SIGNED_OUT, FrameText.SIGNED_OUT_LINE),
    FORBIDDEN(403, FrameText.FORBIDDEN, FrameText.FORBIDDEN_LINE),
    FOREIGN_FORM(403, FrameText.FOREIGN_FORM, FrameText.FOREIGN_FORM_LINE),
    NOT_FOUND(404, FrameText.NOT_FOUND, FrameText.NOT_FOUND_LINE),
    WRONG_METHOD(405, FrameText.WRONG_METHOD, FrameText.WRONG_METHOD_LINE),
    TOO_SLOW(408, FrameText.TOO_SLOW, FrameText.TOO_SLOW_LINE),
    CHANGED_MEANWHILE(409, FrameText.CHANGED_MEANWHILE, FrameText.CHANGED_MEANWHILE_LINE),
    ENOUGH_ELSEWHERE(409, FrameText.ENOUGH_ELSEWHERE, FrameText.ENOUGH_ELSEWHERE_LINE),
    ALREADY_SENT(409, FrameText.ALREADY_SENT, FrameText.ALREADY_SENT_LINE),
    TOO_LARGE(413, FrameText.TOO_LARGE, FrameText.TOO_LARGE_LINE),
    WRONG_FORM(415, FrameText.WRONG_FORM, FrameText.WRONG_FORM_LINE),
    WRONG_HOST(421, FrameText.WRONG_HOST, FrameText.WRONG_HOST_LINE),
    OUR_FAULT(500, FrameText.OUR_FAULT, FrameText.OUR_FAULT_LINE),
    BUSY(503, FrameText.BUSY, FrameText.BUSY_LINE);

    private final int status;
    private final FrameText title;
    private final FrameText line;

    ErrorPage(int status, FrameText title, FrameText line) {
        this.status = status;
        this.title = title;
        this.line = line;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What happened. */
    public FrameText title() {
        return title;
    }

    /** What to do. */
    public FrameText line() {
        return line;
    }

    /** Whether whoever sent a form goes on at that form or above it. */
    private boolean leadsBack() {
        return switch (this) {
            case FOREIGN_FORM, TOO_SLOW, CHANGED_MEANWHILE, ALREADY_SENT, TOO_LARGE, WRONG_FORM, OUR_FAULT, BUSY ->
                true;
            case BAD_REQUEST, SIGNED_OUT, FORBIDDEN, NOT_FOUND, WRONG_METHOD, ENOUGH_ELSEWHERE, WRONG_HOST -> false;
        };
    }

    private String line(Frame frame, Optional<WayBack> way) {
        int most = way.map(WayBack::mostFileBytes).orElse(0);
        return this == TOO_LARGE && most > 0
                ? frame.say(FrameText.TOO_LARGE_FILE, Figures.size(most))
                : frame.say(line);
    }

    /** Replies with this page. */
    public void show(Pages pages, RoutingContext request) {
        show(pages, request, "");
    }

    /** Replies with this page and a number by which the administrator finds the failure in the log. */
    public void show(Pages pages, RoutingContext request, String reference) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Frame frame = this == WRONG_HOST ? pages.plainFrame() : pages.frame(request, "/");
        Optional<WayBack> way = leadsBack() ? WayBack.find(request) : Optional.empty();
        pages.show(
                request,
                status,
                "error.jte",
                Map.of(
                        "frame",
                        frame,
                        "error",
                        this,
                        "line",
                        line(frame, way),
                        "back",
                        way.map(WayBack::paths).orElse(List.of()),
                        "reference",
                        reference));
    }
}
