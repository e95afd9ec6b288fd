package cn.suinian.gateway.stand;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan;
import cn.suinian.gateway.democity.CityPlan.Person;
import cn.suinian.gateway.democity.CityPlan.PlannedCard;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A metro, a bus, a canteen, some places and a thousand people of 76 with a hukou in Nanshan, whose lunches are
 * subsidised with 5 yuan. Keys are made of the master keys of the published vectors.
 */
public final class SmallCity {
    /** A Monday, at lunch. */
    public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T12:15:30+08:00");

    /** Serials of active cards are 1 to this; the holder has the same number. */
    public static final int CARDS = 1_000;

    /** The card of the published vectors, active like the others. */
    public static final String VECTOR_CARD = "3104870460123456782";

    public static final String LOST_CARD = new CardNumber(20_000).digits();

    /** A good number of this issuer that was never issued. */
    public static final String UNKNOWN_HERE = "3104870460777777772";

    public static final long GATE = 440300000001L;
    public static final long BUS = 440300000002L;
    /** The terminal of the published vectors. */
    public static final long CANTEEN = 440300010007L;

    /** A sports hall; Yantian asks for a certificate of fitness there, as in the demo city. */
    public static final long SPORTS_HALL = 440300050001L;

    /** Where the allowance's identity check is made. */
    public static final long DESK = 440300040001L;

    /** Care at home, paid with vouchers. */
    public static final long CARE = 440300060001L;

    /** Supplies certificates of fitness, and nothing else. */
    public static final long FEED = 440300070001L;

    /** Not registered anywhere. */
    public static final long STRANGER = 440300999999L;

    private static final LocalDate BORN_ON = LocalDate.of(1950, 6, 1);

    private SmallCity() {}

    /** The vault of the published vectors: key version 1 of everything; the signing key is that of GB/T 32918.5. */
    public static KeystoreVault vault() {
        return KeystoreVault.inMemory(
                Map.of(1, Hex.decode("000102030405060708090a0b0c0d0e0f")),
                Map.of(1, Hex.decode("101112131415161718191a1b1c1d1e1f")),
                Map.of(1, Hex.decode("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")));
    }

    public static CityPlan plan() {
        Stream<Person> people = IntStream.rangeClosed(1, CARDS).mapToObj(serial -> person(serial, CardStatus.ACTIVE));
        Stream<Person> others = Stream.of(
                person(CardNumber.parse(VECTOR_CARD).orElseThrow().serial(), CardStatus.ACTIVE),
                person(CardNumber.parse(LOST_CARD).orElseThrow().serial(), CardStatus.LOST));
        return new CityPlan(
                NOW.toLocalDate(),
                List.of(
                        new PlannedVendor("METRO", "Metro", "METRO"),
                        new PlannedVendor("BUS", "Bus", "BUS"),
                        new PlannedVendor("CANTEEN", "Canteen", "CANTEEN"),
                        new PlannedVendor("PLACES", "Places", "VENUE")),
                List.of(
                        new PlannedTerminal(GATE, "METRO", Set.of(Service.TRANSIT)),
                        new PlannedTerminal(BUS, "BUS", Set.of(Service.TRANSIT)),
                        new PlannedTerminal(CANTEEN, "CANTEEN", Set.of(Service.MEAL)),
                        place(SPORTS_HALL, Service.VENUE, "SPORTS"),
                        place(DESK, Service.ALLOWANCE, null),
                        place(CARE, Service.VOUCHER, "HOME_CARE"),
                        new PlannedTerminal(
                                FEED, "PLACES", Set.of(Service.VENUE), null, null, Set.of("FITNESS_CERTIFICATE"))),
                Stream.concat(people, others).toList(),
                true,
                CityPlan.Desks.NONE);
    }

    private static PlannedTerminal place(long id, Service service, String placeKind) {
        return new PlannedTerminal(id, "PLACES", Set.of(service), placeKind, null, Set.of());
    }

    private static Person person(int serial, CardStatus status) {
        return new Person(BORN_ON, District.NANSHAN, Set.of(), List.of(new PlannedCard(serial, status)));
    }
}
