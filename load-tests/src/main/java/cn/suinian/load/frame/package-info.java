/**
 * Terminal protocol v1 seen from the terminal: the bytes of a tap, its TAC, the MAC of a request and of its reply.
 *
 * <p>Everything here is written a second time, from {@code docs/protocol.md} and DESIGN section 5 alone. It shares no
 * line with the gateway's parser or with card-core's crypto, so an error in either of them shows up as a tap that is
 * refused or a vector that is not reproduced, instead of two mistakes that agree with each other. The only common
 * ground is Bouncy Castle's SM3 and SM4, and the vectors made with OpenSSL check those.
 *
 * <p>The JSON body is put together by hand ({@link cn.suinian.load.frame.TapBody}), because a tap sent again must be
 * the same bytes again; a mapper's idea of field order or number format has no place in that.
 *
 * <p>What lives here imports the JDK and Bouncy Castle, nothing else: no HTTP, no clock, no files.
 */
package cn.suinian.load.frame;
