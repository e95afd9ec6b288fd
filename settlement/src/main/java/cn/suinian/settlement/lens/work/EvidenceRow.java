package cn.suinian.settlement.lens.work;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.util.Optional;

/**
 * A tap that a flag or a finding is about. It names nobody: the holder is our own number, in the key.
 *
 * @param tapId as its page is called
 * @param approved whether it was
 * @param amountFen the price or fare
 * @param payerFen what the payer pays for it: subsidy, operator's and delivery subsidy
 * @param takenBack whether it was reversed since
 * @param cleared whether its business day was, so that its money is in the journal
 * @param recoveredFen what two people took back of the payer's money: for a flag or finding, or for a break
 */
public record EvidenceRow(
        TapKey key,
        TapId tapId,
        int vendorId,
        Instant tappedAt,
        Service service,
        boolean approved,
        long amountFen,
        Optional<Payer> payer,
        long payerFen,
        boolean takenBack,
        boolean cleared,
        long recoveredFen) {

    /** The same when so much more was taken back. */
    public EvidenceRow less(long fen) {
        return new EvidenceRow(
                key,
                tapId,
                vendorId,
                tappedAt,
                service,
                approved,
                amountFen,
                payer,
                payerFen,
                takenBack,
                cleared,
                Math.addExact(recoveredFen, fen));
    }

    /** What the vendor still has of the payer's money. */
    public long leftFen() {
        return approved && cleared && !takenBack && payer.isPresent() ? Math.max(0, payerFen - recoveredFen) : 0;
    }
}
