/**
 * What any client sends, read strictly: a body is one JSON object in UTF-8 and nothing else, a query has known
 * parameters and none twice, a text has no control characters, and a name is only repeated when it is a harmless one.
 *
 * <p>What the fields of a message may hold is for the API that the message belongs to. Terminals are read token by
 * token there, because a tap is the hot path; counters are read member by member.
 *
 * <p>Imports {@code gateway.http}.
 */
package cn.suinian.gateway.http.body;
