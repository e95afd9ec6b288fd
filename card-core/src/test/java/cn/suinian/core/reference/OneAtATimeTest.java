package cn.suinian.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final List<Promise<Void>> begun = new ArrayList<>();
    private final OneAtATime reading = new OneAtATime(() -> {
        Promise<Void> read = Promise.promise();
        begun.add(read);
        return read.future();
    });

    @Test
    void whatIsAskedForMeanwhileIsDoneOnceAndAfterwards() {
        Future<Void> first = reading.ask();
        Future<Void> second = reading.ask();
        Future<Void> third = reading.ask();
        assertThat(begun).hasSize(1);

        begun.get(0).complete();
        assertThat(first.isComplete()).isTrue();
        assertThat(second.isComplete()).isFalse();
        assertThat(begun).hasSize(2);

        begun.get(1).complete();
        assertThat(second.isComplete() && third.isComplete()).isTrue();
        assertThat(begun).hasSize(2);
    }

    @Test
    void oneThatFailsOrThrowsDoesNotStopTheNext() {
        Future<Void> failed = reading.ask();
        Future<Void> next = reading.ask();
        begun.get(0).fail("no database");
        assertThat(failed.failed()).isTrue();
        begun.get(1).complete();
        assertThat(next.succeeded()).isTrue();

        List<Integer> calls = new ArrayList<>();
        OneAtATime throwing = new OneAtATime(() -> {
            calls.add(calls.size());
            throw new IllegalStateException("closed");
        });
        assertThat(throwing.ask().failed()).isTrue();
        assertThat(throwing.ask().failed()).isTrue();
        assertThat(calls).hasSize(2);
    }
}
