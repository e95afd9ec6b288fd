package cn.suinian.settlement.payout.iso20022;

import cn.suinian.settlement.payout.iso20022.StatusReport.Amount;
import cn.suinian.settlement.payout.iso20022.StatusReport.Scope;
import cn.suinian.settlement.payout.iso20022.StatusReport.Status;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads pain.002.001.10, as far as we need it. Elements that it does not know are passed over. */
public final class StatusReportXml {
    /** Longest file in bytes. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String GROUP = "/Document/CstmrPmtStsRpt/OrgnlGrpInfAndSts";
    private static final String INFORMATION = "/Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts";
    private static final String TRANSACTION = INFORMATION + "/TxInfAndSts";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_STATUSES = 50_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 140;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Status> statuses = new ArrayList<>();
    private final Draft group = new Draft();
    private String messageId = "";
    private Draft information = new Draft();
    private Draft transaction = new Draft();

    /** A status as it is being read. */
    private static final class Draft {
        String id = "";
        String code = "";

        @Nullable
        String reason;

        @Nullable
        Amount amount;
    }

    private StatusReportXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a report.
     *
     * @throws UnreadableReportException when it is none, or is larger than it may be
     */
    public static StatusReport read(byte[] content) throws UnreadableReportException {
        if (content.length > MOST_BYTES) {
            throw new UnreadableReportException("larger than " + MOST_BYTES + " bytes", "超过 " + MOST_BYTES + " 字节");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("outside");
        });
        try {
            return new StatusReportXml(factory.createXMLStreamReader(new ByteArrayInputStream(content))).document();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw new UnreadableReportException("no well-formed XML at line " + line, "第 " + line + " 行起不是完整的 XML");
        }
    }

    private StatusReport document() throws XMLStreamException, UnreadableReportException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw unreadable("a document type or an entity, which are not taken", "含有不接受的文档类型声明或实体");
                default -> {}
            }
        }
        if (messageId.isEmpty() || group.id.isEmpty()) {
            throw unreadable("no message identification", "没有报文编号");
        }
        return new StatusReport(messageId, group.id, statuses);
    }

    private void start() throws XMLStreamException, UnreadableReportException {
        if (path.size() >= DEEPEST) {
            throw unreadable("elements nested too deep", "元素嵌套过深");
        }
        if (!NAMESPACE.equals(xml.getNamespaceURI()) && path.size() < 3) {
            throw unreadable("an element that is not of pain.002.001.10", "含有不属于 pain.002.001.10 的元素");
        }
        String here = path.isEmpty() ? "/" + xml.getLocalName() : path.getLast() + "/" + xml.getLocalName();
        path.addLast(here);
        switch (here) {
            case INFORMATION -> information = new Draft();
            case TRANSACTION -> transaction = new Draft();
            case "/Document/CstmrPmtStsRpt/GrpHdr/MsgId" -> messageId = text();
            case GROUP + "/OrgnlMsgId" -> group.id = text();
            case GROUP + "/GrpSts" -> group.code = text();
            case GROUP + "/StsRsnInf/Rsn/Cd", GROUP + "/StsRsnInf/Rsn/Prtry" -> group.reason = text();
            case INFORMATION + "/OrgnlPmtInfId" -> information.id = text();
            case INFORMATION + "/PmtInfSts" -> information.code = text();
            case INFORMATION + "/StsRsnInf/Rsn/Cd", INFORMATION + "/StsRsnInf/Rsn/Prtry" -> information.reason = text();
            case TRANSACTION + "/OrgnlEndToEndId" -> transaction.id = text();
            case TRANSACTION + "/TxSts" -> transaction.code = text();
            case TRANSACTION + "/StsRsnInf/Rsn/Cd", TRANSACTION + "/StsRsnInf/Rsn/Prtry" -> transaction.reason = text();
            case TRANSACTION + "/OrgnlTxRef/Amt/InstdAmt" -> transaction.amount = amount();
            default -> {}
        }
    }

    private Amount amount() throws XMLStreamException, UnreadableReportException {
        String currency = xml.getAttributeValue(null, "Ccy");
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw unreadable("an amount without its currency", "金额没有写明币种");
        }
        return new Amount(text(), currency);
    }

    private void end() throws UnreadableReportException {
        switch (path.getLast()) {
            case GROUP -> keep(Scope.GROUP, group);
            case INFORMATION -> keep(Scope.PAYMENT_INFORMATION, information);
            case TRANSACTION -> keep(Scope.TRANSACTION, transaction);
            default -> {}
        }
        path.removeLast();
    }

    private void keep(Scope scope, Draft draft) throws UnreadableReportException {
        if (draft.code.isEmpty()) {
            return;
        }
        if (statuses.size() >= MOST_STATUSES) {
            throw unreadable("more than " + MOST_STATUSES + " statuses", "超过 " + MOST_STATUSES + " 条状态");
        }
        statuses.add(new Status(scope, draft.id, draft.code, draft.reason, draft.amount));
    }

    /** The text of the element just begun, which has no elements in it; its end is read too. */
    private String text() throws XMLStreamException, UnreadableReportException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
                        throw unreadable(
                                "a text longer than " + LONGEST_TEXT + " characters", "有文字超过 " + LONGEST_TEXT + " 字");
                    }
                    text.append(xml.getText());
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw unreadable("something else than text where text belongs", "应为文字的地方有别的内容");
            }
        }
        path.removeLast();
        String found = text.toString().strip();
        if (found.codePoints().anyMatch(Character::isISOControl)) {
            throw unreadable("a control character in a text", "文字中有控制字符");
        }
        return found;
    }

    private UnreadableReportException unreadable(String why, String zh) {
        int line = xml.getLocation().getLineNumber();
        return new UnreadableReportException(why + ", at line " + line, zh + "（第 " + line + " 行）");
    }
}
