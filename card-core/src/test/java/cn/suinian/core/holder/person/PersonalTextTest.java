package cn.suinian.core.holder.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.refusal.RefusedException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTest {

    @ParameterizedTest
    @CsvSource({
        "' 测试　甲 ', 测试 甲",
        "买买提•测试, 买买提·测试",
        "ＴＥＳＴ person, TEST person",
        "O'Test-Case, O'Test-Case",
        "\uD842\uDFB7测, \uD842\uDFB7测"
    })
    void takesANameAsTheDocumentHasIt(String typed, String name) {
        assertThat(PersonalText.name(typed, "name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "测", "7测试", "测试2", "<b>测试</b>", "=cmd", "测\u202e", "\uD842\uDFB7"})
    void refusesWhatIsNoName(String typed) {
        assertThat(refusal(() -> PersonalText.name(typed, "name"))).isEqualTo("NAME_WRONG at name");
    }

    @Test
    void comparesNamesByTheirLetters() {
        assertThat(PersonalText.comparedName("Test  Person-B")).isEqualTo(PersonalText.comparedName("ＴＥＳＴＰＥＲＳＯＮＢ"));
        assertThat(PersonalText.comparedName("买买提·测试")).isEqualTo("买买提测试");
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "+86 138 0013 8000, 13800138000",
        "0086-13800138000, 13800138000",
        "（0755）8888 0000, 075588880000",
        "+852 9123-4567, +85291234567",
        "00853 6612 3456, +85366123456",
        "１３８００１３８０００, 13800138000"
    })
    void takesAPhoneAsPeopleWriteIt(String typed, String phone) {
        assertThat(PersonalText.phone(typed, "phone")).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "1380013800", "91234567", "+1 202 555 0100", "138001380000", "1380013800x"})
    void refusesWhatIsNoPhone(String typed) {
        assertThat(refusal(() -> PersonalText.phone(typed, "phone"))).isEqualTo("PHONE_WRONG at phone");
    }

    @Test
    void checksTheLastDigitOfABankCardAndTheLengthOfAnAccount() {
        assertThat(PersonalText.bankAccount("6222 0000 0000 0000 004", "bankAccount"))
                .isEqualTo("6222000000000000004");
        assertThat(refusal(() -> PersonalText.bankAccount("6222000000000000003", "bankAccount")))
                .isEqualTo("BANK_ACCOUNT_WRONG at bankAccount");
        assertThat(PersonalText.bankAccount("440000123456", "bankAccount")).isEqualTo("440000123456");
        assertThat(refusal(() -> PersonalText.bankAccount("44000012345", "bankAccount")))
                .isEqualTo("BANK_ACCOUNT_WRONG at bankAccount");
        assertThat(PersonalText.bankAccount(" ", "bankAccount")).isNull();
        assertThat(PersonalText.phone(null, "phone")).isNull();
    }

    @Test
    void aReasonHasFiveCharactersAndNoNumberOfAPerson() {
        assertThat(PersonalText.reason(" 来窗口 更正 ", "reason")).isEqualTo("来窗口 更正");
        assertThat(PersonalText.reason("2026-11 至 12 的第3次", "reason")).isNotEmpty();
        assertThat(PersonalText.reason("同名同姓，登记错人", "reason")).isEqualTo("同名同姓，登记错人");
        assertThat(refusal(() -> PersonalText.reason("电话１３８００１３８０００", "reason")))
                .isEqualTo("REASON_HOLDS_NUMBER at reason");
        assertThat(refusal(() -> PersonalText.reason("改号", "reason"))).isEqualTo("REASON_LENGTH at reason");
        assertThat(refusal(() -> PersonalText.reason("x".repeat(201), "reason")))
                .isEqualTo("REASON_LENGTH at reason");
        assertThat(refusal(() -> PersonalText.reason("证号 440000194101010019", "reason")))
                .isEqualTo("REASON_HOLDS_NUMBER at reason");
    }

    @Test
    void aReasonHasNoNumberInChineseNumerals() {
        assertThat(refusal(() -> PersonalText.reason("电话一三八〇〇一三八〇〇〇", "reason")))
                .isEqualTo("REASON_HOLDS_NUMBER at reason");
    }

    @Test
    void masksTheSameWayEverywhere() {
        assertThat(Mask.name("测试甲")).isEqualTo("测**");
        assertThat(Mask.name("\uD842\uDFB7测")).isEqualTo("\uD842\uDFB7*");
        assertThat(Mask.name("Test Person")).isEqualTo("T*** P***");
        assertThat(Mask.phone("13800138000")).isEqualTo("138****8000");
        assertThat(Mask.phone("+85291234567")).isEqualTo("+85*****4567");
        assertThat(Mask.bankAccount("622202123456")).isEqualTo("********3456");
        assertThat(Mask.bornOn(LocalDate.of(1941, 2, 3))).isEqualTo("1941-**-**");
    }

    private static String refusal(Supplier<Object> reading) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, reading::get);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.getMessage();
    }
}
