package cn.suinian.gateway.console;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.ConsoleDoor;
import cn.suinian.gateway.console.access.KeptForms;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.account.AccountPages;
import cn.suinian.gateway.console.allowance.AllowanceInbox;
import cn.suinian.gateway.console.allowance.AllowancePages;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.audit.AuditPages;
import cn.suinian.gateway.console.audit.AuditText;
import cn.suinian.gateway.console.batch.BatchPages;
import cn.suinian.gateway.console.bulk.BulkPages;
import cn.suinian.gateway.console.bulk.BulkText;
import cn.suinian.gateway.console.card.CardPages;
import cn.suinian.gateway.console.card.CardText;
import cn.suinian.gateway.console.day.DayFeature;
import cn.suinian.gateway.console.flags.FlagsPage;
import cn.suinian.gateway.console.holder.HolderFeature;
import cn.suinian.gateway.console.holder.page.WhatIsLeft;
import cn.suinian.gateway.console.home.HomePage;
import cn.suinian.gateway.console.home.HomeText;
import cn.suinian.gateway.console.lens.LensPages;
import cn.suinian.gateway.console.limit.LimitInbox;
import cn.suinian.gateway.console.limit.LimitPages;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Assets;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.FrameText;
import cn.suinian.gateway.console.page.HouseKey;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.payout.PayoutPages;
import cn.suinian.gateway.console.payout.SecondSignatures;
import cn.suinian.gateway.console.place.PlaceText;
import cn.suinian.gateway.console.place.TerminalActs;
import cn.suinian.gateway.console.place.TerminalPages;
import cn.suinian.gateway.console.place.VendorPages;
import cn.suinian.gateway.console.reconciliation.ReconciliationPages;
import cn.suinian.gateway.console.reconciliation.approval.Inbox;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.ConsoleRoutes;
import cn.suinian.gateway.console.route.Entrance;
import cn.suinian.gateway.console.signin.ProvePages;
import cn.suinian.gateway.console.signin.ProviderDoor;
import cn.suinian.gateway.console.signin.ProviderPages;
import cn.suinian.gateway.console.signin.SignInPages;
import cn.suinian.gateway.console.staff.ClientPages;
import cn.suinian.gateway.console.staff.ClientText;
import cn.suinian.gateway.console.staff.CounterPages;
import cn.suinian.gateway.console.staff.StaffActs;
import cn.suinian.gateway.console.staff.StaffPages;
import cn.suinian.gateway.console.staff.StaffText;
import cn.suinian.gateway.console.stock.StockPages;
import cn.suinian.gateway.console.stock.StockText;
import cn.suinian.gateway.console.tap.TapPage;
import cn.suinian.gateway.console.today.TodayPage;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.gateway.oidc.Provider;
import cn.suinian.settlement.limit.Limits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The staff console as one router: its pages, who may see them, and what holds for all. */
public final class Console {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final String RECONCILIATION = ReconciliationPages.SECTION.path();

    private final Vertx vertx;
    private final Pages pages;
    private final Assets assets = new Assets();
    private final HostCheck hosts;
    private final Set<String> proxies;
    private final ConsoleRoutes routes;

    /**
     * What a console is made of.
     *
     * @param database a pool of its own, see {@link #readOnly}, so that no page holds a connection a tap waits for
     * @param reference rules and terminals as this node knows them
     * @param offices what staff can do
     * @param sessions who is signed in
     * @param bindHost the address the console listens on; requests must name it, this machine, or a name of the door
     * @param hotline the telephone number that an elder calls when a card is lost
     * @param provider the house's provider of identity; empty: staff sign in here alone
     */
    public record Parts(
            Vertx vertx,
            SqlClient database,
            Supplier<Reference> reference,
            Clock clock,
            Offices offices,
            Sessions sessions,
            String bindHost,
            ConsoleDoor door,
            String hotline,
            Optional<Provider> provider) {}

    public Console(Parts parts) {
        this(parts, List.of(), List.of());
    }

    /** A console with more pages than its own. */
    Console(Parts parts, List<Section> moreSections, List<ConsoleRoute> moreRoutes) {
        this.vertx = parts.vertx();
        HouseKey key = new HouseKey(parts.offices().means().vault());
        KeptForms kept = new KeptForms(key, parts.clock());
        this.pages = new Pages(assets, key, join(sections(), moreSections));
        this.proxies = parts.door().trustedProxies();
        this.hosts = new HostCheck(parts.bindHost(), parts.door().names());
        SignInPages signIn = new SignInPages(parts.sessions(), kept, providerDoor(parts));
        this.routes = new ConsoleRoutes(
                vertx,
                pages,
                new Entrance(parts.sessions(), parts.door(), kept, parts.clock()),
                join(join(table(parts, kept), join(signIn.routes(), provider(parts))), moreRoutes),
                signIn);
    }

