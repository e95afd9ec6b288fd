package cn.suinian.core.holder.lookup;

import java.util.List;

/**
 * What a search found.
 *
 * @param kinds what the text was looked for as
 * @param hits in the order of registration, 20 at most
 * @param more whether there are others, so that the search wants a number instead of a name
 * @param elsewhere holders whom other districts serve, for whoever may report their card lost; only by a whole number
 *     of a card or a document
 * @param ownDistrictOnly whether other districts were left out, since whoever asks has looked there often enough today
 */
public record Hits(
        List<SearchText.Kind> kinds, List<Hit> hits, boolean more, List<Elsewhere> elsewhere, boolean ownDistrictOnly) {

    public Hits {
        kinds = List.copyOf(kinds);
        hits = List.copyOf(hits);
        elsewhere = List.copyOf(elsewhere);
    }
}
