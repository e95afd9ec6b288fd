package cn.suinian.settlement.account;

import cn.suinian.settlement.ledger.Entry;
import java.time.LocalDate;

/**
 * An entry of the journal beyond clearing.
 *
 * @param kind an adjustment, a payment, one that came back ...
 * @param party the account on the other side: of a vendor's statement "bank:CITY", of a payer's "vendor:C-1:payable"
 * @param reference what it is about: "break:12", "payment:3"
 * @param fen above zero: more is owed to the vendor
 */
public record AccountEntry(LocalDate day, Entry.Kind kind, String party, String reference, long fen) {}
