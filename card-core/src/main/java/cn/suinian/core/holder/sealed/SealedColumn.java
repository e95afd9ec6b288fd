package cn.suinian.core.holder.sealed;

/**
 * A column of sealed values. Its place, {@code table.column}, is authenticated with every value: never rename one. The
 * last ones are settlement's, whose tables a database of cards alone does not have.
 */
public enum SealedColumn {
    NAME("holder_person", "holder_id", "name_sealed"),
    PHONE("holder_person", "holder_id", "phone_sealed"),
    BANK_ACCOUNT("holder_person", "holder_id", "bank_account_sealed"),
    BIRTH_EVIDENCE("holder_person", "holder_id", "birth_evidence_sealed"),
    DOCUMENT_NUMBER("holder_document", "document_no", "number_sealed"),
    PHOTO("holder_photo", "photo_no", "content_sealed"),
    OLD_VALUE("holder_change", "change_no", "old_sealed"),
    STATEMENT_EVIDENCE("holder_statement", "statement_no", "evidence_sealed"),
    EVENT_EVIDENCE("holder_event", "event_no", "evidence_sealed"),
    BULK_FILE("bulk_file", "file_no", "label_sealed"),
    BULK_ROW("bulk_row", "row_id", "content_sealed"),
    SECOND_FACTOR("staff", "staff_id", "totp_secret"),
    SECOND_FACTOR_DRAFT("staff_session", "session_id", "enrolling"),
    KEPT_ANSWER("api_idempotency", "call_no", "response"),
    BREAK_ATTACHMENT("break_attachment", "attachment_no", "content_sealed"),
    PAYOUT_ACCOUNT("bank_account_version", "version_no", "number_sealed"),
    PAYMENT_FILE("payment_file", "file_no", "content_sealed"),
    BANK_STATUS_FILE("bank_status_file", "file_no", "content_sealed"),
    ALLOWANCE_PAYEE("allowance_payee", "payee_no", "content_sealed"),
    UNCLEAR_REPLY("allowance_unclear_reply", "reply_no", "text_sealed");

    private final String table;
    private final String key;
    private final String column;

    SealedColumn(String table, String key, String column) {
        this.table = table;
        this.key = key;
        this.column = column;
    }

    /** The table, which a database of cards alone may not have. */
    public String table() {
        return table;
    }

    String key() {
        return key;
    }

    String column() {
        return column;
    }

    /** {@code table.column}. */
    public String place() {
        return table + "." + column;
    }
}
