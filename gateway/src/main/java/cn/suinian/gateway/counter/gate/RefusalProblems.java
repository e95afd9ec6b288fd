package cn.suinian.gateway.counter.gate;

import static cn.suinian.gateway.http.ProblemCode.CALL_IN_PROGRESS;
import static cn.suinian.gateway.http.ProblemCode.CALL_KEY_REUSED;
import static cn.suinian.gateway.http.ProblemCode.CARD_NOT_FOUND;
import static cn.suinian.gateway.http.ProblemCode.HOLDER_NOT_FOUND;
import static cn.suinian.gateway.http.ProblemCode.NOT_PERMITTED;
import static cn.suinian.gateway.http.ProblemCode.REFUSED_BY_RULE;
import static cn.suinian.gateway.http.ProblemCode.STATE_CONFLICT;

import cn.suinian.core.card.office.CardRefusal;
import cn.suinian.core.card.stock.StockRefusal;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.client.ClientRefusal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Refusals of the core as problems: the first decides the status, and all of them are in {@code refusals}. */
final class RefusalProblems {

    /** Members of our messages that the core calls otherwise. */
    private static final Map<String, String> MEMBERS = Map.of("holder", "holderId", "serial", "card");

    private RefusalProblems() {}

    static Refused of(RefusedException refused) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        refused.all().forEach(each -> all.add(json(each)));
        ProblemCode code = code(refused.refusal());
        Refused problem =
                new Refused(code, member(refused.field()), refused.refusal().en()).with("refusals", all.toString());
        return code == CALL_IN_PROGRESS ? problem.after(1) : problem;
    }

    private static ObjectNode json(FieldRefusal each) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("reason", each.refusal().name());
        String field = member(each.field());
        if (field != null) {
            json.put("field", field);
        }
        json.put("zh", each.refusal().zh());
        json.put("en", each.refusal().en());
        if (!each.details().isEmpty()) {
            ObjectNode details = json.putObject("details");
            new TreeMap<>(each.details()).forEach(details::put);
        }
        return json;
    }

    private static @Nullable String member(@Nullable String field) {
        return field == null ? null : MEMBERS.getOrDefault(field, field);
    }

    private static ProblemCode code(Refusal refusal) {
        if (refusal instanceof HolderRefusal holder) {
            return code(holder);
        }
        if (refusal instanceof CardRefusal card) {
            return code(card);
        }
        if (refusal instanceof StockRefusal stock) {
            return code(stock);
        }
        if (refusal instanceof ClientRefusal client) {
            return code(client);
        }
        return REFUSED_BY_RULE;
    }

    private static ProblemCode code(HolderRefusal refusal) {
        return switch (refusal) {
            case NOT_ALLOWED -> NOT_PERMITTED;
            case NO_SUCH_HOLDER -> HOLDER_NOT_FOUND;
            case CHANGED_MEANWHILE -> ProblemCode.CHANGED_MEANWHILE;
            case ALREADY_DECEASED,
                    NOT_DECEASED,
                    SAME_DISTRICT,
                    HUKOU_OVERLAPS,
                    NO_HUKOU,
                    CATEGORY_OVERLAPS,
                    CONSENT_ALREADY_WITHDRAWN,
                    CONSENT_HAS_CARD,
                    NO_CATEGORY,
                    ENOUGH_ELSEWHERE,
                    DOCUMENT_OF_ANOTHER -> STATE_CONFLICT;
            case OUT_OF_SCOPE,
                    DOCUMENT_NEEDED,
                    DOCUMENT_KIND_TWICE,
                    NAME_WRONG,
                    PHONE_WRONG,
                    BANK_ACCOUNT_WRONG,
                    BIRTH_DATE_MISSING,
                    BIRTH_DATE_WRONG,
                    BIRTH_DATE_DIFFERS,
                    SEX_MISSING,
                    SEX_DIFFERS,
                    CONSENT_MISSING,
                    CONSENT_UNKNOWN,
                    TOO_YOUNG,
                    EVIDENCE_MISSING,
                    REASON_LENGTH,
                    PHOTO_SIZE,
                    PHOTO_TYPE,
                    PHOTO_DIMENSIONS,
                    PHOTO_UNUSUAL,
                    PHOTO_BUSY,
                    PHOTO_BROKEN,
                    NOTHING_TO_CHANGE,
                    DATE_TOO_EARLY,
                    ENDS_BEFORE_IT_BEGINS,
                    DATE_TOO_LATE,
                    MOVE_NOT_YET,
                    DATE_MISSING,
                    GRADE_MISSING,
                    GRADE_NOT_ASKED,
                    SEARCH_TEXT,
                    SEARCH_NUMBER -> REFUSED_BY_RULE;
        };
    }

    private static ProblemCode code(CardRefusal refusal) {
        return switch (refusal) {
            case NOT_PERMITTED -> ProblemCode.NOT_PERMITTED;
            case HOLDER_UNKNOWN -> HOLDER_NOT_FOUND;
            case CARD_UNKNOWN -> CARD_NOT_FOUND;
            case HOLDER_DECEASED,
                    HOLDER_TOO_YOUNG,
                    CONSENT_WITHDRAWN,
                    HAS_LIVE_CARD,
                    CHANGED_MEANWHILE,
                    CARD_IS_LOST,
                    CARD_REPLACED,
                    CARD_CANCELLED,
                    RENEW_FIRST,
                    RENEWAL_TOO_EARLY,
                    RENEWAL_TOO_LATE,
                    ENOUGH_LOSSES_ELSEWHERE,
                    NOT_EXPIRED -> STATE_CONFLICT;
            case LOST_IN_THE_FUTURE, LOST_BEFORE_ISSUE, REASON_INVALID, PAGE_INVALID -> REFUSED_BY_RULE;
        };
    }

    private static ProblemCode code(StockRefusal refusal) {
        return switch (refusal) {
            case NOT_PERMITTED -> ProblemCode.NOT_PERMITTED;
            case CARD_NOT_IN_STOCK,
                    COUNTER_EMPTY,
                    NOT_YOUR_COUNTER,
                    NOT_ALL_THERE,
                    CARD_GIVEN_OUT,
                    RANGE_EXHAUSTED,
                    RANGE_IN_USE,
                    RANGE_OVERLAPS -> STATE_CONFLICT;
            case SERIALS_INVALID, LAYOUT_INVALID, KEY_VERSION_UNKNOWN, RANGE_UNKNOWN, COUNT_INVALID, REASON_INVALID ->
                REFUSED_BY_RULE;
        };
    }

    private static ProblemCode code(ClientRefusal refusal) {
        return switch (refusal) {
            case NOT_ALLOWED -> NOT_PERMITTED;
            case KEY_REUSED -> CALL_KEY_REUSED;
            case IN_PROGRESS -> CALL_IN_PROGRESS;
            case BAD_CREDENTIALS,
                    NO_SUCH_CLIENT,
                    CHANGED_MEANWHILE,
                    ID_TAKEN,
                    BAD_ID,
                    BAD_NAME,
                    BAD_ROLES,
                    ROLES_NOT_TOGETHER,
                    AUDITOR_OF_A_PART,
                    NO_SUCH_COUNTER,
                    REASON_WANTED,
                    BAD_KEY -> REFUSED_BY_RULE;
        };
    }
}
