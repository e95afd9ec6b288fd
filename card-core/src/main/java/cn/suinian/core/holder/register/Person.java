package cn.suinian.core.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A holder's own data, in full. Its text form shows nothing.
 *
 * @param rowVersion what was read; written with the next one
 */
record Person(
        long holderId,
        int rowVersion,
        String name,
        @Nullable String phone,
        @Nullable String bankAccount,
        LocalDate bornOn,
        @Nullable String birthEvidence,
        @Nullable LocalDate deceasedOn,
        Sex sex,
        District district,
        String consentVersion,
        Instant consentAt) {

    Person servedBy(District other) {
        return new Person(
                holderId,
                rowVersion,
                name,
                phone,
                bankAccount,
                bornOn,
                birthEvidence,
                deceasedOn,
                sex,
                other,
                consentVersion,
                consentAt);
    }

    Person consenting(String version, Instant at) {
        return new Person(
                holderId,
                rowVersion,
                name,
                phone,
                bankAccount,
                bornOn,
                birthEvidence,
                deceasedOn,
                sex,
                district,
                version,
                at);
    }

    @Override
    public String toString() {
        return "holder " + holderId;
    }
}
