package cn.suinian.gateway.console.payout.bank;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of the bank's answers and of returned payments say. */
public enum BankText implements Phrase {
    TITLE("银行回执", "The bank's answers"),
    LEAD(
            "导入银行的状态文件（pain.002）。每个文件只处理一次；再次导入只显示当时的结果。",
            "Status files of the bank (pain.002). Each counts once; sent again, it shows what came of it."),
    FILE("状态文件", "Status file"),
    FILE_HINT("pain.002.001.10，XML，不超过 16 MB。", "pain.002.001.10, XML, at most 16 MB."),
    FILE_TOO_LARGE("文件超过 16 MB，请向银行核对。", "The file is larger than 16 MB; ask the bank."),
    FILE_WANTED("请选择银行的状态文件。", "Choose the bank's status file."),
    SEND("导入", "Import"),
    NONE("还没有导入过回执", "No answer yet"),
    NONE_LINE("批次发送后，把银行给的状态文件导入这里。", "After a batch was sent, import the status file that the bank gives."),
    TAKEN("已导入的回执", "Answers so far"),
    NUMBER("编号", "Number"),
    ANSWER("回执 %s", "Answer %s"),
    NAME("文件名", "File"),
    MESSAGE("银行报文号", "The bank's message"),
    BATCH("所指批次", "About"),
    RECEIVED("导入", "Taken in"),
    TAKEN_SAID("回执已处理，共 %s 行。", "The answer is taken in, %s rows."),
    TAKEN_BUT(
            "回执已导入，共 %1$s 行，其中 %2$s 行没有处理，请向银行核实。",
            "The answer is taken in, %1$s rows; %2$s did nothing: ask the bank."),
    TAKEN_BEFORE(
            "这个文件以前导入过，没有重复处理。下面是当时的结果。",
            "This very file was taken before; nothing was done now. This is what came of it."),
    EFFECTS("处理结果", "What came of it"),
    EFFECT("结果", "Effect"),
    COUNT("行数", "Rows"),
    ROWS_CAPTION("逐行结果", "Row by row"),
    SCOPE("范围", "About"),
    ID("编号", "Id"),
    CODE("银行代码", "Code"),
    BANK_REASON("银行说明", "The bank's reason"),
    PAYMENT("付款", "Payment"),
    GROUP("整个文件", "Whole file"),
    PAYMENT_INFORMATION("一组付款", "A group of payments"),
    TRANSACTION("一笔付款", "A payment"),
    ACCEPTED("已受理或到账", "Taken on or arrived"),
    REJECTED("拒付，重新应付", "Rejected, payable again"),
    RETURNED("退回，重新应付", "Came back, payable again"),
    NOTED("已记录，无变化", "Noted, nothing changes"),
    UNCHANGED("已知，无变化", "Known already"),
    UNKNOWN_ID("没有处理：不是我方的付款编号，请向银行核实", "Not done: no payment of that batch has this number; ask the bank"),
    UNKNOWN_STATUS("没有处理：银行代码未知，请向银行核实", "Not done: a code that we do not know; ask the bank"),
    CONTRADICTS("没有处理：与以前的回执矛盾，请向银行核实", "Not done: contradicts what the bank said before; ask the bank"),
    AMOUNT_DIFFERS("没有处理：金额或币种与我方不同，请向银行核实", "Not done: another amount or currency than ordered; ask the bank"),
    BANK_AMOUNT("银行所写金额：%s", "The bank writes %s"),
    ANY_EFFECT("全部结果", "Every effect"),
    RETURNS("退回款项", "Returned payments"),
    RETURNS_LEAD(
            "银行拒付或退回的款项已重新列为应付，但写明处理结果之前不向该商户付款。导入回执的人不能写；付后退回的由结算主管写。",
            "What the bank rejected or returned is owed again, and its vendor is paid nothing until somebody wrote "
                    + "down why: another person than who took the bank's answer, of what had arrived a supervisor."),
    NO_RETURNS("没有待处理的退回款项", "No returned payment waits"),
    NO_RETURNS_LINE("银行回执中有拒付或退回时，会出现在这里。", "They appear here when the bank rejects or returns a payment."),
    OPEN_ONLY("只看待处理", "Waiting only"),
    KIND("类别", "Kind"),
    RESOLUTION("处理结果", "Resolution"),
    RESOLVE("写明处理结果", "Resolve"),
    RESOLVE_QUESTION("付款 %s 的处理结果", "What was found about payment %s"),
    RESOLVE_LINE(
            "例如：账户已销户，新账户已复核。款项随下一批次再付。",
            "As: the account was closed, a new one is confirmed. The next batch pays it again."),
    DISPROVE("退回不成立", "It never came back"),
    DISPROVE_QUESTION("付款 %s 没有退回", "Payment %s never came back"),
    DISPROVE_LINE(
            "银行说明这笔款项其实已付出时用。另一位主管同意后：记一笔冲回退回的分录，这笔付款恢复为已付，商户不再暂停付款。导入回执的人不能申请，也不能复核。",
            "For when the bank says that it had paid after all. Once another supervisor agrees, the return is taken "
                    + "back in the journal, the payment counts as paid and its vendor is no longer blocked. Who "
                    + "took the bank's answer neither asks nor decides."),
    EVIDENCE("依据", "Evidence"),
    EVIDENCE_HINT(
            "银行给了什么，例如：银行书面说明及日期、当日银行流水。不写账号等号码。最多 500 字。",
            "What the bank gave, as its letter and date, or that day's statement of the account. No account numbers. "
                    + "At most 500 characters."),
    DISPROVE_ASKED_SAID("已提交，等另一位主管复核。", "It waits for another supervisor."),
    DISPROOF("退回不成立：付款 %s", "Payment %s never came back"),
    DISPROOF_LINE(
            "请自己向银行核实，不只看下面写的依据。同意后这笔钱不会再付；如果其实退回了，商户就拿不到。",
            "Ask the bank yourself; do not go by the evidence below alone. Once you agree this money is not paid "
                    + "again: if it did come back, the vendor is left without it."),
    AGREE("同意：没有退回", "Agree: it never came back"),
    DISAGREE("不同意", "Do not agree"),
    DISAGREE_REASON("不同意的原因", "Why not"),
    DISPROVED_SAID("已记账：这笔付款没有退回。", "It is booked: this payment never came back."),
    DISAGREED_SAID("退回照旧待处理。", "The return waits as before."),
    DISPUTED("有人申请退回不成立，待复核", "Said to have never come back; waits for a second person"),
    UNDONE("退回不成立", "Never came back"),
    YOU_TOOK_IT("导入这份回执的是您，须由另一人写明", "You took this answer in: another person resolves it"),
    SUPERVISORS_ONLY("付后退回的，由结算主管写明", "It had arrived: a supervisor resolves it"),
    RESOLVED_SAID("处理结果已记录。", "It is written down."),
    OPEN("待处理", "Waits"),
    ACCOUNT("查看账户", "See the account");

    private final String zh;
    private final String en;

    BankText(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
