package cn.suinian.settlement.allowance.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyMeaningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "同意",
                " 同意 ",
                "同意。",
                "“同意”",
                "「同意」",
                "同意！！",
                "我同意",
                "我 同 意",
                "好的，同意",
                "好的同意",
                "同意申请",
                "我同意申请高龄津贴",
                "您好，我同意，谢谢！",
                "同意\u200b",
                "\u3000同意\u3000",
                "本人愿意申请",
                "我要申請",
                "同意同意",
                "同意了",
                "agree",
                "I agree.",
                "ＡＧＲＥＥ",
                "Yes, I agree"
            })
    void whoeverSaysYesInPoliteWordsAgrees(String text) {
        assertThat(ReplyMeaning.of(text)).isEqualTo(ReplyMeaning.AGREED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不",
                "不同意",
                "我不同意",
                "不用了，谢谢",
                "不需要",
                "不申请",
                "暂不申请",
                "暂不",
                "拒绝",
                "不 同 意",
                "不同意，我的身份证号是某某",
                "No",
                "I don't agree",
                "我不想申请"
            })
    void aClearNoRefuses(String text) {
        assertThat(ReplyMeaning.of(text)).isEqualTo(ReplyMeaning.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "好的",
                "1",
                "？",
                "你是谁",
                "我考虑一下",
                "暂不考虑",
                "同意吗",
                "同意取消",
                "同意什么",
                "不是不同意",
                "不，我同意",
                "同意。再考虑一下",
                "可以不申请吗",
                "同意不",
                "我儿子同意",
                "同意 不同意",
                "怎么申请",
                "yes",
                "agree or not",
                "同意，但是不要短信",
                "No problem",
                "不，好的",
                "不，等我儿子来办",
                "不要 忘了我",
                "不要 漏掉我 谢谢",
                "不想 错过",
                "不 识字 请打电话",
                "不 会写字",
                "不 明白",
                "No, call me please",
                "不用打电话 直接发钱",
                "同意申请？",
                "要申请津贴？",
                "想申请高龄津贴?"
            })
    void whatIsNeitherIsAsked(String text) {
        assertThat(ReplyMeaning.of(text)).isEqualTo(ReplyMeaning.UNCLEAR);
    }

    @Test
    void nothingWithANegationOrADoubtInItEverAgrees() {
        Random random = new Random(25);
        List<String> against = List.of("不", "暂不", "不要", "别", "没", "未", "拒绝", "考虑", "再说", "吗", "？不", "not ", "don't ");
        List<String> words =
                List.of("同意", "我", "申请", "好的", "，", "。", "“", "”", " ", "津贴", "了", "谢谢", "agree", "愿意", "要");
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            int place = random.nextInt(5);
            for (int i = 0; i < 5; i++) {
                text.append(i == place ? pick(random, against) : pick(random, words));
            }
            assertThat(ReplyMeaning.of(text.toString())).as("%s", text).isNotEqualTo(ReplyMeaning.AGREED);
        }
    }

    private static String pick(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
