/**
 * Cards: their numbers, their life and which person each belongs to.
 *
 * <p>A card never changes its holder and never changes its key version, so {@link
 * cn.suinian.core.card.CardDirectory} may remember both for ever; everything about a card that can change is read with
 * the holder's account and guarded by its version. That split is what lets a tap find its lane without a query.
 *
 * <p>Imports postgres for the directory's own connection, and nothing of the other rooms. SQL
 * stays in the package-private stores.
 */
package cn.suinian.core.card;
