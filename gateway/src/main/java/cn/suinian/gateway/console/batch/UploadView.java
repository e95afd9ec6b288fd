package cn.suinian.gateway.console.batch;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;

/** The form that takes a file of the bureau, ready to print. */
public record UploadView(FormView form, int batchId) {

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(BatchText phrase) {
        return form.frame().say(phrase);
    }

    /** Where the order's page, or one below it, is. */
    public String path(String below) {
        return "/batches/" + batchId + below;
    }

    /** Most bytes of a file. */
    public int mostBytes() {
        return AnswerPages.FILE_BYTES;
    }
}
