package cn.suinian.core.authorization;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A lane's track on a Vert.x event loop. */
record VertxTrack(Vertx vertx, Context context) implements Track {

    @Override
    public void run(Runnable work) {
        context.runOnContext(now -> work.run());
    }

    @Override
    public void later(long millis, Runnable work) {
        context.runOnContext(now -> vertx.setTimer(millis, timer -> work.run()));
    }

    @Override
    public long nowMillis() {
        return System.nanoTime() / 1_000_000;
    }
}
