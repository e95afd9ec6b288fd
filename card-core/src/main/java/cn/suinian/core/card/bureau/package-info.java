/**
 * Orders of cards to the card bureau, which prints them and writes their keys, and what it says became of them.
 *
 * <p>An order takes the next numbers of a range. Its file has a line for each card with the card's own key, wrapped
 * for the bureau; a header with counts; and a trailer with the SM3 of all before it, signed. The master key never
 * leaves the vault. The file is written as it is made, never held; it can be made again, and says how often it was,
 * because each copy is key material that went out of the house.
 *
 * <p>The bureau's answer is read line by line: a bad line is told with its number and the others go on. Cards made go
 * into the city's store, failed ones are spoilt, and what nobody spoke of stays ordered and is told as missing. A file
 * is known by its digest and changes nothing twice. A dry run does all but write.
 *
 * <p>Each line is parsed by itself. Rejected: one parser over the whole file, which a single quote out of place makes
 * swallow the rest of it.
 *
 * <p>Imports audit, card, card.stock, crypto, postgres, refusal and staff.
 */
package cn.suinian.core.card.bureau;
