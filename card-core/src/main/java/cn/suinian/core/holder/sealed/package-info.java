/**
 * The columns that hold personal data, and how values get into and out of them.
 *
 * <p>Every such column is in one list, {@link cn.suinian.core.holder.sealed.SealedColumn}, with the table's key: what a
 * value is sealed for, and all that {@link cn.suinian.core.holder.sealed.Reseal} needs to seal everything again when
 * the key has a new version. A column that is not in the list is not sealed anew: a test holds the list against what
 * the schema says is sealed. The second factors of staff and the answers kept for programs are in it too, though their
 * rooms seal them by themselves: they are sealed with the same key.
 *
 * <p>Rejected: encryption in the database (pgcrypto sees keys in statements, and knows no SM4), one blob of a person
 * (a phone could not be corrected without opening the name).
 *
 * <p>Imports crypto and postgres.
 */
package cn.suinian.core.holder.sealed;
