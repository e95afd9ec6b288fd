package cn.suinian.core.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.audit.AuditRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reason stays in the audit trail for good: what belongs to a person does not get in, however it is written. */
class StatedReasonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "证件440000194810200021",
                "4400001948-10200021",
                "440000 1948-10-20 0021",
                "４４００００１９４８１０２００２１",
                "44000019481020002X",
                "四四〇〇〇〇一九四八一〇二〇〇〇二一",
                "肆肆零零零零壹玖肆捌壹零贰零",
                "电话 138-0013-8000",
                "电话 138.0013.8000",
                "电话 幺三八〇〇一三八〇〇〇",
                "138\u200b0013\u200b8000",
                "138‑0013–8000",
                "138·0013·8000",
                "1380013８０００",
                "١٣٨٠٠١٣٨٠٠٠",
                "香港 9123 4567",
                "(0755)8888 0000",
                "卡 12345678",
                "生于1948-10-20",
                "账号 6222 0000 0000 0000 004",
                "证件 A123456(3)",
                "证件 A1234563",
                "证件 H12345678"
            })
    void aNumberOfAPersonIsRefused(String reason) {
        assertThatThrownBy(() -> StatedReason.of(reason, AuditRefusal.REASON_WANTED))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(ReasonRefusal.REASON_HOLDS_NUMBER);
                    assertThat(refused.field()).isEqualTo("reason");
                    assertThat(refused.getMessage()).doesNotContain(reason);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "在公交车上丢失",
                "2026-11-23 的对账单缺第 3 行",
                "20261123 重复入账",
                "2026-11-01 2026-11-30 两日",
                "2026-11-23 14:30 重启",
                "2026/11/2 起，至 2026.11.30",
                "多付 1234567.89 元",
                "二〇二六年十一月",
                "一二三次都没有回音",
                "粤财社〔2026〕12号",
                "第 1、2、3、4、5、6、7、8、9 笔",
                "same words 59"
            })
    void daysAmountsAndCountsAreNone(String reason) {
        assertThat(StatedReason.of(reason, AuditRefusal.REASON_WANTED)).isEqualTo(reason);
    }

    @Test
    void itIsOneLineOfSomething() {
        for (String wrong : new String[] {" ", "a\nb", "x".repeat(201)}) {
            assertThatThrownBy(() -> StatedReason.of(wrong, AuditRefusal.REASON_WANTED))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(AuditRefusal.REASON_WANTED));
        }
    }
}
