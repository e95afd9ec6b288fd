package cn.suinian.gateway.console.day.line;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.clearing.SettledTap;
import cn.suinian.settlement.clearing.SettledTaps;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of taps, ready to print. */
public record TapsView(Frame frame, Where where, SettledTaps.Page page) {

    /** Which taps. */
    public enum What {
        BEHIND,
        LATE,
        REVERSED
    }

    /**
     * Where they are listed.
     *
     * @param here the address of the first page
     * @param later whether this is a later page
     */
    record Where(LocalDate day, What what, Optional<SettledTaps.Line> line, Address here, boolean later) {}

    /**
     * A tap.
     *
     * @param path null: the visitor may not open it
     */
    public record Row(
            String id,
            @Nullable String path,
            String tapped,
            String received,
            String vendor,
            String payer,
            String service,
            String amount,
            String subsidy,
            String extra) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String title() {
        return switch (where.what()) {
            case LATE -> say(LineText.LATE);
            case REVERSED -> say(LineText.REVERSED);
            case BEHIND -> {
                SettledTaps.Line line = where.line().orElseThrow();
                yield say(
                        LineText.BEHIND,
                        vendor(line.vendorCode()),
                        PayerWords.of(line.payer(), frame.language()),
                        Names.service(line.service().code(), frame.language()));
            }
        };
    }

    private String vendor(String code) {
        return page.taps().stream()
                .findFirst()
                .map(tap -> tap.vendorName() + " " + code)
                .orElse(code);
    }

    /** What they are. */
    public String lead() {
        return switch (where.what()) {
            case LATE -> say(LineText.LATE_LINE);
            case REVERSED -> say(LineText.REVERSED_LINE);
            case BEHIND -> Figures.day(where.day(), frame.language());
        };
    }

    public String day() {
        return where.day().toString();
    }

    public String dayPath() {
        return DayPath.of(where.day());
    }

    public List<Row> rows() {
        return page.taps().stream().map(this::row).toList();
    }

    public @Nullable String first() {
        return where.later() ? where.here().toString() : null;
    }

    public @Nullable String older() {
        return page.next()
                .map(next -> where.here().with("from", next).toString())
                .orElse(null);
    }

    private Row row(SettledTap tap) {
        return new Row(
                tap.id().toString(),
                frame.visitor().may(Permission.TAP_VIEW) ? "/taps/" + tap.id() : null,
                Figures.dateTime(tap.tappedAt()),
                Figures.dateTime(tap.receivedAt()),
                tap.vendorName(),
                PayerWords.of(tap.payer(), frame.language()),
                Names.service(tap.service().code(), frame.language()),
                Figures.yuan(tap.amountFen()),
                Figures.yuan(tap.subsidyFen()),
                Figures.yuan(tap.extraFen()));
    }
}
