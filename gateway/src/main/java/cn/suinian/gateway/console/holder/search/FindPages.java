package cn.suinian.gateway.console.holder.search;

import cn.suinian.core.holder.lookup.Hits;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one box that finds a holder. */
public final class FindPages {

    /** Where holders are found. */
    public static final String PATH = "/holders";

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.NONE, PATH, Permission.HOLDER_SEARCH, FindText.TITLE, FindText.SECTION_LINE);

    private final HolderRegister holders;

    public FindPages(HolderRegister holders) {
        this.holders = holders;
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(PATH, Permission.HOLDER_SEARCH, visit -> page(visit, Problems.NONE, null)),
                ConsoleRoute.act(PATH, Permission.HOLDER_SEARCH, this::find, null));
    }

    /** What is refused has a page of 200 too: what stands in a page is only replaced by one. */
    private Answer find(Visit visit) throws SQLException {
        try {
            SearchText text = SearchText.of(visit.typed().text("q"));
            return page(visit, Problems.NONE, holders.find(visit.actor(), text));
        } catch (RefusedException refused) {
            return page(visit, Problems.of(refused), null);
        }
    }

    private static Answer page(Visit visit, Problems problems, @Nullable Hits hits) {
        return Answer.page("holder/find.jte", Map.of("view", new FindView(visit.form(problems), hits)));
    }
}
