package cn.suinian.load.bench.micro;

import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.KeyDerivation;
import cn.suinian.load.frame.SignedFrame;
import cn.suinian.load.frame.Sm4Key;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The bus ride of the {@link Scene} as its terminal sends it.
 *
 * @param sent the terminal's clock as the header has it
 */
record SignedRide(TerminalIdentity terminal, Tap tap, SignedFrame signed, String sent) {
    static final String CARD_MASTER = "00112233445566778899aabbccddeeff";
    static final String TERMINAL_MASTER = "ffeeddccbbaa99887766554433221100";
    static final int KEY_VERSION = 1;
    static final String CARD_NO = CardNumber.ofSerial(Scene.CARD_SERIAL);

    private static final String SENT = "2026-11-25T12:05:33+08:00";
    private static final TapContext ON_A_BUS = new TapContext("M433", "科技园", Direction.BOARD, "粤BU2313");

    static SignedRide ofTheScene() {
        String id = Long.toString(Scene.TERMINAL);
        Sm4Key key = KeyDerivation.terminalKey(Sm4Key.ofHex(TERMINAL_MASTER), id);
        TerminalIdentity terminal = new TerminalIdentity(id, KEY_VERSION, key);
        OffsetDateTime now = Scene.WEDNESDAY.atTime(12, 5, 33).atOffset(ZoneOffset.ofHours(8));
        Tap tap = new Tap(
                        Scene.TERMINAL_SEQ,
                        TapKind.TRANSIT,
                        CARD_NO,
                        Scene.CARD_COUNTER,
                        Scene.FARE_FEN,
                        now,
                        "",
                        Scene.DENYLIST,
                        ON_A_BUS)
                .certifiedBy(KeyDerivation.cardKey(Sm4Key.ofHex(CARD_MASTER), CARD_NO), id);
        return new SignedRide(terminal, tap, terminal.sign(Frame.tap(tap), now), SENT);
    }
}
