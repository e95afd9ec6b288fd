package cn.suinian.settlement.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Signature;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a day.
 *
 * @param sealNo from 1, without gaps
 * @param previousDay day of the seal before; null: this is the first
 * @param previousHash its hash; zeros for the first
 * @param sections in order, all of them
 * @param hash of the text
 * @param publicKey 65 bytes, of the key that signed the text
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it
public record DaySeal(
        LocalDate day,
        long sealNo,
        @Nullable LocalDate previousDay,
        byte[] previousHash,
        List<SectionSeal> sections,
        byte[] hash,
        Signature signature,
        byte[] publicKey,
        Instant sealedAt,
        String sealedBy) {

    public DaySeal {
        sections = List.copyOf(sections);
    }

    /** What is hashed and signed: lines of ASCII, each ended with a line feed. */
    public String text() {
        return text(sealNo, day, previousDay, previousHash, sections);
    }

    static String text(
            long sealNo,
            LocalDate day,
            @Nullable LocalDate previousDay,
            byte[] previousHash,
            List<SectionSeal> sections) {
        StringBuilder text = new StringBuilder("suinian seal 1\n")
                .append("no ")
                .append(sealNo)
                .append('\n')
                .append("day ")
                .append(day)
                .append('\n')
                .append("previous ")
                .append(previousDay == null ? "none" : previousDay)
                .append(' ')
                .append(Hex.encode(previousHash))
                .append('\n');
        for (SectionSeal section : sections) {
            text.append(section.section())
                    .append(' ')
                    .append(section.rows())
                    .append(' ')
                    .append(Hex.encode(section.root()))
                    .append('\n');
        }
        return text.toString();
    }

    /** The hash that its text has. */
    public byte[] hashOfText() {
        return Sm3.digest(text().getBytes(UTF_8));
    }

    /** Whether the signature is that of its public key over its text. */
    public boolean isSigned() {
        try {
            return Sm2PublicKey.decode(publicKey).verify(text().getBytes(UTF_8), Hex.decode(signature.hex()));
        } catch (IllegalArgumentException noKey) {
            return false;
        }
    }
}
