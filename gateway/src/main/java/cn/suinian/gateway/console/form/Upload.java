package cn.suinian.gateway.console.form;

import io.vertx.core.buffer.Buffer;

/**
 * A file that came with a form. It is kept in memory, and never on disk, since it may be full of personal data.
 *
 * @param field the field of the form
 * @param fileName what the browser calls it: not to be trusted, and never a path of ours
 * @param contentType what the browser says it is: not to be trusted
 * @param content what is in it
 */
public record Upload(String field, String fileName, String contentType, Buffer content) {}
