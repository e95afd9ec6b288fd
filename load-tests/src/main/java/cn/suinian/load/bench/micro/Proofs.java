package cn.suinian.load.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.TacMessage;
import cn.suinian.core.crypto.TerminalFrame;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to prove a request and its tap, and to sign the reply: all the cryptography of a tap. */
@State(Scope.Benchmark)
public class Proofs {
    private KeyVault vault = KeystoreVault.inMemory(
            Map.of(SignedRide.KEY_VERSION, Hex.decode(SignedRide.CARD_MASTER)),
            Map.of(SignedRide.KEY_VERSION, Hex.decode(SignedRide.TERMINAL_MASTER)));
    private SignedRide ride = SignedRide.ofTheScene();
    private Tap tap = Scene.busRide();
    private String sent = ride.sent();
    private String requestMac = ride.signed().mac();
    private byte[] requestBody = ride.signed().frame().body().getBytes(UTF_8);
    private byte[] replyBody = new Texts().writeAnswer().getBytes(UTF_8);
    private long tac = Hex.decodeLong(ride.tap().tac());

    /** The MAC of a tap's request checked, as before anything else. */
    @Benchmark
    public boolean requestMac() {
        byte[][] frame = TerminalFrame.request("POST", "/v1/taps", sent, requestBody);
        byte[] mac = Hex.decode(requestMac);
        return vault.verifyTerminalMac(Scene.TERMINAL, SignedRide.KEY_VERSION, mac, frame);
    }

    /** The MAC of its reply, as the header has it. */
    @Benchmark
    public String replyMac() {
        byte[][] frame = TerminalFrame.reply(200, requestMac, replyBody);
        return Hex.encode(vault.terminalMac(Scene.TERMINAL, SignedRide.KEY_VERSION, frame));
    }

    /** The card's TAC checked, with a key that is derived for it. */
    @Benchmark
    public boolean tac() {
        TacMessage message = new TacMessage(
                SignedRide.CARD_NO,
                tap.cardCounter(),
                tap.key().terminalId(),
                tap.key().terminalSeq(),
                tap.service().code(),
                tap.amountFen(),
                tap.at());
        return vault.verifyTac(SignedRide.KEY_VERSION, message, tac);
    }
}
