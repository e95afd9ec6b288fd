package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.gateway.console.page.Frame;
import java.util.List;

/** Where every page of reconciliation leads beside the head of the page. */
public record Nav(Frame frame) {

    /** One of them; here: whether this page is within it. */
    public record Link(String path, String name, boolean here) {}

    /** All of them. */
    public List<Link> links() {
        return List.of(
                link("/reconciliation", ReconcileText.DAYS),
                link("/reconciliation/statements", ReconcileText.STATEMENTS),
                link("/reconciliation/breaks", ReconcileText.BREAKS),
                link("/reconciliation/approvals", ReconcileText.APPROVALS),
                link("/reconciliation/rules", ReconcileText.RULES),
                link("/reconciliation/formats", ReconcileText.FORMATS),
                link("/reconciliation/limits", ReconcileText.LIMITS));
    }

    private Link link(String path, ReconcileText name) {
        String bare = frame.path().contains("?")
                ? frame.path().substring(0, frame.path().indexOf('?'))
                : frame.path();
        boolean root = path.equals("/reconciliation");
        boolean here = bare.equals(path)
                || (!root && bare.startsWith(path + "/"))
                || (root && bare.startsWith("/reconciliation/days/"));
        return new Link(path, frame.say(name), here);
    }
}
