package cn.suinian.gateway.console.page;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The plain page shown when a request cannot be answered: what happened and what to do, nothing about the inside. */
public enum ErrorPage {
    BAD_REQUEST(400, FrameText.BAD_REQUEST, FrameText.BAD_REQUEST_LINE),
    NOT_FOUND(404, FrameText.NOT_FOUND, FrameText.NOT_FOUND_LINE),
    WRONG_METHOD(405, FrameText.WRONG_METHOD, FrameText.WRONG_METHOD_LINE),
    WRONG_HOST(421, FrameText.WRONG_HOST, FrameText.WRONG_HOST_LINE),
    OUR_FAULT(500, FrameText.OUR_FAULT, FrameText.OUR_FAULT_LINE);

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

    /** Replies with this page. */
    public void show(Pages pages, RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Frame frame = this == WRONG_HOST ? pages.plainFrame() : pages.frame(request, "/");
        pages.show(request, status, "error.jte", Map.of("frame", frame, "error", this));
    }
}
