/**
 * The files that banks take and give: pain.001.001.09 (CustomerCreditTransferInitiationV09), the same orders as CSV,
 * and pain.002.001.10 (CustomerPaymentStatusReportV10).
 *
 * <p>Written with StAX, element by element in the order of the schema, so that the same orders are the same bytes: a
 * file is signed and may be compared years later. The JDK's own StAX is asked for by name; whatever another library
 * brings to the class path would write other white space. Read with StAX too, with no document type, no entities and
 * bounds on size, depth and text: what comes from outside gets no parser that opens addresses.
 *
 * <p>A Chinese account has no IBAN: its number stands under {@code Othr}, and its bank under {@code ClrSysMmbId} with
 * the clearing system CNAPS and the 12 digits of the branch. Rejected: JAXB classes of the whole schema (thousands of
 * lines for thirty elements).
 *
 * <p>Imports the JDK's XML, Commons CSV and core's money alone.
 */
package cn.suinian.settlement.payout.iso20022;
