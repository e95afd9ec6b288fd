package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A city to plant into an empty database.
 *
 * @param openDay the first business day that is not yet closed
 * @param demonstrationRule whether the rule that only a demonstration has is planted too
 * @param desks where cards are issued, and who works for the city
 */
public record CityPlan(
        LocalDate openDay,
        List<PlannedVendor> vendors,
        List<PlannedTerminal> terminals,
        List<Person> people,
        boolean demonstrationRule,
        Desks desks) {

    /** A city with the rules of the house and no others, in which nobody works. */
    public CityPlan(
            LocalDate openDay, List<PlannedVendor> vendors, List<PlannedTerminal> terminals, List<Person> people) {
        this(openDay, vendors, terminals, people, false, Desks.NONE);
    }

    /** A vendor to be. */
    public record PlannedVendor(String code, String name, String kind) {}

    /**
     * A terminal to be.
     *
     * @param placeKind what kind of place it stands in; null: nothing is known
     * @param spot where it stands; null: nobody knows
     * @param feeds kinds of attestation that it may supply
     */
    public record PlannedTerminal(
            long id,
            String vendorCode,
            Set<Service> services,
            @Nullable String placeKind,
            @Nullable Spot spot,
            Set<String> feeds) {

        /** One of which no more is known. */
        public PlannedTerminal(long id, String vendorCode, Set<Service> services) {
            this(id, vendorCode, services, null, null, Set.of());
        }
    }

    /** A place on the map, in millionths of a degree (WGS 84). */
    public record Spot(int latE6, int lonE6) {}

    /**
     * A holder to be; the last card is the live one.
     *
     * @param hukou null without a Shenzhen hukou
     * @param identity null: somebody whom nobody registered, of whom only what rules ask is known
     */
    public record Person(
            LocalDate bornOn,
            @Nullable District hukou,
            Set<Category> categories,
            List<PlannedCard> cards,
            @Nullable Identity identity) {

        /** Somebody whom nobody registered. */
        public Person(LocalDate bornOn, @Nullable District hukou, Set<Category> categories, List<PlannedCard> cards) {
            this(bornOn, hukou, categories, cards, null);
        }
    }

    /**
     * Who a holder is.
     *
     * @param servedBy whose counters serve them
     */
    public record Identity(String name, IdDocument document, String phone, District servedBy) {
        /** Shows nothing, though nobody is meant. */
        @Override
        public String toString() {
            return "Identity";
        }
    }

    /** A card to be. */
    public record PlannedCard(int serial, CardStatus status) {}

    /**
     * The counters of a city, what lies in them, and its staff.
     *
     * @param firstSerial of the range of numbers that the stock has
     * @param cardsEach in the stock of each counter, and of the city
     */
    public record Desks(
            List<PlannedCounter> counters, List<PlannedStaff> staff, int firstSerial, int lastSerial, int cardsEach) {
        /** Nobody works there. */
        public static final Desks NONE = new Desks(List.of(), List.of(), 0, 0, 0);
    }

    /** A counter to be. */
    public record PlannedCounter(String name, District district, Counter.Kind kind) {}

    /**
     * Somebody who works there, ready to sign in.
     *
     * @param counter where, by its name; null: for the whole city
     */
    public record PlannedStaff(
            String account,
            String name,
            Role role,
            @Nullable String counter) {}

    /** Since when a planted person has been what they are; long before any tap. */
    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
}
