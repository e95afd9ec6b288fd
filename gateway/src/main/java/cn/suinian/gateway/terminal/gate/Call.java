package cn.suinian.gateway.terminal.gate;

import io.vertx.core.Future;

/** One thing that can be asked of the terminal API: one class each, and one line in {@link TerminalApi}. */
@FunctionalInterface
public interface Call {

    /**
     * Answers a request whose body is here, whole and within its limit. A terminal is not proven until the call has it
     * authenticated. A failure, thrown or returned, becomes a problem.
     */
    Future<Reply> answer(Exchange exchange, byte[] body);
}
