package cn.suinian.gateway.counter;

import cn.suinian.core.holder.document.Numbers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who does not exist, as counter software registers them. */
record Elder(String document, String name, String phone, String bankAccount, String district) {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    static Elder another() {
        int n = PEOPLE.incrementAndGet();
        String han = new String(Character.toChars(0x4e00 + n)) + new String(Character.toChars(0x5000 + n));
        return new Elder(
                Numbers.of("440000", LocalDate.of(1940, 1, 1).plusDays(n), n % 1000),
                "试" + han,
                "138" + String.format("%08d", n),
                "6230580000" + String.format("%08d", n),
                "FUTIAN");
    }

    Elder in(String other) {
        return new Elder(document, name, phone, bankAccount, other);
    }

    Elder named(String other) {
        return new Elder(document, other, phone, bankAccount, district);
    }

    /** Somebody else with the same name and birthday. */
    Elder namesake() {
        LocalDate born = LocalDate.parse(document.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        return new Elder(Numbers.of("440000", born, 998), name, phone, bankAccount, district);
    }

    String json() {
        return json("");
    }

    /** With more members, each after a comma. */
    String json(String more) {
        return "{\"documents\":[{\"kind\":\"RESIDENT_CARD\",\"number\":\"" + document + "\"}],\"name\":\"" + name
                + "\",\"phone\":\"" + phone + "\",\"bankAccount\":\"" + bankAccount + "\",\"district\":\"" + district
                + "\",\"hukou\":\"" + district + "\",\"hukouSince\":\"2000-01-01\",\"hukouEvidence\":\"户口簿\""
                + ",\"consentVersion\":\"2026-01\"" + more + "}";
    }
}
