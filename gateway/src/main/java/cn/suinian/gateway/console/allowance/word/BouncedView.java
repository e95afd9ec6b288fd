package cn.suinian.gateway.console.allowance.word;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.settlement.allowance.outcome.Bounced;
import java.util.List;
import java.util.Objects;

/** Who on a list is paid to the account that the bank returned money from, ready to print. */
public record BouncedView(Frame frame, long runNo, Bounced bounced) {

    /** What it says. */
    public enum Text implements Phrase {
        TITLE("银行退回后账户没有变的人", "Returned by the bank, account unchanged"),
        LINE(
                "%s 人的上一笔被银行退回，登记的收款账户至今没有变，本批次仍付到那个账户。账户已销户或有误的，请先请本人到柜台更正，再重新生成名单。",
                "The last payment of %s came back and their account is the same since: this run pays to it again. Where"
                        + " it is closed or wrong, have it corrected at a counter first, and make the list again."),
        HOLDER("持卡人", "Holder"),
        RUN("退回的批次", "Run that came back"),
        CODE("银行说的原因", "What the bank said"),
        MORE("只列出前 %s 人。", "The first %s of them.");

        private final String zh;
        private final String en;

        Text(String zh, String en) {
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

    /** A person. */
    public record Row(String holder, String path, String run, String runPath, String code) {}

    public String say(Text phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public boolean any() {
        return bounced.people() > 0;
    }

    public String line() {
        return say(Text.LINE, Figures.count(bounced.people()));
    }

    /** That there are more than are named; empty: there are not. */
    public String more() {
        int named = bounced.first().size();
        return bounced.people() > named ? say(Text.MORE, Figures.count(named)) : "";
    }

    public List<Row> rows() {
        return bounced.first().stream()
                .map(each -> new Row(
                        Long.toString(each.holderId()),
                        "/allowance/runs/" + runNo + "/holders/" + each.holderId(),
                        Long.toString(each.runNo()),
                        "/allowance/runs/" + each.runNo(),
                        Objects.requireNonNullElse(BankReason.text(each.code(), frame.language()), each.code())))
                .toList();
    }
}
