package cn.suinian.core.approval;

import cn.suinian.core.refusal.Refusal;

/** Why a second signature is not asked for or not given. */
public enum ApprovalRefusal implements Refusal {
    NOT_A_PERSON("须由工作人员本人办理，程序不能申请或复核。", "A member of staff must do this: no program asks for or gives a signature."),
    ALREADY_ASKED("已有待复核的申请，请等待复核。", "It has been asked for already and waits for a decision."),
    NO_SUCH_REQUEST("没有找到该申请。", "There is no such request."),
    ALREADY_DECIDED("该申请已复核，无需再办。", "This request has been decided already."),
    NOT_YOURS("只有申请人本人可以撤回申请。", "Only whoever asked can take a request back."),
    SAME_PERSON("经办人不能复核自己的申请，请另一位主管复核。", "Whoever asked cannot decide. Another supervisor must.");

    private final String zh;
    private final String en;

    ApprovalRefusal(String zh, String en) {
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
