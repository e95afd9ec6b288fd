package cn.suinian.load.city;

import cn.suinian.load.frame.Sm4Key;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code demo-city.json}. */
public final class CityFile {
    private CityFile() {}

    /**
     * Reads a city as a stream, for one that was made for a replay may have a million cards.
     *
     * @throws IOException when the file cannot be read or lacks something, which the message names
     */
    public static City read(Path file) throws IOException {
        String baseUrl = "";
        List<CityTerminal> terminals = new ArrayList<>();
        List<CityCard> cards = new ArrayList<>();
        try (JsonParser json = new ObjectMapper().createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "baseUrl" -> baseUrl = json.getText();
                    case "terminals" -> readAll(json, terminals, CityFile::terminal);
                    case "cards" -> readAll(json, cards, CityFile::card);
                    default -> json.skipChildren();
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (baseUrl.isEmpty() || terminals.isEmpty() || cards.isEmpty()) {
            throw new IOException(file + ": baseUrl, terminals or cards are missing");
        }
        return new City(URI.create(baseUrl), List.copyOf(terminals), List.copyOf(cards));
    }

    private static <T> void readAll(JsonParser json, List<T> things, Function<JsonNode, T> read) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            things.add(read.apply(json.readValueAsTree()));
        }
    }

    private static CityTerminal terminal(JsonNode node) {
        Set<TapKind> kinds = EnumSet.noneOf(TapKind.class);
        elements(node, "services").map(JsonNode::asText).map(TapKind::valueOf).forEach(kinds::add);
        TerminalIdentity identity = new TerminalIdentity(
                text(node, "terminalId"), field(node, "keyVersion").intValue(), Sm4Key.ofHex(text(node, "key")));
        String placeKind = node.hasNonNull("placeKind") ? text(node, "placeKind") : null;
        return new CityTerminal(identity, text(node, "vendor"), kinds, placeKind);
    }

    private static CityCard card(JsonNode node) {
        return new CityCard(
                text(node, "cardNo"),
                Sm4Key.ofHex(text(node, "key")),
                field(node, "counter").longValue(),
                LocalDate.parse(text(node, "bornOn")),
                node.hasNonNull("hukouDistrict") ? text(node, "hukouDistrict") : null,
                elements(node, "categories").map(JsonNode::asText).collect(Collectors.toUnmodifiableSet()),
                text(node, "status"));
    }

    private static Stream<JsonNode> elements(JsonNode node, String name) {
        return StreamSupport.stream(field(node, name).spliterator(), false);
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    private static JsonNode field(JsonNode node, String name) {
        if (!node.hasNonNull(name)) {
            throw new IllegalArgumentException("no field '" + name + "'");
        }
        return node.get(name);
    }
}
