package cn.suinian.load.replay;

import cn.suinian.load.frame.Direction;
import java.time.LocalDateTime;

/**
 * A usable record of the file.
 *
 * @param number of the record in the file, from 1
 * @param at as in the file, Shanghai time
 * @param card the file's pseudonym of the card
 * @param terminalId 12 digits
 * @param vehicle the bus's plate, or the gate's own name
 */
record FileTap(
        int number,
        LocalDateTime at,
        String card,
        String company,
        String terminalId,
        Direction direction,
        long amountFen,
        String station,
        String vehicle) {}
