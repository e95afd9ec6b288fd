package cn.suinian.core.holder.register;

import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.person.Photo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different. Null leaves a value as it is; an empty phone or bank account removes it.
 *
 * @param document the number of a document: in the place of the one of its kind, or beside the others
 * @param evidence how it is known, for a document's number and a date of birth
 * @param consentVersion of the text that the person signed now
 */
public record Correction(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String bankAccount,
        @Nullable Sex sex,
        @Nullable LocalDate bornOn,
        @Nullable GivenDocument document,
        @Nullable String evidence,
        @Nullable String consentVersion,
        @Nullable Photo photo) {

    /** Of nothing; to be followed by what is to be different. */
    public static Correction none() {
        return new Correction(null, null, null, null, null, null, null, null, null);
    }

    /** The same with another name. */
    public Correction withName(String corrected) {
        return new Correction(corrected, phone, bankAccount, sex, bornOn, document, evidence, consentVersion, photo);
    }

    /** The same with another phone. */
    public Correction withPhone(String corrected) {
        return new Correction(name, corrected, bankAccount, sex, bornOn, document, evidence, consentVersion, photo);
    }

    /** The same with another bank account. */
    public Correction withBankAccount(String corrected) {
        return new Correction(name, phone, corrected, sex, bornOn, document, evidence, consentVersion, photo);
    }

    /** The same with the other sex. */
    public Correction withSex(Sex corrected) {
        return new Correction(name, phone, bankAccount, corrected, bornOn, document, evidence, consentVersion, photo);
    }

    /** The same with another date of birth. */
    public Correction withBornOn(LocalDate corrected, String by) {
        return new Correction(name, phone, bankAccount, sex, corrected, document, by, consentVersion, photo);
    }

    /** The same with a document. */
    public Correction withDocument(GivenDocument corrected, String by) {
        return new Correction(name, phone, bankAccount, sex, bornOn, corrected, by, consentVersion, photo);
    }

    /** The same with a newer consent. */
    public Correction withConsent(String version) {
        return new Correction(name, phone, bankAccount, sex, bornOn, document, evidence, version, photo);
    }

    /** The same with a newer photo. */
    public Correction withPhoto(Photo newer) {
        return new Correction(name, phone, bankAccount, sex, bornOn, document, evidence, consentVersion, newer);
    }

    @Override
    public String toString() {
        return "a correction";
    }
}
