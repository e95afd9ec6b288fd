/**
 * A file of Shenzhen's open tap data, authorised over HTTP and settled, and the sums held against the file's own.
 *
 * <p>{@link cn.suinian.load.replay.Replay} is a main class: {@code Replay FILE --gateway-classpath CP} (or the system
 * property {@code suinian.gateway.classpath}). It ends with 0 when the file's totals by company equal the cleared
 * totals and a second sending changed nothing, 1 when not, 2 when the file or the gateway could not be used.
 *
 * <p>The format is that of the city's open data: one object with an array {@code data} of records whose values are
 * strings; other members are ignored, so any page will do, and the file is read as a stream. One card is issued per
 * distinct {@code card_no}; the terminal is {@code equ_no} padded to 12 digits, the vendor {@code company_name}; the
 * amount is {@code deal_value} in fen, the undiscounted fare. A record is skipped, with its number and the reason, when
 * it lacks a field that most records have, when a value makes no sense, or when its {@code equ_no} belongs to another
 * company: guessing would put money on the wrong account.
 *
 * <p>Times are moved by whole weeks, all by the same number, so that the last record's week becomes the latest week
 * that is wholly past in Shanghai. Weekday and time of day stay, and so do the distances between taps, which a
 * record-by-record move would not keep in a file of several weeks.
 *
 * <p>May import every room but {@code demo}, {@code plan}, {@code reference} and {@code profile}.
 */
package cn.suinian.load.replay;
