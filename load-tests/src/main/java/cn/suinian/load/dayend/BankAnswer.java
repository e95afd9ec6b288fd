package cn.suinian.load.dayend;

import cn.suinian.load.dayend.PaymentOrder.Transfer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a bank says of a payment order (pain.002.001.10). */
final class BankAnswer {
    private static final String DOCUMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>%s</MsgId><CreDtTm>%s</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>
            <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
            %s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;
    private static final String SETTLED =
            "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>\n";
    private static final String RETURNED = "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
            + "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>\n";

    private BankAnswer() {}

    /** The money of all of them has arrived. */
    static byte[] settled(PaymentOrder order, String at) {
        StringBuilder statuses = new StringBuilder();
        order.transfers().forEach(transfer -> statuses.append(SETTLED.formatted(transfer.id())));
        return document(order, "ACSC-" + order.messageId(), at, statuses.toString());
    }

    /** These came back afterwards: the account is closed. */
    static byte[] returned(PaymentOrder order, List<Transfer> which, String at) {
        StringBuilder statuses = new StringBuilder();
        which.forEach(transfer -> statuses.append(RETURNED.formatted(transfer.id())));
        return document(order, "RJCT-" + order.messageId(), at, statuses.toString());
    }

    private static byte[] document(PaymentOrder order, String messageId, String at, String statuses) {
        String shortId = messageId.length() > 35 ? messageId.substring(0, 35) : messageId;
        return DOCUMENT.formatted(shortId, at, order.messageId(), order.messageId(), statuses)
                .getBytes(StandardCharsets.UTF_8);
    }
}
