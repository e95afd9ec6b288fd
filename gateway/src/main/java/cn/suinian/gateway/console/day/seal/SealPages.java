package cn.suinian.gateway.console.day.seal;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.seal.DaySeal;
import cn.suinian.settlement.seal.Sealing;
import cn.suinian.settlement.seal.publication.Publishing;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seal of a day. */
public final class SealPages {

    private final Sealing sealing;
    private final Publishing publishing;

    public SealPages(Sealing sealing, Publishing publishing) {
        this.sealing = sealing;
        this.publishing = publishing;
    }

    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get(DayPath.DAY + "/seal", Permission.DAY_VIEW, this::page));
    }

    private Answer page(Visit visit) throws SQLException {
        LocalDate day = DayPath.day(visit);
        Optional<DaySeal> seal = sealing.find(day);
        boolean published = seal.isPresent() && publishing.find(day).isPresent();
        return Answer.page("day/seal/page.jte", Map.of("view", new SealView(visit.frame(), day, seal, published)));
    }
}
