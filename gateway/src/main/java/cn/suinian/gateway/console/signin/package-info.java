/**
 * The door: password, code, setting up an authenticator, a first password of one's own, and signing out.
 *
 * <p>Each step asks {@code Sessions} and goes where the new session's stage leads; nothing here knows what a good
 * password or a right code is. Where somebody was going travels in the query, what they had typed in hidden fields, see
 * {@code access}. The QR code is drawn into the page: a picture with an address of its own would be a secret with an
 * address.
 *
 * <p>Imports access, form, page and route, and ZXing for the code.
 */
package cn.suinian.gateway.console.signin;