    /** Where the head of every page and the tiles of the home page lead, in this order. */
    private static List<Section> sections() {
        return join(
                join(HolderFeature.sections(), join(List.of(InboxPages.SECTION), DayFeature.sections())),
                List.of(
                        new Section(Area.HOLDERS, "/bulk", Permission.HOLDER_REGISTER, BulkText.TITLE, BulkText.LINE),
                        new Section(Area.HOLDERS, "/cards/due", Permission.CARD_RENEW, CardText.DUE, CardText.DUE_LINE),
                        new Section(
                                Area.HOLDERS, "/stock", Permission.CARD_STOCK, StockText.TITLE, StockText.TITLE_LINE),
                        new Section(Area.TAPS, "/today", Permission.TODAY_VIEW, FrameText.TODAY, FrameText.TODAY_LINE),
                        new Section(
                                Area.TAPS, "/taps", Permission.TAP_VIEW, FrameText.FIND_TAP, FrameText.FIND_TAP_LINE),
                        ReconciliationPages.SECTION,
                        new Section(
                                Area.SETTLEMENT, "/flags", Permission.FLAG_VIEW, FrameText.FLAGS, FrameText.FLAGS_LINE),
                        LensPages.SECTION,
                        PayoutPages.SECTION,
                        AllowancePages.SECTION,
                        new Section(
                                Area.HOUSE,
                                "/terminals",
                                Permission.TERMINAL_VIEW,
                                PlaceText.TERMINALS,
                                PlaceText.TERMINALS_LINE),
                        new Section(
                                Area.HOUSE,
                                "/vendors",
                                Permission.TERMINAL_VIEW,
                                PlaceText.VENDORS,
                                PlaceText.VENDORS_LINE),
                        new Section(
                                Area.HOUSE,
                                "/staff",
                                Permission.STAFF_MANAGE,
                                StaffText.SECTION,
                                StaffText.SECTION_LINE),
                        new Section(
                                Area.HOUSE,
                                "/counters",
                                Permission.STAFF_MANAGE,
                                StaffText.COUNTERS,
                                StaffText.COUNTERS_LINE),
                        new Section(
                                Area.HOUSE,
                                "/clients",
                                Permission.STAFF_MANAGE,
                                ClientText.SECTION,
                                ClientText.SECTION_LINE),
                        new Section(Area.HOUSE, "/audit", Permission.AUDIT_VIEW, AuditText.TITLE, AuditText.LINE)));
    }

    /** Every page of the console and who may see it. */
    private List<ConsoleRoute> table(Parts parts, KeptForms kept) {
        SqlClient database = parts.database();
        TodayPage today = new TodayPage(vertx, pages, database, parts.clock());
        TapPage tap = new TapPage(
                pages,
                new Explanations(database, parts.reference(), PATIENCE_MILLIS),
                database,
                parts.offices().tapLooks());
        FlagsPage flags = new FlagsPage(pages, database);
        HolderFeature holders = new HolderFeature(parts.offices(), database, parts.reference(), parts.clock());
        List<ConsoleRoute> own = join(
                List.of(
                        ConsoleRoute.live("/today", Permission.TODAY_VIEW, today::page),
                        ConsoleRoute.live("/today/figures", Permission.TODAY_VIEW, today::fragment),
                        ConsoleRoute.live("/taps", Permission.TAP_VIEW, tap::find),
                        ConsoleRoute.get("/taps/:tapId", Permission.TAP_VIEW, tap::page),
                        ConsoleRoute.live("/flags", Permission.FLAG_VIEW, flags::page)),
                join(own(parts, kept), join(offices(parts), administration(parts))));
        DayFeature days = new DayFeature(
                DayOffice.of(DayOffice.Means.of(parts.offices().means())),
                vertx,
                pages,
                parts.door().trustedProxies(),
                parts.clock());
        InboxPages inbox = new InboxPages(
                List.of(
                        holders.waiting(),
                        new Inbox(ReconciliationOffice.of(parts.offices())),
                        new SecondSignatures(PayoutOffice.of(parts.offices().means())),
                        new LimitInbox(limits(parts), parts.offices().vendors()),
                        new AllowanceInbox(AllowanceOffice.of(parts.offices().means())),
                        days.waiting()),
                parts.clock());
        ReconciliationPages reconciliation = new ReconciliationPages(parts.offices(), vertx, parts.clock());
        HomePage home = new HomePage(List.of(
                new HomePage.Figure(InboxPages.PATH, HomeText.TO_DECIDE, inbox::count),
                new HomePage.Figure(DayFeature.BOARD, HomeText.NOT_CLOSED, days::notClosed),
                new HomePage.Figure(DayFeature.BOARD, HomeText.NOT_SEALED, days::notSealed),
                new HomePage.Figure(RECONCILIATION, HomeText.UNDER_WAY, reconciliation::underWay),
                new HomePage.Figure(RECONCILIATION, HomeText.BREAKS_OPEN, reconciliation::open),
                new HomePage.Figure(RECONCILIATION, HomeText.BREAKS_OLD, reconciliation::openForAWeek),
                new HomePage.Figure(
                        "/bulk",
                        HomeText.UNDER_WAY,
                        new BulkPages(parts.offices().bulk())::underWay)));
        return join(join(own, holders.routes()), join(days.routes(), join(inbox.routes(), List.of(home.route()))));
    }

