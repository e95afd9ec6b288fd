package cn.suinian.settlement.payout.iso20022;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a file of ours orders, read back from its bytes alone: nothing of it comes from what wrote it.
 *
 * @param messageIds all that the file calls itself; none in a CSV
 * @param counts every number of payments that it states
 * @param sums every sum that it states, in yuan
 * @param orders each as {@code id yuan}, in the order of the file
 */
public record WrittenOrders(Set<String> messageIds, Set<String> counts, Set<String> sums, List<String> orders) {
    private static final int CSV_ID = 0;
    private static final int CSV_COUNT = 1;
    private static final int CSV_AMOUNT = 6;

    public WrittenOrders {
        messageIds = Set.copyOf(messageIds);
        counts = Set.copyOf(counts);
        sums = Set.copyOf(sums);
        orders = List.copyOf(orders);
    }

    /**
     * Reads a pain.001.
     *
     * @throws IOException when it is no XML
     */
    public static WrittenOrders ofXml(byte[] content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> names = new LinkedHashSet<>();
        Set<String> counts = new LinkedHashSet<>();
        Set<String> sums = new LinkedHashSet<>();
        List<String> orders = new ArrayList<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            String id = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "MsgId", "PmtInfId" -> names.add(xml.getElementText());
                        case "NbOfTxs" -> counts.add(xml.getElementText());
                        case "CtrlSum" -> sums.add(xml.getElementText());
                        case "EndToEndId" -> id = xml.getElementText();
                        case "InstdAmt" -> orders.add(id + ' ' + xml.getElementText());
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException("no well-formed XML", broken);
        }
        return new WrittenOrders(names, counts, sums, orders);
    }

    /**
     * Reads a table of {@link BankCsv}.
     *
     * @throws IOException when it is none
     */
    public static WrittenOrders ofCsv(byte[] content, Charset charset) throws IOException {
        try (CSVParser parser =
                CSVParser.parse(new InputStreamReader(new ByteArrayInputStream(content), charset), CSVFormat.RFC4180)) {
            List<CSVRecord> rows = parser.getRecords();
            if (rows.size() < 2 || rows.stream().anyMatch(row -> row.size() <= CSV_AMOUNT)) {
                throw new IOException("no table of orders");
            }
            CSVRecord last = rows.get(rows.size() - 1);
            List<String> orders = rows.subList(1, rows.size() - 1).stream()
                    .map(row -> row.get(CSV_ID) + ' ' + row.get(CSV_AMOUNT))
                    .toList();
            return new WrittenOrders(Set.of(), Set.of(last.get(CSV_COUNT)), Set.of(last.get(CSV_AMOUNT)), orders);
        }
    }
}
