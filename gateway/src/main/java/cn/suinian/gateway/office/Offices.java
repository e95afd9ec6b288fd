package cn.suinian.gateway.office;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.audit.AuditReader;
import cn.suinian.core.audit.ChainInspection;
import cn.suinian.core.card.bureau.BureauAnswers;
import cn.suinian.core.card.bureau.CardBureau;
import cn.suinian.core.card.office.CardFile;
import cn.suinian.core.card.office.CardOffice;
import cn.suinian.core.card.office.CardTerm;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.holder.bulk.BulkRegistration;
import cn.suinian.core.holder.bulk.BulkRounds;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.timeline.HolderTimeline;
import cn.suinian.core.holder.timeline.TapLooks;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.registry.TerminalRegister;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.core.staff.client.IdempotentCalls;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.core.staff.register.StaffRegister;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * Everything that can be done at a counter, in stock, and in the administration. All of it is blocking and safe for any
 * number of threads.
 *
 * @param calls what programs send twice takes effect once
 * @param bulkRounds what works on the files that {@code bulk} received, when it is told to
 * @param means what they were made of, for the offices of the day end
 */
public record Offices(
        HolderRegister holders,
        HolderTimeline timeline,
        TapLooks tapLooks,
        CardOffice cards,
        CardFile cardFile,
        CardStock stock,
        CardBureau bureau,
        BureauAnswers bureauAnswers,
        VendorRegister vendors,
        TerminalRegister terminals,
        StaffRegister staff,
        Counters counters,
        ApiClients clients,
        IdempotentCalls calls,
        AuditReader audit,
        ChainInspection chain,
        BulkRegistration bulk,
        BulkRounds bulkRounds,
        Means means) {

    /**
     * What they all work with.
     *
     * @param transportKey agreed with the card bureau; without it cards can be ordered, but no order leaves the house
     */
    public record Means(
            Transactions transactions,
            KeyVault keys,
            DataVault vault,
            Optional<TransportKey> transportKey,
            Passwords passwords,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {}

    /** All of them, over one database. */
    public static Offices of(Means means) {
        Transactions transactions = means.transactions();
        AuditLog audit = means.audit();
        Clock clock = means.clock();
        KeyVault keys = means.keys();
        CardStock stock = new CardStock(transactions, audit, Reach::counter, keys::hasCardKeyVersion, clock);
        HolderRegister holders = new HolderRegister(transactions, means.vault(), audit, clock);
        return new Offices(
                holders,
                new HolderTimeline(transactions, Reach::holder, audit),
                new TapLooks(transactions, Reach::holder, audit),
                new CardOffice(transactions, audit, stock, Reach::holder, CardTerm.ANNUAL, clock),
                new CardFile(transactions, Reach::holder, CardTerm.ANNUAL, clock),
                stock,
                new CardBureau(transactions, audit, stock, keys, means.transportKey(), clock),
                new BureauAnswers(transactions, audit, clock),
                new VendorRegister(transactions, audit),
                new TerminalRegister(transactions, audit, keys),
                new StaffRegister(transactions, means.passwords(), audit, clock),
                new Counters(transactions, audit),
                new ApiClients(transactions, audit, means.random(), clock),
                new IdempotentCalls(transactions, means.vault(), clock),
                new AuditReader(transactions, audit),
                new ChainInspection(transactions, audit, clock),
                new BulkRegistration(transactions, means.vault(), holders, audit, clock),
                new BulkRounds(transactions, means.vault(), audit, clock),
                means);
    }
}
