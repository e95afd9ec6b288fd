package cn.suinian.load.statement;

import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.reference.Payer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A tap as the vendor's own till knows it; amounts in fen.
 *
 * @param extraFen for having served the meal and brought it
 * @param payer who owes the subsidy; null: nobody
 */
public record Sale(
        Key key,
        OffsetDateTime tappedAt,
        TapKind kind,
        String vendor,
        long amountFen,
        long subsidyFen,
        long extraFen,
        @Nullable Payer payer,
        Fate fate) {
    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");

    /** What became of it. */
    public enum Fate {
        COUNTED,
        DECLINED,
        TAKEN_BACK
    }

    /** Which tap: the day in Shenzhen, the terminal, its number, and the card. */
    public record Key(LocalDate date, String terminalId, long terminalSeq, String cardNo) {

        /** The same at the same terminal under another number. */
        public Key numbered(long otherSeq) {
            return new Key(date, terminalId, otherSeq, cardNo);
        }

        /** The serial of the card. */
        public int cardSerial() {
            return CardNumber.serialOf(cardNo);
        }
    }

    static LocalDate dayOf(OffsetDateTime at) {
        return at.atZoneSameInstant(SHENZHEN).toLocalDate();
    }

    /** What its payer owes for it. */
    public long owedFen() {
        return fate == Fate.COUNTED ? subsidyFen + extraFen : 0;
    }

    /** Whether a vendor that forgets it leaves a gap with money in it. */
    boolean isSubsidised() {
        return fate == Fate.COUNTED && subsidyFen > 0;
    }

    /** As the vendor states it when nothing goes wrong. */
    StatedRow stated() {
        return new StatedRow(key, tappedAt, kind, amountFen, subsidyFen, extraFen, payer);
    }
}
