package cn.suinian.load.replay;

/**
 * A record that is not sent.
 *
 * @param number of the record in the file, from 1
 * @param company as far as it is known, else empty
 * @param amountFen as far as it is known, else 0
 */
record Skipped(int number, String company, long amountFen, String why) {}
