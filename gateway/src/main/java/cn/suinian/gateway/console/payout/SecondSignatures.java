package cn.suinian.gateway.console.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.WaitingItem;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.bank.DisproofPages;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.lens.hold.Hold;
import cn.suinian.settlement.lens.hold.HoldFilter;
import cn.suinian.settlement.lens.hold.HoldView;
import cn.suinian.settlement.lens.recovery.Recovery;
import cn.suinian.settlement.payout.BatchFilter;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.account.AccountOwner;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.AccountVersion;
import cn.suinian.settlement.payout.disproof.Disproof;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What waits for a second person in payouts, bank accounts, holds and recoveries, for an inbox with more of it. */
public final class SecondSignatures implements WaitingRoom {

    /** Rows of each kind; a batch waits once for each payer. */
    private static final int MOST = 100;

    private final PayoutOffice office;

    /**
     * Something that waits.
     *
     * @param kind what it is
     * @param permission who may decide it
     * @param what which: a number or name of ours, as "7" or "C-1"
     * @param payer who pays it, or whose account it is; null: nobody in particular
     * @param askedAs the name that whoever asked signs in with
     * @param own whether the reader asked, and so cannot decide
     * @param fen money that moves with it, below zero when a vendor gives it back; null: none to name
     * @param path where it is decided
     * @param withdrawal how who asked takes it back
     */
    public record Waiting(
            Phrase kind,
            Permission permission,
            String what,
            @Nullable Payer payer,
            String askedAs,
            boolean own,
            Instant askedAt,
            String reason,
            @Nullable Long fen,
            String path,
            long requestNo,
            WaitingItem.Withdrawal withdrawal) {}

    public SecondSignatures(PayoutOffice office) {
        this.office = office;
    }

