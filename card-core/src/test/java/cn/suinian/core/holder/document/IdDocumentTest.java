package cn.suinian.core.holder.document;

import static cn.suinian.core.holder.document.DocumentKind.HOME_RETURN_PERMIT;
import static cn.suinian.core.holder.document.DocumentKind.RESIDENCE_PERMIT;
import static cn.suinian.core.holder.document.DocumentKind.RESIDENT_CARD;
import static cn.suinian.core.holder.document.DocumentKind.TAIWAN_PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.Seeds;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.refusal.RefusedException;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdDocumentTest {
    /** The worked example of the standard, as published with it. */
    private static final String EXAMPLE = "11010519491231002X";

    static LongStream seeds() {
        return Seeds.list();
    }

    @Test
    void readsBirthAndSexFromAResidentCard() {
        IdDocument document = IdDocument.read(RESIDENT_CARD, EXAMPLE, "number");
        assertThat(document.bornOn()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(document.sex()).isEqualTo(Sex.FEMALE);
        assertThat(document.personKey()).isEqualTo(EXAMPLE);
        assertThat(document.masked()).isEqualTo("110*************2X");
        assertThat(document).asString().doesNotContain(EXAMPLE, "19491231");
    }

    @Test
    void readsWhatWasMeant() {
        for (String typed : new String[] {"11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"}) {
            assertThat(IdDocument.read(RESIDENT_CARD, typed, "number").number()).isEqualTo(EXAMPLE);
        }
        assertThat(IdDocument.read(HOME_RETURN_PERMIT, "ｈ1234-5678", "number").number())
                .isEqualTo("H12345678");
    }

    /** MOD 11-2 promises this for every number. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noSingleWrongDigitAndNoTwoInTheWrongOrderPass(long seed) {
        Random random = new Random(seed);
        String number = Numbers.resident(random);
        assertThat(IdDocument.read(RESIDENT_CARD, number, "number").number()).isEqualTo(number);
        for (int place = 0; place < number.length(); place++) {
            for (char other : "0123456789X".toCharArray()) {
                if (other != number.charAt(place)) {
                    String wrong = number.substring(0, place) + other + number.substring(place + 1);
                    assertThat(refusal(RESIDENT_CARD, wrong)).as(wrong).isNotNull();
                }
            }
            if (place > 0 && number.charAt(place) != number.charAt(place - 1)) {
                String swapped = number.substring(0, place - 1)
                        + number.charAt(place)
                        + number.charAt(place - 1)
                        + number.substring(place + 1);
                assertThat(refusal(RESIDENT_CARD, swapped)).as(swapped).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPermitIsAResidentNumberOfItsOwnAreas(long seed) {
        Random random = new Random(seed);
        String area = new String[] {"810000", "820000", "830000"}[random.nextInt(3)];
        LocalDate born = LocalDate.of(1930 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
        int sequence = random.nextInt(1000);
        IdDocument permit = IdDocument.read(RESIDENCE_PERMIT, Numbers.of(area, born, sequence), "number");
        assertThat(permit.bornOn()).isEqualTo(born);
        assertThat(permit.sex()).isEqualTo(sequence % 2 == 1 ? Sex.MALE : Sex.FEMALE);
        assertThat(refusal(RESIDENT_CARD, permit.number())).isEqualTo("DOCUMENT_AREA at number");
        assertThat(refusal(RESIDENCE_PERMIT, Numbers.resident(random))).isEqualTo("DOCUMENT_AREA at number");
        assertThat(IdDocument.recognise(permit.number())).contains(permit);
    }

    @Test
    void aHomeReturnPermitIsItsPersonsThroughEveryIssue() {
        IdDocument first = IdDocument.read(HOME_RETURN_PERMIT, "H1234567801", "number");
        IdDocument third = IdDocument.read(HOME_RETURN_PERMIT, "H1234567803", "number");
        IdDocument today = IdDocument.read(HOME_RETURN_PERMIT, "h12345678", "number");
        assertThat(first.personKey())
                .isEqualTo(third.personKey())
                .isEqualTo(today.personKey())
                .isEqualTo("H12345678");
        assertThat(third.reissue()).isEqualTo("03");
        assertThat(today.reissue()).isEmpty();
        assertThat(first.bornOn()).isNull();
        assertThat(IdDocument.read(HOME_RETURN_PERMIT, "M12345678", "number").personKey())
                .isNotEqualTo(first.personKey());
    }

    @Test
    void aTaiwanPassHasEightDigitsAndAnOldOneTenCharacters() {
        IdDocument today = IdDocument.read(TAIWAN_PASS, "01234567", "number");
        IdDocument old = IdDocument.read(TAIWAN_PASS, "0123456702", "number");
        assertThat(old.personKey()).isEqualTo(today.personKey()).isEqualTo("01234567");
        assertThat(old.reissue()).isEqualTo("02");
        assertThat(today.masked()).isEqualTo("012***67");
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_CARD, '', DOCUMENT_MISSING",
        "RESIDENT_CARD, ' - ', DOCUMENT_MISSING",
        "RESIDENT_CARD, 11010519491231002, DOCUMENT_LENGTH",
        "RESIDENT_CARD, 11010519491231002XX, DOCUMENT_LENGTH",
        "RESIDENT_CARD, 1101051949123100X2, DOCUMENT_CHARACTERS",
        "RESIDENT_CARD, 11010519491231002A, DOCUMENT_CHARACTERS",
        "RESIDENT_CARD, 1101051949123100٠X, DOCUMENT_CHARACTERS",
        "RESIDENT_CARD, 99010519491231002X, DOCUMENT_AREA",
        "RESIDENT_CARD, 11010519490229002X, DOCUMENT_DATE",
        "RESIDENT_CARD, 11010518891231002X, DOCUMENT_DATE",
        "RESIDENT_CARD, 110105194912310021, DOCUMENT_CHECK_DIGIT",
        "HOME_RETURN_PERMIT, A12345678, DOCUMENT_CHARACTERS",
        "HOME_RETURN_PERMIT, H1234567, DOCUMENT_LENGTH",
        "HOME_RETURN_PERMIT, H123456780, DOCUMENT_LENGTH",
        "HOME_RETURN_PERMIT, H1234567X, DOCUMENT_CHARACTERS",
        "TAIWAN_PASS, 1234567, DOCUMENT_LENGTH",
        "TAIWAN_PASS, 123456789, DOCUMENT_LENGTH",
        "TAIWAN_PASS, 1234567B, DOCUMENT_CHARACTERS"
    })
    void saysWhatIsWrong(DocumentKind kind, String typed, String expected) {
        assertThat(refusal(kind, typed)).isEqualTo(expected + " at number");
    }

    private static String refusal(DocumentKind kind, String typed) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> IdDocument.read(kind, typed, "number"));
        return refused == null ? null : refused.getMessage();
    }
}
