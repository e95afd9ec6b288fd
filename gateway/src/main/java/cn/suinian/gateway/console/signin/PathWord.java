package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of the addresses of acts in words: whoever sends on what was kept reads what it does. */
public enum PathWord implements Phrase {
    ACCEPT("接受", "accept"),
    ACCOUNT("我的账号", "my account"),
    ACCOUNT_STATEMENTS("对账单", "account statements"),
    ACCOUNTS("银行账户", "bank accounts"),
    ACTIVATE("激活", "activate"),
    ADJUST("调整", "adjust"),
    AGAIN("重新生成", "make again"),
    ALIKE("疑似同一人", "alike"),
    ALL("全部", "all"),
    ALLOWANCE("高龄津贴", "old-age allowance"),
    ASK("申请", "ask for"),
    ANSWER("答复", "answer"),
    ANSWERS("银行回执", "the bank's answers"),
    APPLY("提出申请", "apply"),
    APPROVALS("待复核", "second signatures"),
    APPROVE("批准", "approve"),
    ASSIGN("指派", "assign"),
    AUDIT("审计", "audit trail"),
    AUTHENTICATOR("验证器", "authenticator"),
    BATCHES("制卡订单", "card orders"),
    BREAKS("差错", "breaks"),
    BULK("批量名单", "bulk files"),
    CANCEL("取消、注销", "cancel"),
    CARD("新卡", "the new card"),
    CARDS("卡", "cards"),
    CASES("商户核查", "cases"),
    CATEGORIES("人员类别", "categories"),
    CHAIN("审计链", "audit chain"),
    CHANGE("变更", "change"),
    CHANGES("变更申请", "changes"),
    CHARTS("图表", "charts"),
    CHECK("核对", "check"),
    CLAIMS("领取", "claims"),
    CLIENTS("接口程序", "programs"),
    CLOSE("关账", "close"),
    COLLECTED("已领取", "collected"),
    COMMENT("备注", "comment"),
    COMPARE("比对", "compare"),
    CONFIRM("确认", "confirm"),
    CORRECT("更正", "correct"),
    COUNTERS("网点", "counters"),
    CSV("CSV", "CSV"),
    DAYS("业务日", "business days"),
    DEATH("登记去世", "record a death"),
    DECIDE("复核", "decide"),
    DISABLE("停用", "disable"),
    DISPROOF("退回不成立", "payment that never came back"),
    DISPROVE("申请退回不成立", "say that it never came back"),
    ENABLE("启用", "enable"),
    END("结束", "end"),
    FIND("查找", "find"),
    ENROLMENT("资格确认", "enrolment"),
    ERRORS("错误行", "errors"),
    EXCUSE("免对账", "excuse"),
    EXPORT("导出", "export"),
    FAULTS("错误", "faults"),
    FILE("发放文件", "pay file"),
    FILES("文件", "files"),
    FILTERS("筛选条件", "filters"),
    FORGET("删除", "forget"),
    FORMATS("文件格式", "formats"),
    FOUND("解挂", "found again"),
    HOLDERS("持卡人", "holders"),
    HOLDS("暂缓", "holds"),
    HUKOU("户籍", "hukou"),
    INCOMING("接收", "incoming"),
    INVITE("邀请", "invite"),
    ISSUE("领卡", "hand over a card"),
    ITEMS("核查项", "items"),
    KEPT_ACCOUNT("账户无误", "account that is good"),
    KEPT_RETURNS("整批账户无误", "accounts that are good"),
    KEY("密钥", "key"),
    LATE("迟到刷卡", "late taps"),
    LATE_RETURN("付后退回", "late return"),
    LENS("付款前核查", "look before payment"),
    LIMITS("限额", "limits"),
    LINES("明细", "lines"),
    LINK("关联", "link"),
    LIST("名单", "list"),
    LOST("挂失", "report lost"),
    MATCHED("已对上", "matched"),
    MESSAGES("短信", "messages"),
    MONTHS("月份", "months"),
    MOVE("区变更", "move"),
    MOVE_OUT("迁出", "move out"),
    NEW("新增", "new"),
    ORDER("下单", "order"),
    OTHER("不是同一人", "somebody else"),
    PAID("已付款", "paid"),
    PASSWORD("密码", "password"),
    PAYERS("付款方", "payers"),
    PAYMENTS("付款", "payments"),
    PAYOUTS("付款批次", "payouts"),
    PHOTO("照片", "photo"),
    PLACES("存放点", "places"),
    PROVIDER("统一身份", "provider of identity"),
    PUBLISH("公布", "publish"),
    RANGES("号段", "number ranges"),
    RECEIVE("收货", "receive"),
    RECONCILE("对账完成", "reconcile"),
    RECONCILIATION("对账", "reconciliation"),
    RECOVER("追款", "take back"),
    RECOVERIES("追款", "money taken back"),
    REFUSE("不同意", "refuse"),
    REJECT("驳回", "reject"),
    RELEASE("解除", "release"),
    RENAME("改名", "rename"),
    RENEW("续期", "renew"),
    REOPEN("重新打开", "reopen"),
    REPLACE("换卡", "replace"),
    REPLIES("答复文件", "file of replies"),
    REPLY("答复", "reply"),
    RESULTS("发放结果", "results"),
    RESUME("恢复", "resume"),
    RETURNED("退回", "returned"),
    REFUNDS("退还家属", "owed to families"),
    RETURNS("退款", "returns"),
    REVERSALS("冲正", "reversals"),
    ROLES("角色", "roles"),
    ROWS("行", "rows"),
    RULES("规则", "rules"),
    RUNS("发放批次", "runs"),
    SAME("同一人", "the same person"),
    SAMPLE("样本", "sample"),
    SEAL("封存", "seal"),
    SEAL_NOW("立即封存", "seal now"),
    SEARCH("查找", "search"),
    SECRET("密钥", "secret"),
    SEND("发送", "send"),
    SHOW("显示完整信息", "show in full"),
    SIGN_OUT("退出登录", "sign out"),
    SIGN_OUT_EVERYWHERE("在所有地方退出", "sign out everywhere"),
    SIGNATURE("签名", "signature"),
    SPOIL("报废", "spoil"),
    STAFF("人员", "staff"),
    STAGE("试读", "stage"),
    START("开始", "start"),
    STATEMENTS("对账文件", "statements"),
    STOCK("卡库存", "card stock"),
    SUSPEND("停用", "suspend"),
    TAKE("接收", "take"),
    TAPS("刷卡", "taps"),
    TERMINALS("终端", "terminals"),
    TICKED("已勾选", "ticked"),
    TOGETHER("一并办理", "several at once"),
    TODAY("今天", "today"),
    TRANSFER("调拨", "transfer"),
    UNDO_DEATH("撤销去世登记", "undo a death"),
    VENDORS("商户", "vendors"),
    WITHDRAW("撤回", "withdraw");

    private final String zh;
    private final String en;

    PathWord(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word for a part of an address; empty: a number, a code or a name. */
    public static Optional<PathWord> find(String part) {
        return Arrays.stream(values()).filter(word -> word.part().equals(part)).findFirst();
    }

    /** An address in words, and in it as they are the numbers of what it is about. */
    static String say(String path, Language language) {
        return Arrays.stream(path.replaceFirst("[?].*", "").split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> find(part).map(word -> word.in(language)).orElse(part))
                .collect(Collectors.joining(" › "));
    }

    private String part() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
