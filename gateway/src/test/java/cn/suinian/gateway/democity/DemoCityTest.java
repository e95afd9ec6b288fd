package cn.suinian.gateway.democity;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoCityTest {

    private final CityPlan city = DemoCity.plan(LocalDate.of(2026, 11, 23));

    /** Whoever plans a day of taps counts on it: what came first stays first, whatever is added. */
    @Test
    void ridesAndLunchesAreWhereTheyAlwaysWere() {
        assertThat(city.terminals().subList(0, 150))
                .extracting(PlannedTerminal::services)
                .allMatch(services -> services.contains(Service.TRANSIT) || services.contains(Service.MEAL));
        assertThat(city.terminals().get(0).id()).isEqualTo(440_301_001_001L);
        assertThat(city.terminals().get(40).id()).isEqualTo(440_302_001_001L);
        assertThat(city.terminals().get(149).id()).isEqualTo(440_303_040_001L);
        assertThat(city.people()).hasSize(2_000);
    }

    @Test
    void theCardOpensEveryKindOfPlace() {
        assertThat(of(Service.VENUE)).filteredOn(Objects::nonNull).hasSize(8).doesNotHaveDuplicates();
        assertThat(of(Service.VOUCHER)).containsExactlyInAnyOrder("HOME_CARE", "CARE_INSTITUTION");
        assertThat(of(Service.ALLOWANCE)).hasSize(District.values().length);
    }

    @Test
    void oneTerminalSuppliesAttestations() {
        assertThat(city.terminals())
                .filteredOn(terminal -> !terminal.feeds().isEmpty())
                .singleElement()
                .satisfies(feed -> assertThat(feed.feeds()).contains("FITNESS_CERTIFICATE"));
    }

    @Test
    void everyTerminalHasANumberOfItsOwnAndStandsInShenzhenAtAKnownVendor() {
        assertThat(city.terminals()).extracting(PlannedTerminal::id).doesNotHaveDuplicates();
        assertThat(city.terminals().stream().map(PlannedTerminal::vendorCode).collect(toSet()))
                .isEqualTo(city.vendors().stream().map(PlannedVendor::code).collect(toSet()));
        assertThat(city.terminals()).allSatisfy(terminal -> {
            assertThat(Objects.requireNonNull(terminal.spot()).latE6()).isBetween(22_400_000, 22_870_000);
            assertThat(Objects.requireNonNull(terminal.spot()).lonE6()).isBetween(113_740_000, 114_630_000);
        });
    }

    private List<String> of(Service service) {
        return city.terminals().stream()
                .filter(terminal -> terminal.services().contains(service))
                .map(PlannedTerminal::placeKind)
                .toList();
    }
}
