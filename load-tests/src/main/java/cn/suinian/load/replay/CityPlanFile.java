package cn.suinian.load.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Writes the city that a file of taps needs, in the form {@code SUINIAN_CITY_PLAN} takes. */
final class CityPlanFile {
    /** Old enough for free rides in any year whose data may be replayed. */
    private static final LocalDate BORN_ON = LocalDate.of(1945, 1, 1);

    private CityPlanFile() {}

    static void write(Path file, ReplayCity city, LocalDate openDay) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.writeStartObject();
            json.writeStringField("openDay", openDay.toString());
            writeVendors(json, city.vendorCodes());
            writeTerminals(json, city);
            writeCards(json, city);
            json.writeEndObject();
        }
    }

    private static void writeVendors(JsonGenerator json, Map<String, String> vendorCodes) throws IOException {
        json.writeArrayFieldStart("vendors");
        for (Map.Entry<String, String> vendor : vendorCodes.entrySet()) {
            json.writeStartObject();
            json.writeStringField("code", vendor.getValue());
            json.writeStringField("name", vendor.getKey());
            json.writeStringField("kind", ReplayCity.isMetro(vendor.getKey()) ? "METRO" : "BUS");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTerminals(JsonGenerator json, ReplayCity city) throws IOException {
        json.writeArrayFieldStart("terminals");
        for (Map.Entry<String, String> terminal : city.companyOfTerminal().entrySet()) {
            json.writeStartObject();
            json.writeStringField("terminalId", terminal.getKey());
            json.writeStringField("vendor", city.vendorCodes().get(terminal.getValue()));
            json.writeArrayFieldStart("services");
            json.writeString("TRANSIT");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeCards(JsonGenerator json, ReplayCity city) throws IOException {
        json.writeArrayFieldStart("cards");
        for (String cardNo : city.cardNumbers().values()) {
            json.writeStartObject();
            json.writeStringField("cardNo", cardNo);
            json.writeStringField("bornOn", BORN_ON.toString());
            json.writeNullField("hukouDistrict");
            json.writeArrayFieldStart("categories");
            json.writeEndArray();
            json.writeStringField("status", "ACTIVE");
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
