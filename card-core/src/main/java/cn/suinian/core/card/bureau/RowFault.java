package cn.suinian.core.card.bureau;

/**
 * A line of the bureau's file that changes nothing.
 *
 * @param line from 1
 */
public record RowFault(int line, Problem problem) {

    /** What is wrong with it. */
    public enum Problem {
        TOO_LONG("此行过长", "The line is too long"),
        COLUMNS("此行无法按列读取", "The line cannot be read as columns"),
        CARD_NUMBER("卡号不是本系统的卡号", "This is no card number of ours"),
        STATUS("状态须为 OK 或 FAILED", "The status must be OK or FAILED"),
        CHIP_SERIAL("芯片号须为 8 至 32 位十六进制", "A chip serial has 8 to 32 hexadecimal digits"),
        CHIP_REUSED("芯片号已用于另一张卡", "The chip serial is that of another card"),
        UNKNOWN_CARD("此卡不在本批次内", "The card is not of this order"),
        DUPLICATE("此卡在文件中出现过", "The card came earlier in the file"),
        CONTRADICTS("与此前的结果矛盾，请与制卡厂核实", "This contradicts what is known of the card; ask the bureau");

        private final String zh;
        private final String en;

        Problem(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** In Simplified Chinese. */
        public String zh() {
            return zh;
        }

        /** In English. */
        public String en() {
            return en;
        }
    }
}
