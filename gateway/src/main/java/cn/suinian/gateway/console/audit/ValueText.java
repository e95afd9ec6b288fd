package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.page.Phrase;

/** What the codes among the values of an entry mean, where no other room has words; each has the name of the code. */
enum ValueText implements Phrase {
    TRUE("是", "yes"),
    FALSE("否", "no"),
    ALL("全部", "all"),
    SHOWN("已显示", "shown"),
    LEFT_OUT("未显示", "left out"),

    ORDERED("已下单", "ordered"),
    IN_STOCK("在库", "in stock"),
    ISSUED("已领卡，未启用", "issued"),
    ACTIVE("使用中", "active"),
    LOST("已挂失", "lost"),
    REPLACED("已换卡", "replaced"),
    CANCELLED("已注销或取消", "cancelled"),
    SPOILT("已报废", "spoilt"),
    STORE("总库", "the store"),

    OPEN("未结", "open"),
    ASKED("待复核", "asked for"),
    HEALED("自行对平", "healed"),
    ACCEPTED("已接受", "accepted"),
    ADJUSTED("已调账", "adjusted"),
    REJECTED("已驳回", "rejected"),
    LINKED("已关联", "linked"),
    ACCEPT("接受", "accept"),
    REJECT("驳回", "reject"),
    READY("可对账", "ready"),
    HELD("暂存", "held"),
    WITHDRAWN("已撤回", "withdrawn"),
    RETURNED("已退回", "returned"),

    TRANSIT("公交地铁", "transit"),
    MEAL("助餐", "meals"),
    ALLOWANCE("高龄津贴", "allowance"),
    VENUE("场馆", "venues"),
    VOUCHER("居家服务券", "home-care vouchers"),
    BANK_BRANCH("银行网点", "bank branch"),
    COMMUNITY_DESK("社区窗口", "community desk"),

    PASSWORD("密码", "password"),
    CODE("验证码", "code"),
    PROVIDER("统一身份", "provider of identity");

    private final String zh;
    private final String en;

    ValueText(String zh, String en) {
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
