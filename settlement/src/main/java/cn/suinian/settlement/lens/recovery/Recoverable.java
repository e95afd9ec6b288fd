package cn.suinian.settlement.lens.recovery;

import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.LensRefusal;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.work.EvidenceRow;
import cn.suinian.settlement.lens.work.VendorCases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be taken back of a flag or finding as it stands.
 *
 * @param taps of its vendor that have money left, the earliest first
 */
record Recoverable(LensItem item, List<EvidenceRow> taps) {

    /** For as long a terminal may reverse its tap, which takes the same money back (docs/protocol.md, section 17). */
    private static final Duration REVERSIBLE = Duration.ofHours(24);

    private static final Comparator<EvidenceRow> BY_TIME = Comparator.comparing(EvidenceRow::tappedAt)
            .thenComparing(tap -> tap.key().terminalId())
            .thenComparing(tap -> tap.key().terminalSeq())
            .thenComparing(tap -> tap.key().holderId());

    /** Of an item that is confirmed. */
    static Recoverable of(Connection transaction, ItemRef ref, Instant now) throws SQLException {
        LensItem item = Items.find(transaction, ref).orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_ITEM));
        if (item.verdict() != Verdict.CONFIRMED) {
            throw new RefusedException(LensRefusal.NOT_CONFIRMED);
        }
        List<EvidenceRow> taps = VendorCases.evidence(transaction, ref).stream()
                .filter(tap -> tap.vendorId() == item.vendorId() && tap.leftFen() > 0)
                .filter(tap -> tap.tappedAt().plus(REVERSIBLE).isBefore(now))
                .sorted(BY_TIME)
                .toList();
        return new Recoverable(item, taps);
    }

    /** The same less what others asked for of these taps already, as it would be spread. */
    Recoverable less(Map<TapKey, Long> asked) {
        List<EvidenceRow> left = taps.stream()
                .map(tap -> tap.less(asked.getOrDefault(tap.key(), 0L)))
                .filter(tap -> tap.leftFen() > 0)
                .toList();
        return new Recoverable(item, left);
    }

    /** Whether a tap is among them. */
    boolean has(TapKey key) {
        return taps.stream().anyMatch(tap -> tap.key().equals(key));
    }

    /** The most of each payer and service, in their order. */
    List<RecoveryLine> limits() {
        return taps.stream()
                .map(tap -> new RecoveryLine(tap.payer().orElseThrow(), tap.service(), tap.leftFen()))
                .collect(Collectors.toMap(
                        RecoveryLine::field,
                        line -> line,
                        (one, other) ->
                                new RecoveryLine(one.payer(), one.service(), Math.addExact(one.fen(), other.fen()))))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(
                                (RecoveryLine line) -> line.payer().code())
                        .thenComparing(line -> line.service().code()))
                .toList();
    }

    /** Refuses lines that are none, or more than there is. */
    void check(List<RecoveryLine> lines) {
        if (lines.isEmpty()) {
            throw new RefusedException(LensRefusal.AMOUNT_WANTED, "fen");
        }
        Map<String, Long> left = limits().stream().collect(Collectors.toMap(RecoveryLine::field, RecoveryLine::fen));
        for (RecoveryLine line : lines) {
            if (line.fen() <= 0) {
                throw new RefusedException(LensRefusal.AMOUNT_WANTED, line.field());
            }
            Long most = left.remove(line.field());
            if (most == null || line.fen() > most) {
                throw new RefusedException(LensRefusal.RECOVERY_TOO_LARGE, line.field());
            }
        }
    }

    /** How a line is spread over the taps, the earliest first. */
    Map<TapKey, Long> spread(RecoveryLine line) {
        Map<TapKey, Long> spread = new LinkedHashMap<>();
        long wanted = line.fen();
        for (EvidenceRow tap : taps) {
            if (wanted > 0 && isOf(tap, line.payer(), line.service())) {
                long taken = Math.min(wanted, tap.leftFen());
                spread.put(tap.key(), taken);
                wanted -= taken;
            }
        }
        return spread;
    }

    private static boolean isOf(EvidenceRow tap, Payer payer, Service service) {
        return tap.payer().equals(Optional.of(payer)) && tap.service() == service;
    }
}
