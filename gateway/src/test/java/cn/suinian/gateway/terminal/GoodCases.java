package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import java.io.IOException;

/** The day of the document's examples, in its order: each is sent as it stands and answered as it says. */
final class GoodCases {
    private GoodCases() {}

    static void happen(Witness witness) throws IOException {
        taps(witness);
        cards(witness);
        witness.good("signingKeys", "keys", Witness.plain("signingKeys"));
        witness.good("signIn", "till", SmallCity.CANTEEN);
        witness.good("signIn", "wrongClock", Witness.plain("signIn").sent("2026-11-23T12:00:00+08:00"));
        witness.good("heartbeat", "till", SmallCity.CANTEEN);
        lists(witness);
    }

    private static void taps(Witness witness) throws IOException {
        witness.good("previewCard", "lunch", Witness.plain("previewCard"));
        witness.good("tap", "lunch", SmallCity.CANTEEN);
        witness.good("tap", "secondLunch", SmallCity.CANTEEN);
        witness.good("tap", "metroEntry", SmallCity.GATE);
        witness.good("tapBatch", "stored", SmallCity.CANTEEN);
        witness.good("lookUpTap", "lunch", Witness.plain("lookUpTap"));
        witness.good("explainTap", "lunch", Witness.plain("explainTap"));
        witness.good("reverseTap", "notServed", SmallCity.CANTEEN);
    }

    private static void cards(Witness witness) throws IOException {
        witness.good(
                "previewCard",
                "unknownCard",
                Request.get(SmallCity.CANTEEN, "/v1/entitlements/" + SmallCity.UNKNOWN_HERE));
        witness.good("attest", "fitness", SmallCity.FEED);
        witness.good("attest", "unknownCard", SmallCity.FEED);
    }

    private static void lists(Witness witness) throws IOException {
        Reply whole = witness.good("denylist", "whole", Witness.plain("denylist"));
        witness.good("denylist", "changes", Request.get(SmallCity.CANTEEN, "/v1/denylist?since=0"));
        unchanged(witness, whole, Witness.plain("denylist"));
        Reply document = witness.good("document", "beginning", Witness.plain("document"));
        assertThat(document.header("suinian-mac")).isEmpty();
        unchanged(witness, document, Witness.plain("document"));
    }

    private static void unchanged(Witness witness, Reply first, Request again) throws IOException {
        Reply reply = witness.ask(
                again.header("If-None-Match: " + first.header("etag").orElseThrow()));
        assertThat(reply.status()).isEqualTo(304);
    }
}
