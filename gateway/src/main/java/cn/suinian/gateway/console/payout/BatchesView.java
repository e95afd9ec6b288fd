package cn.suinian.gateway.console.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.settlement.payout.PayoutBatch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of batches, ready to print.
 *
 * @param only the one payer that the reader sees; empty: all
 * @param all how many match
 * @param filtered whether a filter is on
 */
public record BatchesView(
        FormView form,
        Optional<Payer> only,
        List<PayoutBatch> batches,
        long all,
        boolean filtered,
        @Nullable String first,
        @Nullable String older) {

    /** A batch. */
    public record Row(
            String number,
            String path,
            String payer,
            String through,
            String payments,
            String money,
            String withheld,
            String state,
            String tone,
            String by,
            String at) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public List<Option> payers() {
        return Payers.options(only, frame().language());
    }

    public List<Option> states() {
        return PayoutWords.states(frame().language());
    }

    public String count() {
        return Figures.count(all);
    }

    public List<Row> rows() {
        return batches.stream()
                .map(batch -> new Row(
                        Long.toString(batch.batchNo()),
                        "/payouts/" + batch.batchNo(),
                        Payers.name(batch.payer(), frame().language()),
                        batch.throughDay().toString(),
                        Figures.count(batch.payments()),
                        Figures.yuan(batch.totalFen()),
                        Figures.count(batch.withheldVendors()),
                        say(PayoutWords.of(batch.state())),
                        PayoutWords.tone(batch.state()),
                        batch.prepared().by(),
                        Figures.dateTime(batch.prepared().at())))
                .toList();
    }
}
