/**
 * The life of a card in the hands of a holder: handed over, activated, lost, found, replaced, renewed, ended.
 *
 * <p>Each act is one transaction: the holder's row is locked first, so two clerks who serve one person follow each
 * other and the second sees what the first did; then the card, the stock, and by the triggers of the card the denylist
 * and the account; the audit entry last. {@code one_live_card_per_person} stands behind it for whoever does not come
 * through here. A clerk says which status was on the screen; when it has changed meanwhile the act is refused, unless
 * it was this very act, sent twice: then it is told since when it is done.
 *
 * <p>A replacement moves the account, not its content: lunches, vouchers and half journeys stay with the person. The
 * counter window begins anew with the new card, which counts from 1. Late offline taps of the old card need no window:
 * they are looked up by their key, and judged by how the card stood when they were made (docs/decisions.md, 110).
 *
 * <p>Expiry is no status: it is judged at every tap by the card's date. A card that missed its renewal is replaced.
 *
 * <p>Imports account, audit, card, card.stock, entitlement.policy, holder, postgres, refusal and staff.
 */
package cn.suinian.core.card.office;
