package cn.suinian.gateway.console.bulk;

import cn.suinian.core.holder.bulk.BulkFile;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists so far and the form for another, ready to print.
 *
 * @param older where the next page is; null: there is none
 * @param newer where the first page is; null: this is it
 */
public record FilesView(
        FormView form,
        List<BulkFile> files,
        @Nullable String older,
        @Nullable String newer) {

    /** One of them. */
    public record Row(
            String path,
            String number,
            String name,
            String sentAt,
            String sentBy,
            String rows,
            String registered,
            String state,
            String tone) {}

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(BulkText phrase) {
        return frame().say(phrase);
    }

    /** Every row. */
    public List<Row> rows() {
        return files.stream()
                .map(file -> new Row(
                        "/bulk/" + file.fileNo(),
                        frame().say(BulkText.NUMBERED, file.fileNo()),
                        file.name(),
                        Figures.dateTime(file.receivedAt()),
                        file.receivedAs(),
                        Figures.count(file.rows()),
                        Figures.count(file.tally().registered()),
                        frame().say(FileView.state(file.state())),
                        FileView.tone(file.state())))
                .toList();
    }
}
