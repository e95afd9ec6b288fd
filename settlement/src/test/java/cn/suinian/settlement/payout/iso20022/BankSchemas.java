package cn.suinian.settlement.payout.iso20022;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas of ISO 20022 as ISO publishes them, out of the jar of hbci4j. */
public final class BankSchemas {
    private BankSchemas() {}

    /** Fails where this is no valid order to pay, {@code pain.001.001.09}. */
    public static void validateOrders(byte[] xml) throws SAXException, IOException {
        validate("pain.001.001.09", xml);
    }

    /** Fails where this is no valid report of what became of orders, {@code pain.002.001.10}. */
    public static void validateReport(byte[] xml) throws SAXException, IOException {
        validate("pain.002.001.10", xml);
    }

    private static void validate(String message, byte[] xml) throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        String file = "/" + message + ".xsd";
        Schema schema = factory.newSchema(Objects.requireNonNull(BankSchemas.class.getResource(file), file));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }
}
