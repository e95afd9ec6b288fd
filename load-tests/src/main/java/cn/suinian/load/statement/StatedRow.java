package cn.suinian.load.statement;

import cn.suinian.load.frame.TapKind;
import cn.suinian.load.reference.Payer;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of a statement; amounts in fen. */
record StatedRow(
        Sale.Key key,
        OffsetDateTime tappedAt,
        TapKind kind,
        long amountFen,
        long subsidyFen,
        long extraFen,
        @Nullable Payer payer) {

    /** What the vendor wants for it from its payer, as far as its format can say so. */
    long wantedFen(Form form) {
        return subsidyFen + (form.statesExtra() ? extraFen : 0);
    }

    StatedRow numbered(long seq) {
        return new StatedRow(key.numbered(seq), tappedAt, kind, amountFen, subsidyFen, extraFen, payer);
    }

    StatedRow minutesLater(int minutes) {
        return new StatedRow(key, tappedAt.plusMinutes(minutes), kind, amountFen, subsidyFen, extraFen, payer);
    }

    StatedRow costing(long otherAmountFen, long otherSubsidyFen) {
        return new StatedRow(key, tappedAt, kind, otherAmountFen, otherSubsidyFen, extraFen, payer);
    }

    StatedRow withExtra(long fen) {
        return new StatedRow(key, tappedAt, kind, amountFen, subsidyFen, fen, payer);
    }
}
