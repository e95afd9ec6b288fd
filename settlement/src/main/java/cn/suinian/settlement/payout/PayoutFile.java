package cn.suinian.settlement.payout;

import cn.suinian.core.crypto.Signature;
import java.time.Instant;

/**
 * A file of a batch, without what is in it.
 *
 * @param sm3 hexadecimal
 * @param signature SM2 over the content, which the key of the denylist made; kept apart from the file
 */
public record PayoutFile(
        long fileNo, long batchNo, Kind kind, String name, int bytes, String sm3, Signature signature, Instant madeAt) {

    /** What it is; the names are stored. */
    public enum Kind {
        /** ISO 20022. */
        PAIN_001(".pain.001.xml"),
        /** For spreadsheets. */
        CSV_UTF8(".utf8.csv"),
        /** For banks' desktop programs. */
        CSV_GB18030(".gb18030.csv");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String fileName(String messageId) {
            return messageId + ending;
        }
    }

    /** A file with its content. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Content(PayoutFile file, byte[] bytes) {}
}
