package cn.suinian.load.fake;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.frame.KeyDerivation;
import cn.suinian.load.frame.Sm4Key;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A city with three gates, three buses and three tills, and as many holders as wanted. */
public final class SmallCity {
    /** A Friday. */
    public static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    public static final Map<String, String> VENDOR_KINDS = Map.of("METRO", "METRO", "BUS", "BUS", "CANTEEN", "CANTEEN");

    private static final Sm4Key CARD_MASTER = Sm4Key.ofHex("000102030405060708090a0b0c0d0e0f");
    private static final Sm4Key TERMINAL_MASTER = Sm4Key.ofHex("101112131415161718191a1b1c1d1e1f");
    private static final List<String> DISTRICTS = List.of("FUTIAN", "LUOHU", "DAPENG");

    private SmallCity() {}

    /** Holders of every sort in turn: without hukou, 65, 75, 101, 66 with a category; each tenth card is lost. */
    public static City withHolders(int count) {
        List<CityCard> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cards.add(
                    switch (i % 5) {
                        case 0 -> card(i + 1, 72, null, Set.of(), i % 10 == 0 ? "LOST" : "ACTIVE");
                        case 1 -> card(i + 1, 65, DISTRICTS.get(i % 3), Set.of(), "ACTIVE");
                        case 2 -> card(i + 1, 75, DISTRICTS.get(i % 3), Set.of(), "ACTIVE");
                        case 3 -> card(i + 1, 101, DISTRICTS.get(i % 3), Set.of(), "ACTIVE");
                        default -> card(i + 1, 66, DISTRICTS.get(i % 3), Set.of("LOW_INCOME"), "ACTIVE");
                    });
        }
        return new City(URI.create("http://127.0.0.1:1"), terminals(), cards);
    }

    public static CityCard card(int serial, int age, String district, Set<String> categories, String status) {
        String cardNo = CardNumber.ofSerial(serial);
        Sm4Key key = KeyDerivation.cardKey(CARD_MASTER, cardNo);
        return new CityCard(cardNo, key, 10, FRIDAY.minusYears(age), district, categories, status);
    }

    public static CityTerminal terminal(int number, String vendor, TapKind... kinds) {
        String id = "%012d".formatted(number);
        TerminalIdentity identity = new TerminalIdentity(id, 1, KeyDerivation.terminalKey(TERMINAL_MASTER, id));
        return new CityTerminal(identity, vendor, Set.of(kinds));
    }

    private static CityTerminal placed(int number, String placeKind, TapKind kind) {
        CityTerminal plain = terminal(number, placeKind, kind);
        return new CityTerminal(plain.identity(), plain.vendor(), plain.kinds(), placeKind);
    }

    private static List<CityTerminal> terminals() {
        List<CityTerminal> terminals = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            terminals.add(terminal(i, "METRO", TapKind.TRANSIT));
            terminals.add(terminal(10 + i, "BUS", TapKind.TRANSIT));
            terminals.add(terminal(20 + i, "CANTEEN", TapKind.MEAL));
        }
        terminals.add(placed(40, "PARK", TapKind.VENUE));
        terminals.add(placed(41, "SPORTS", TapKind.VENUE));
        terminals.add(placed(42, "HOME_CARE", TapKind.VOUCHER));
        terminals.add(placed(43, "DESK", TapKind.ALLOWANCE));
        return terminals;
    }
}