    /** Somebody's own account, and proving that it is they. */
    private static List<ConsoleRoute> own(Parts parts, KeptForms kept) {
        ProviderDoor door = providerDoor(parts);
        return join(
                new AccountPages(parts.sessions(), door).routes(),
                new ProvePages(parts.sessions(), kept, door).routes());
    }

    /** The way in through the house's provider of identity, where there is one. */
    private static List<ConsoleRoute> provider(Parts parts) {
        return parts.provider()
                .map(provider -> new ProviderPages(parts.sessions(), provider).routes())
                .orElse(List.of());
    }

    private static @Nullable ProviderDoor providerDoor(Parts parts) {
        return parts.provider()
                .map(provider -> new ProviderDoor(
                        provider.config().label().orElse(null),
                        provider.config().passwordsOf()))
                .orElse(null);
    }

    private static Limits limits(Parts parts) {
        Offices.Means means = parts.offices().means();
        return new Limits(means.transactions(), new Approvals(means.clock()), means.audit(), means.clock());
    }

    /** The pages of what staff do. */
    private List<ConsoleRoute> offices(Parts parts) {
        PayoutOffice payout = PayoutOffice.of(parts.offices().means());
        return Stream.of(
                        new CardPages(
                                        parts.offices(),
                                        new WhatIsLeft(parts.database(), parts.reference(), parts.clock()),
                                        parts.clock(),
                                        parts.hotline())
                                .routes(),
                        new StockPages(parts.offices()).routes(),
                        new BatchPages(parts.offices(), vertx).routes(),
                        new LimitPages(limits(parts), parts.offices().vendors()).routes(),
                        new PayoutPages(payout, parts.clock()).routes(),
                        new LensPages(payout, parts.offices().vendors(), parts.clock()).routes(),
                        new BulkPages(parts.offices().bulk()).routes(),
                        new ReconciliationPages(parts.offices(), vertx, parts.clock()).routes(),
                        new AllowancePages(AllowanceOffice.of(parts.offices().means())).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What administrators and auditors do. */
    private static List<ConsoleRoute> administration(Parts parts) {
        Offices offices = parts.offices();
        return Stream.of(
                        new StaffPages(
                                        offices.staff(),
                                        offices.counters(),
                                        parts.provider().isPresent())
                                .routes(),
                        new StaffActs(
                                        offices.staff(),
                                        offices.counters(),
                                        parts.provider().isPresent())
                                .routes(),
                        new CounterPages(offices.counters()).routes(),
                        new ClientPages(offices.clients(), offices.counters()).routes(),
                        new TerminalPages(offices.terminals(), offices.vendors(), parts.clock()).routes(),
                        new TerminalActs(offices.terminals()).routes(),
                        new VendorPages(offices.vendors()).routes(),
                        new AuditPages(offices.audit(), offices.chain(), offices.vendors(), parts.clock()).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Connection options for the console's own pool (two connections are enough): it cannot write, a runaway query ends
     * by itself, and one page never takes both processors from the taps.
     */
    public static PgConnectOptions readOnly(PgConnectOptions database) {
        PgConnectOptions options = new PgConnectOptions(database).setCachePreparedStatements(true);
        options.addProperty("application_name", "suinian-console");
        options.addProperty("default_transaction_read_only", "on");
        options.addProperty("statement_timeout", "30s");
        options.addProperty("max_parallel_workers_per_gather", "0");
        // The same statement reads a whole day or its last two minutes: one plan must not serve both.
        options.addProperty("plan_cache_mode", "force_custom_plan");
        options.addProperty("jit", "off");
        return options;
    }

    /** Every route of the console. */
    public Router router() {
        Router router = Router.router(vertx);
        router.route().handler(SafetyHeaders::add);
        router.route().handler(this::refuseForeignHosts);
        router.route("/assets/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(assets::serve);
        routes.mount(router);
        router.errorHandler(400, request -> ErrorPage.BAD_REQUEST.show(pages, request));
        router.errorHandler(404, request -> ErrorPage.NOT_FOUND.show(pages, request));
        router.errorHandler(405, request -> ErrorPage.WRONG_METHOD.show(pages, request));
        router.errorHandler(500, routes::fail);
        return router;
    }

    /** Who may use which route. */
    List<ConsoleRoute> table() {
        return routes.table();
    }

    private void refuseForeignHosts(RoutingContext request) {
        if (hosts.accepts(request.request().authority())) {
            Pages.arrived(request, Caller.of(request.request(), proxies).secure());
            request.next();
        } else {
            ErrorPage.WRONG_HOST.show(pages, request);
        }
    }
}
