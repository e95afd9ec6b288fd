package cn.suinian.settlement.allowance.message;

import java.io.IOException;

/** What carries short messages. */
public interface SmsGateway {

    /**
     * Sends a message, or makes sure that it will be sent. The same number again is the same message and must not
     * reach anybody twice.
     *
     * @param messageNo its number; a reply is known by it
     * @param phone whom to
     * @param text what, in Simplified Chinese
     * @throws IOException when it could not be taken; it is tried again later
     */
    void send(long messageNo, String phone, String text) throws IOException;
}