    /** What waits and the reader may see, the oldest first; at most a hundred of each kind. */
    public List<Waiting> list(Actor actor) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        if (actor.may(Permission.PAYOUT_VIEW)) {
            batches(actor, waiting);
            accounts(actor, waiting);
            disproofs(actor, waiting);
        }
        if (actor.may(Permission.LENS_VIEW)) {
            releases(actor, waiting);
            recoveries(actor, waiting);
        }
        waiting.sort(Comparator.comparing(Waiting::askedAt));
        return waiting;
    }

    @Override
    public List<WaitingItem> waiting(Actor visitor, Language language) throws SQLException {
        List<WaitingItem> items = new ArrayList<>();
        for (Waiting each : list(visitor)) {
            if (each.own() || visitor.canUse(each.permission())) {
                items.add(new WaitingItem(
                        each.kind().in(language),
                        each.payer() == null ? each.what() : each.what() + " · " + Payers.name(each.payer(), language),
                        each.path(),
                        each.fen() == null ? OptionalLong.empty() : OptionalLong.of(each.fen()),
                        new WaitingItem.Request(
                                each.requestNo(),
                                each.askedAs(),
                                each.askedAt(),
                                each.reason(),
                                each.own(),
                                each.withdrawal()),
                        each.path(),
                        Optional.empty()));
            }
        }
        return items;
    }

    private void batches(Actor actor, List<Waiting> waiting) throws SQLException {
        BatchFilter filter = new BatchFilter(Optional.empty(), Optional.of(PayoutBatch.State.PREPARED));
        for (PayoutBatch batch : office.lists().page(actor, filter, 0, MOST)) {
            waiting.add(new Waiting(
                    PayoutText.KIND_BATCH,
                    Permission.PAYOUT_APPROVE,
                    Long.toString(batch.batchNo()),
                    batch.payer(),
                    batch.prepared().by(),
                    Objects.equals(actor.staffId(), batch.prepared().staffId()),
                    batch.prepared().at(),
                    batch.reason(),
                    batch.totalFen(),
                    "/payouts/" + batch.batchNo(),
                    batch.requestNo(),
                    (who, no, why) -> office.payouts().withdraw(who, batch.batchNo(), why)));
        }
    }

    private void accounts(Actor actor, List<Waiting> waiting) throws SQLException {
        for (AccountVersion version : office.accounts().listWaiting(actor, 0, MOST)) {
            boolean own = version.askedAs().equals(actor.account());
            if (!own && !decides(actor, version.owner())) {
                continue;
            }
            waiting.add(new Waiting(
                    PayoutText.KIND_ACCOUNT,
                    Permission.PAYOUT_APPROVE,
                    version.owner() instanceof OfVendor vendor
                            ? named(actor, version.requestNo(), vendor.vendorId())
                            : Long.toString(version.requestNo()),
                    version.owner() instanceof OfPayer of ? of.payer() : null,
                    version.askedAs(),
                    own,
                    version.askedAt(),
                    version.reason(),
                    null,
                    "/payouts/accounts/changes/" + version.requestNo(),
                    version.requestNo(),
                    office.accounts()::withdraw));
        }
    }

    private void disproofs(Actor actor, List<Waiting> waiting) throws SQLException {
        for (Disproof disproof : office.disproofs().listWaiting(actor, MOST)) {
            waiting.add(new Waiting(
                    PayoutText.KIND_DISPROOF,
                    Permission.PAYOUT_APPROVE,
                    named(actor, disproof.paymentNo(), disproof.vendorId()),
                    disproof.payer(),
                    disproof.askedAs(),
                    Objects.equals(actor.staffId(), disproof.askedBy()),
                    disproof.askedAt(),
                    disproof.reason(),
                    disproof.fen(),
                    DisproofPages.path(disproof.paymentNo()),
                    disproof.requestNo(),
                    (who, no, why) -> office.disproofs().withdraw(who, disproof.paymentNo(), why)));
        }
    }

    /** A number of ours with the vendor that it is about. */
    private String named(Actor actor, long number, int vendorId) throws SQLException {
        return office.accounts()
                .vendorName(actor, vendorId)
                .map(name -> number + " · " + name)
                .orElse(Long.toString(number));
    }

    /** Whoever works for a district decides on its own account and on nobody else's. */
    private static boolean decides(Actor actor, AccountOwner owner) {
        Optional<Payer> only = PayoutLists.onlyPayer(actor);
        return only.isEmpty() || (owner instanceof OfPayer payer && only.get().equals(payer.payer()));
    }

    private void releases(Actor actor, List<Waiting> waiting) throws SQLException {
        for (Hold hold : office.holds().list(actor, new HoldFilter(null, true, true), null, MOST)) {
            Optional<HoldView.Signature> asked = office.holds().find(actor, hold.holdNo()).stream()
                    .flatMap(view -> view.signatures().stream())
                    .filter(signature -> signature.outcome() == null)
                    .findFirst();
            asked.ifPresent(signature -> waiting.add(new Waiting(
                    PayoutText.KIND_RELEASE,
                    Permission.LENS_RELEASE,
                    hold.holdNo() + " · " + hold.vendorName(),
                    null,
                    signature.askedAs(),
                    signature.askedAs().equals(actor.account()),
                    signature.askedAt(),
                    signature.reason(),
                    null,
                    "/lens/holds/" + hold.holdNo(),
                    signature.requestNo(),
                    office.holds()::withdrawRelease)));
        }
    }

    private void recoveries(Actor actor, List<Waiting> waiting) throws SQLException {
        for (Recovery asked : office.recoveries().listOpen(actor)) {
            waiting.add(new Waiting(
                    PayoutText.KIND_RECOVERY,
                    Permission.LENS_RELEASE,
                    asked.requestNo() + " · " + asked.vendorCode(),
                    null,
                    asked.askedAs(),
                    Objects.equals(actor.staffId(), asked.askedBy()),
                    asked.askedAt(),
                    asked.reason(),
                    -asked.totalFen(),
                    "/lens/recoveries/" + asked.requestNo(),
                    asked.requestNo(),
                    office.recoveries()::withdraw));
        }
    }
}
