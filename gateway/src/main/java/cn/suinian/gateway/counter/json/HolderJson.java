package cn.suinian.gateway.counter.json;

import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.lookup.Elsewhere;
import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.Hits;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.core.holder.register.LifeEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holders. */
public final class HolderJson {

    private HolderJson() {}

    /** What a search found. */
    public static ObjectNode hits(Hits hits) {
        ObjectNode json = Nodes.object();
        json.set("lookedFor", Nodes.texts(hits.kinds()));
        json.set("hits", Nodes.list(hits.hits(), HolderJson::hit));
        json.put("more", hits.more());
        json.set("elsewhere", Nodes.list(hits.elsewhere(), HolderJson::elsewhere));
        return json.put("ownDistrictOnly", hits.ownDistrictOnly());
    }

    private static ObjectNode elsewhere(Elsewhere found) {
        return Nodes.object()
                .put("name", found.name())
                .put("servedBy", found.servedBy().name())
                .put("serial", found.cardSerial())
                .put("card", found.card())
                .put("cardStatus", found.cardStatus().name());
    }

    /** Whoever has a name and birthday; of those of other districts no more than that they are there. */
    public static JsonNode namesakes(List<Namesake> namesakes) {
        return Nodes.list(namesakes, HolderJson::namesake);
    }

    private static ObjectNode namesake(Namesake namesake) {
        Hit seen = namesake.seen();
        return seen != null
                ? hit(seen)
                : Nodes.object()
                        .put("holderId", namesake.holderId())
                        .put("name", namesake.name())
                        .put("district", namesake.district().name())
                        .put("visible", false);
    }

    private static ObjectNode hit(Hit hit) {
        ObjectNode json = Nodes.object()
                .put("holderId", hit.holderId())
                .put("name", hit.name())
                .put("bornOn", hit.bornOn())
                .put("sex", hit.sex().name())
                .put("deceased", hit.deceased())
                .put("district", hit.district().name());
        json.set("documents", Nodes.texts(hit.documents()));
        return json.put("card", hit.card())
                .put("cardStatus", Nodes.text(hit.cardStatus()))
                .put("visible", hit.visible());
    }

    /** A holder's page. */
    public static ObjectNode page(HolderPage page) {
        HolderPage.Person person = page.person();
        ObjectNode json = Nodes.object()
                .put("holderId", page.holderId())
                .put("rowVersion", page.rowVersion())
                .put("name", person.name())
                .put("bornOn", person.bornOn())
                .put("age", page.age())
                .put("sex", person.sex().name())
                .put("deceasedOn", Nodes.text(page.deceasedOn()))
                .put("phone", person.phone())
                .put("bankAccount", person.bankAccount())
                .put("photo", person.photo())
                .put("district", page.district().name());
        json.putObject("consent").put("version", person.consentVersion()).put("at", Nodes.moment(person.consentAt()));
        json.putObject("registered")
                .put("at", Nodes.moment(person.registeredAt()))
                .put("by", person.registeredBy());
        json.set("documents", Nodes.list(page.documents(), HolderJson::document));
        json.set("hukou", Nodes.list(page.hukou(), period -> period("district", period)));
        json.set("categories", Nodes.list(page.categories(), period -> period("category", period)));
        json.set("statements", Nodes.list(page.statements(), HolderJson::statement));
        json.set("events", Nodes.list(page.events(), HolderJson::event));
        json.set("changes", Nodes.list(page.changes(), HolderJson::change));
        return json;
    }

    private static ObjectNode document(HolderPage.Document document) {
        return Nodes.object()
                .put("kind", document.kind().name())
                .put("number", document.number())
                .put("recordedAt", Nodes.moment(document.recordedAt()))
                .put("endedAt", Nodes.moment(document.endedAt()));
    }

    private static ObjectNode period(String name, Period<? extends Enum<?>> period) {
        return Nodes.object()
                .put(name, period.what().name())
                .put("from", period.from().toString())
                .put("until", Nodes.text(period.to()));
    }

    private static ObjectNode statement(HolderPage.Statement statement) {
        return Nodes.object()
                .put("statementNo", statement.statementNo())
                .put("act", statement.act())
                .put("district", Nodes.text(statement.district()))
                .put("category", Nodes.text(statement.category()))
                .put("grade", statement.grade())
                .put("on", statement.effectiveOn().toString())
                .put("until", Nodes.text(statement.until()))
                .put("recordedAt", Nodes.moment(statement.recordedAt()))
                .put("by", statement.actor());
    }

    private static ObjectNode event(HolderPage.Event event) {
        return Nodes.object()
                .put("eventNo", event.eventNo())
                .put("kind", event.kind())
                .put("on", event.effectiveOn().toString())
                .put("district", Nodes.text(event.district()))
                .put("recordedAt", Nodes.moment(event.recordedAt()))
                .put("by", event.actor())
                .put("undoneAt", Nodes.moment(event.undoneAt()));
    }

    private static ObjectNode change(HolderPage.Change change) {
        return Nodes.object()
                .put("changeNo", change.changeNo())
                .put("field", change.field())
                .put("changedAt", Nodes.moment(change.changedAt()))
                .put("by", change.actor())
                .put("reason", change.reason());
    }

    /** Personal data in full. */
    public static ObjectNode full(FullRecord record) {
        ObjectNode json = Nodes.object()
                .put("holderId", record.holderId())
                .put("name", record.name())
                .put("bornOn", record.bornOn().toString())
                .put("birthEvidence", record.birthEvidence())
                .put("phone", record.phone())
                .put("bankAccount", record.bankAccount());
        json.set(
                "documents",
                Nodes.list(
                        new TreeMap<>(record.documents()).entrySet(),
                        document -> Nodes.object()
                                .put("kind", document.getKey().name())
                                .put("number", document.getValue())));
        json.set("statementEvidence", numbered("statementNo", "evidence", record.statementEvidence()));
        json.set("eventEvidence", numbered("eventNo", "evidence", record.eventEvidence()));
        json.set("oldValues", numbered("changeNo", "value", record.oldValues()));
        return json;
    }

    private static JsonNode numbered(String number, String text, Map<Long, String> values) {
        return Nodes.list(
                new TreeMap<>(values).entrySet(),
                entry -> Nodes.object().put(number, entry.getKey()).put(text, entry.getValue()));
    }

    /** What a death or a move brought about. */
    public static ObjectNode event(LifeEvent event) {
        ObjectNode json = Nodes.object().put("eventNo", event.eventNo());
        json.set("cards", Nodes.texts(event.cards()));
        json.set(
                "effects",
                Nodes.list(
                        event.effects(),
                        effect -> Nodes.object()
                                .put("what", effect.what().name())
                                .put("from", effect.from().toString())
                                .put("zh", effect.what().zh())
                                .put("en", effect.what().en())));
        return json;
    }
}
