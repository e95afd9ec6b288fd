package cn.suinian.core.holder.register;

import java.time.LocalDate;
import java.util.List;

/**
 * What an event in somebody's life brought about.
 *
 * @param eventNo its number
 * @param cards the numbers of the live cards, masked
 * @param effects what stops, changes or comes back, and from when
 */
public record LifeEvent(long eventNo, List<String> cards, List<Effect> effects) {

    public LifeEvent {
        cards = List.copyOf(cards);
        effects = List.copyOf(effects);
    }

    /** One of them. */
    public record Effect(What what, LocalDate from) {}

    /** What can stop, change or come back. */
    public enum What {
        CARDS_REFUSED("卡片停用，下一次刷卡即被拒绝", "Cards are refused from the next tap on"),
        CARDS_WORK_AGAIN("卡片恢复使用", "Cards work again"),
        CARDS_TO_BE_CANCELLED("请收回并注销卡片", "The cards are to be taken back and cancelled"),
        BENEFITS_END("停止享受所有待遇", "All benefits end"),
        BENEFITS_AGAIN("恢复所有待遇", "All benefits are given again"),
        HUKOU_BENEFITS_END("停止享受户籍待遇（助餐补贴等）", "What the hukou brings ends, as the lunch subsidy"),
        ALLOWANCE_ENDS("高龄津贴停发", "The old-age allowance is no longer paid"),
        ALLOWANCE_AGAIN("高龄津贴恢复发放", "The old-age allowance is paid again"),
        PAYER_CHANGES("户籍待遇改由新的区出资", "The new district pays for what the hukou brings"),
        SERVED_BY_NEW_DISTRICT("改由新的区服务", "The new district serves them");

        private final String zh;
        private final String en;

        What(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** What a clerk and the holder's family read, in Simplified Chinese. */
        public String zh() {
            return zh;
        }

        /** The same in English. */
        public String en() {
            return en;
        }
    }
}
