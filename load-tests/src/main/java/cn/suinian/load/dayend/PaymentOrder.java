package cn.suinian.load.dayend;

import cn.suinian.load.console.ConsoleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A payment order as the bank reads it (pain.001.001.09).
 *
 * @param sumFen as the file says, in fen
 */
record PaymentOrder(String messageId, long sumFen, List<Transfer> transfers) {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /** One payment; the number is that of the creditor's account. */
    record Transfer(String id, long fen, String account) {}

    static PaymentOrder read(byte[] file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
            List<Transfer> transfers = new ArrayList<>();
            NodeList all = document.getElementsByTagNameNS(NAMESPACE, "CdtTrfTxInf");
            for (int i = 0; i < all.getLength(); i++) {
                Element each = (Element) all.item(i);
                Element account = (Element)
                        each.getElementsByTagNameNS(NAMESPACE, "CdtrAcct").item(0);
                transfers.add(new Transfer(text(each, "EndToEndId"), fen(text(each, "InstdAmt")), text(account, "Id")));
            }
            Element root = document.getDocumentElement();
            PaymentOrder order = new PaymentOrder(text(root, "MsgId"), fen(text(root, "CtrlSum")), transfers);
            long sum = transfers.stream().mapToLong(Transfer::fen).sum();
            if (sum != order.sumFen) {
                throw new ConsoleException("pain.001 says " + order.sumFen + " fen and its payments come to " + sum);
            }
            return order;
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("no bank could read this pain.001: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String text(Element within, String name) throws IOException {
        NodeList found = within.getElementsByTagNameNS(NAMESPACE, name);
        if (found.getLength() == 0) {
            throw new ConsoleException("pain.001 without " + name);
        }
        return found.item(0).getTextContent().strip();
    }

    private static long fen(String yuan) {
        int point = yuan.indexOf('.');
        String whole = point < 0 ? yuan : yuan.substring(0, point);
        String rest = point < 0 ? "" : yuan.substring(point + 1);
        return Long.parseLong(whole + (rest + "00").substring(0, 2));
    }
}
