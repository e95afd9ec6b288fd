package cn.suinian.gateway.console.reconciliation.rule;

import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;

/** What the pages of rules say. */
public enum RuleText implements Phrase {
    LEAD(
            "每次比对之后，限额以内的差错按规则接受或驳回。规则从不动钱，有人办理过的差错不适用。",
            "After each comparison, breaks within the limits are accepted or rejected."
                    + " Rules never move money, and leave alone what people worked on."),
    NONE("没有规则", "There are no rules"),
    NONE_LINE(
            "没有规则时，每条差错都由人工处理。结算主管可以申请新增。",
            "Without rules people look at every break. A settlement supervisor may ask for one."),
    IN_FORCE("现行规则", "Rules in force"),
    SIGNED_BY("申请人 · 复核人", "Asked by · approved by"),
    SINCE("%s 起", "since %s"),
    NUMBER("规则", "Rule"),
    ACT("处理", "What is done"),
    ACCEPT("接受：差额已知，不再处理", "Accept: the difference is known and stays"),
    REJECT("驳回：不认可商户的申报", "Reject: the vendor's claim is refused"),
    MOST("单笔风险金额上限", "At most at risk in one break"),
    MOST_DAY("同一商户同一营业日合计上限", "At most for one vendor and day together"),
    BASIS("依据", "Basis"),
    BASIS_HINT("谁决定的，写在哪里，例如文件名和文号。1 至 200 字。", "Who decided so, and where it is written. 1 to 200 characters."),
    YUAN_HINT("元，最多两位小数，例如 1.50。", "Yuan, up to two decimals, for example 1.50."),
    YUAN_WRONG("金额应为元，最多两位小数。", "Write an amount in yuan, with up to two decimals."),
    CHOOSE_ONE("请选择一项。", "Choose one."),
    NEW("申请新规则", "Ask for a rule"),
    NEW_LINE(
            "另一位主管复核同意后，从下一次比对起生效。单笔最高 100 元，合计最高 1,000 元；同一商户、营业日、类别的规则合用一个额度。",
            "It holds from the next comparison on once another supervisor approves it. At most 100 yuan for one break"
                    + " and 1,000 yuan together; rules for one vendor, day and kind share what they may resolve."),
    ADD("申请", "Ask for it"),
    ASKED("已申请（%s），等待另一位主管复核。", "It is asked for (%s). Another supervisor has to approve it."),
    END("停用", "End"),
    END_QUESTION("停用规则 %s？", "End rule %s?"),
    END_CONSEQUENCE("以后不再适用；已按它处理的差错不变。", "It holds no longer. What it resolved stays."),
    ENDED("规则已停用。", "The rule has ended.");

    private final String zh;
    private final String en;

    RuleText(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What a rule does, in words. */
    public static RuleText of(ResolutionRule.Act act) {
        return switch (act) {
            case ACCEPT -> ACCEPT;
            case REJECT -> REJECT;
        };
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
