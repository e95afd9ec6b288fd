package cn.suinian.gateway.console.approval;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.staff.Actor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a second person.
 *
 * @param what is asked for, in the reader's language
 * @param about what it is about, in the reader's language; nothing of a person in full
 * @param aboutPath the page of that; null: it has none
 * @param fen the money that moves, or is settled so, when it is approved; below zero: back from a vendor; empty: none
 * @param request who asked, when and why
 * @param path where it is looked at and decided
 * @param hindrance why nobody can approve it any more, as things stand; empty: nothing is in the way
 * @param together where several like it are decided at once; empty: nowhere
 */
public record WaitingItem(
        String what,
        String about,
        @Nullable String aboutPath,
        OptionalLong fen,
        Request request,
        String path,
        Optional<String> hindrance,
        Optional<String> together) {

    /** One that is decided by itself only. */
    public WaitingItem(
            String what,
            String about,
            @Nullable String aboutPath,
            OptionalLong fen,
            Request request,
            String path,
            Optional<String> hindrance) {
        this(what, about, aboutPath, fen, request, path, hindrance, Optional.empty());
    }

    /**
     * Who asked, when and why.
     *
     * @param no of the request
     * @param as the name they sign in with
     * @param own whether the visitor asked, and so cannot decide it
     * @param withdrawal how who asked takes it back
     */
    public record Request(long no, String as, Instant at, String reason, boolean own, Withdrawal withdrawal) {

        /** Of a request that was read whole. */
        public static Request of(ApprovalRequest request, Actor visitor, Withdrawal withdrawal) {
            return new Request(
                    request.requestNo(),
                    request.askedAs(),
                    request.askedAt(),
                    request.reason(),
                    Objects.equals(visitor.staffId(), request.askedBy()),
                    withdrawal);
        }
    }

    /** Takes a request back as the room of its kind does, which also says who may. */
    @FunctionalInterface
    public interface Withdrawal {
        /** Takes it back. */
        void by(Actor actor, long requestNo, String reason) throws SQLException;
    }
}
