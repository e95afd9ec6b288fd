package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import org.jspecify.annotations.Nullable;

/** The form that takes a statement, ready to print. */
public record UploadView(
        FormView form, VendorNames vendors, @Nullable OtherStatements others) {
    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase) {
        return frame().say(phrase);
    }
}
