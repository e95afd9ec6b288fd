package cn.suinian.settlement.payout.iso20022;

import cn.suinian.core.money.Fen;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Party;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Transfer;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes pain.001.001.09: one group, one payment information for the one debtor, a transaction for each order. */
public final class CreditTransferXml {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final XMLStreamWriter xml;

    private CreditTransferXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes orders, in UTF-8 without white space between elements; does not close the output.
     *
     * @throws XMLStreamException when the output failed
     */
    public static void write(CreditTransfers orders, OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        new CreditTransferXml(xml).document(orders);
        xml.flush();
    }

    private void document(CreditTransfers orders) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        groupHeader(orders);
        paymentInformation(orders);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void groupHeader(CreditTransfers orders) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        text("MsgId", orders.messageId());
        text("CreDtTm", SECONDS.format(orders.createdAt()));
        totals(orders);
        name("InitgPty", orders.debtor());
        xml.writeEndElement();
    }

    private void paymentInformation(CreditTransfers orders) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        text("PmtInfId", orders.messageId());
        text("PmtMtd", "TRF");
        text("BtchBookg", "false");
        totals(orders);
        xml.writeStartElement("ReqdExctnDt");
        text("Dt", orders.executeOn().toString());
        xml.writeEndElement();
        name("Dbtr", orders.debtor());
        account("DbtrAcct", orders.debtor());
        agent("DbtrAgt", orders.debtor());
        for (Transfer transfer : orders.transfers()) {
            transaction(transfer);
        }
        xml.writeEndElement();
    }

    private void totals(CreditTransfers orders) throws XMLStreamException {
        text("NbOfTxs", Integer.toString(orders.transfers().size()));
        text("CtrlSum", Fen.yuan(orders.totalFen()));
    }

    private void transaction(Transfer transfer) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        text("InstrId", transfer.id());
        text("EndToEndId", transfer.id());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "CNY");
        xml.writeCharacters(Fen.yuan(transfer.fen()));
        xml.writeEndElement();
        xml.writeEndElement();
        agent("CdtrAgt", transfer.creditor());
        name("Cdtr", transfer.creditor());
        account("CdtrAcct", transfer.creditor());
        xml.writeStartElement("RmtInf");
        text("Ustrd", transfer.text());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void name(String element, Party party) throws XMLStreamException {
        xml.writeStartElement(element);
        text("Nm", party.name());
        xml.writeEndElement();
    }

    private void account(String element, Party party) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        xml.writeStartElement("Othr");
        text("Id", party.account());
        xml.writeEndElement();
        xml.writeEndElement();
        text("Ccy", "CNY");
        xml.writeEndElement();
    }

    private void agent(String element, Party party) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("FinInstnId");
        xml.writeStartElement("ClrSysMmbId");
        xml.writeStartElement("ClrSysId");
        text("Prtry", "CNAPS");
        xml.writeEndElement();
        text("MmbId", party.bankCode());
        xml.writeEndElement();
        text("Nm", party.bankName());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
