package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.democity.CityPlan.Person;
import cn.suinian.gateway.democity.CityPlan.PlannedCard;
import cn.suinian.gateway.democity.CityPlan.PlannedTerminal;
import cn.suinian.gateway.democity.CityPlan.PlannedVendor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads a city plan from a JSON file; the first thing that is wrong is named by its path in the file. */
public final class CityPlanFile {

    private CityPlanFile() {}

    /**
     * Reads the plan.
     *
     * @throws IllegalArgumentException that names what is wrong in the file
     */
    public static CityPlan read(Path file) {
        try {
            JsonNode plan = new ObjectMapper().readTree(file.toFile());
            return new CityPlan(
                    value(plan, "openDay", LocalDate::parse),
                    each(plan, "vendors", CityPlanFile::vendor),
                    each(plan, "terminals", CityPlanFile::terminal),
                    each(plan, "cards", CityPlanFile::person));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the city plan " + file + " cannot be read as JSON", unreadable);
        }
    }

    private static PlannedVendor vendor(JsonNode node) {
        return new PlannedVendor(text(node, "code"), text(node, "name"), text(node, "kind"));
    }

    private static PlannedTerminal terminal(JsonNode node) {
        Set<Service> services = EnumSet.noneOf(Service.class);
        services.addAll(each(node, "services", service -> Service.valueOf(service.asText())));
        return new PlannedTerminal(
                value(node, "terminalId", Long::parseLong),
                text(node, "vendor"),
                services,
                node.hasNonNull("placeKind") ? text(node, "placeKind") : null,
                null,
                node.has("feeds") ? Set.copyOf(each(node, "feeds", JsonNode::asText)) : Set.of());
    }

    private static Person person(JsonNode node) {
        JsonNode district = node.path("hukouDistrict");
        CardNumber card = value(
                node,
                "cardNo",
                digits -> CardNumber.parse(digits)
                        .orElseThrow(() -> new IllegalArgumentException("not a card number of this issuer")));
        Set<Category> categories =
                new LinkedHashSet<>(each(node, "categories", category -> Category.valueOf(category.asText())));
        return new Person(
                value(node, "bornOn", LocalDate::parse),
                district.isTextual() ? value(node, "hukouDistrict", District::valueOf) : null,
                categories,
                List.of(new PlannedCard(card.serial(), value(node, "status", CardStatus::valueOf))));
    }

    private static <T> List<T> each(JsonNode node, String name, Function<JsonNode, T> read) {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException("the city plan has no list " + name);
        }
        return StreamSupport.stream(list.spliterator(), false).map(read).toList();
    }

    private static String text(JsonNode node, String name) {
        return value(node, name, text -> text);
    }

    private static <T> T value(JsonNode node, String name, Function<String, T> read) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the city plan lacks the text " + name);
        }
        try {
            return read.apply(value.asText());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("the city plan has a wrong " + name + ": " + wrong.getMessage(), wrong);
        }
    }
}
