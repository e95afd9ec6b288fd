package cn.suinian.load.replay;

import cn.suinian.load.screen.Screen;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a file of the open-data format as a stream, record by record. */
final class TapFileReader {
    private static final int PROGRESS_EVERY = 50_000;

    private final Screen screen;

    TapFileReader(Screen screen) {
        this.screen = screen;
    }

    /**
     * Reads a file to its end.
     *
     * @throws UnusableFileException when there is no such file, it is not JSON or it has no {@code data} array
     */
    TapFile read(Path file) throws UnusableFileException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableFileException("there is no file " + file);
        }
        RecordSorter sorter = new RecordSorter();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT || !findData(json)) {
                throw new UnusableFileException(file + " has no array 'data' of tap records");
            }
            readRecords(json, sorter);
        } catch (JsonProcessingException e) {
            throw new UnusableFileException(
                    "%s is not JSON: line %d, column %d: %s"
                            .formatted(
                                    file,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UnusableFileException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return sorter.sorted();
    }

    /** Moves to the start of the data array, past whatever else the page says of itself. */
    private static boolean findData(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isData = json.currentName().equals("data");
            if (json.nextToken() == JsonToken.START_ARRAY && isData) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    private void readRecords(JsonParser json, RecordSorter sorter) throws IOException {
        int number = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new IOException("it ends in the middle of the records");
            }
            number++;
            if (token == JsonToken.START_OBJECT) {
                sorter.add(new FileRecord(number, readValues(json)));
            } else {
                json.skipChildren();
                sorter.addNoRecord(number);
            }
            if (number % PROGRESS_EVERY == 0) {
                screen.progress("reading: %,d records".formatted(number));
            }
        }
    }

    private static Map<String, String> readValues(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL && !json.getText().isBlank()) {
                values.put(name, json.getText().strip());
            }
        }
        return values;
    }
}
