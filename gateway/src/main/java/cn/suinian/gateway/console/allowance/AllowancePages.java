package cn.suinian.gateway.console.allowance;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.account.KeptPages;
import cn.suinian.gateway.console.allowance.account.ReturnsPages;
import cn.suinian.gateway.console.allowance.desk.ApplyPages;
import cn.suinian.gateway.console.allowance.message.MessagePages;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.office.AllowanceOffice;
import java.util.List;
import java.util.stream.Stream;

/** Every page of the old-age allowance. */
public final class AllowancePages {

    /** Of the head of every page. */
    public static final Section SECTION = new Section(
            Area.SETTLEMENT, "/allowance", Permission.ALLOWANCE_VIEW, AllowanceText.TITLE, AllowanceText.SECTION_LINE);

    private final AllowanceOffice office;

    public AllowancePages(AllowanceOffice office) {
        this.office = office;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return Guard.around(Stream.of(
                        new MonthPages(office).routes(),
                        new RunPages(office).routes(),
                        new StepPages(office).routes(),
                        new FilePages(office).routes(),
                        new LinePages(office).routes(),
                        new ClaimPages(office).routes(),
                        new RefundPages(office).routes(),
                        new LatePages(office).routes(),
                        new KeptPages(office).routes(),
                        new ReturnsPages(office).routes(),
                        new EnrolmentPages(office).routes(),
                        new MessagePages(office).routes(),
                        new ApplyPages(office).routes())
                .flatMap(List::stream)
                .toList());
    }
}
