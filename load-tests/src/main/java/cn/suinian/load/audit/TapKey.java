package cn.suinian.load.audit;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.frame.Tap;
import java.time.LocalDate;
import java.time.ZoneId;

/** A tap's identity: terminal and its number, the Shanghai date, the card. */
public record TapKey(LocalDate date, long terminalId, long terminalSeq, int cardSerial) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public static TapKey of(CityTerminal sender, Tap tap) {
        return new TapKey(
                tap.tappedAt().atZoneSameInstant(SHANGHAI).toLocalDate(),
                Long.parseLong(sender.terminalId()),
                tap.terminalSeq(),
                CardNumber.serialOf(tap.cardNo()));
    }
}
