package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.console.CounterTown;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * People of Nanshan who are registered at its counter and tap at readers of another node.
 *
 * @param town where they are registered
 * @param node whose readers they tap at
 */
record NanshanPeople(CounterTown town, TerminalStand node) {

    /** Somebody new of 76, with a hukou there. */
    Person registered() throws SQLException {
        String number = HolderDesk.number(LocalDate.of(1950, 6, 1));
        String name = HolderDesk.name();
        String phone = "137" + number.substring(number.length() - 5, number.length() - 1) + "8000";
        Registration registration = new Registration(
                List.of(new GivenDocument(DocumentKind.RESIDENT_CARD, number)),
                name,
                Registration.Birth.IN_THE_DOCUMENT,
                null,
                new Registration.Contact(phone, null),
                new Registration.Residence(District.NANSHAN, District.NANSHAN, LocalDate.of(2000, 1, 1), "户口簿"),
                List.of(),
                "2026-01",
                null,
                Set.of());
        Registered outcome =
                town.offices.holders().register(town.clerk.session().actor(), registration);
        return new Person(((Registered.NewHolder) outcome).holderId(), name, number, phone);
    }

    /** A tap that has to be approved. */
    void tap(TapJson tap) throws IOException {
        assertThat(reason(tap)).isEqualTo("null");
    }

    /** Why a tap is declined; the text null: it is not. */
    String reason(TapJson tap) throws IOException {
        return String.valueOf(node.send(tap.request()).json().get("reason").textValue());
    }
}
