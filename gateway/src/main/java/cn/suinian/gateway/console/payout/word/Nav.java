package cn.suinian.gateway.console.payout.word;

import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import java.util.List;

/** Where pages of one room lead, and in which of them the reader is. */
public record Nav(Frame frame, List<Place> places) {

    /** A page that has others below it. */
    public record Place(String path, Phrase name) {}

    /** One of them; here: whether this page is within it. */
    public record Link(String path, String name, boolean here) {}

    /** All of them; the longest path that fits is where the reader is. */
    public List<Link> links() {
        String bare = frame.path().split("[?]", 2)[0];
        String here = places.stream()
                .map(Place::path)
                .filter(path -> bare.equals(path) || bare.startsWith(path + "/"))
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
        return places.stream()
                .map(place -> new Link(
                        place.path(), frame.say(place.name()), place.path().equals(here)))
                .toList();
    }
}
