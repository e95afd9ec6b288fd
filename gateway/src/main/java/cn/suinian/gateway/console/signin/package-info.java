/**
 * The door: password, code, setting up an authenticator, a first password of one's own, and signing out.
 *
 * <p>Each step asks {@code Sessions} and goes where the new session's stage leads; nothing here knows what a good
 * password or a right code is. Where somebody was going travels in the query, what they had typed in hidden fields, see
 * {@code access}. The QR code is drawn into the page: a picture with an address of its own would be a secret with an
 * address.
 *
 * <p>{@link cn.suinian.gateway.console.signin.ProvePages} asks for the password once more where a route wants it. It
 * gives no code of the authenticator: the second factor was proved in this session, and what is to be ruled out is that
 * somebody else sits down at it.
 *
 * <p>{@link cn.suinian.gateway.console.signin.ProviderPages} lead to the house's provider of identity and back, where
 * there is one. Back here the answer is a page that goes on by itself, since a browser follows a redirect as the
 * provider's and keeps the session's strict cookie from it; and the way out is a link, since no form of a page may end
 * in another house.
 *
 * <p>Imports access, form, page and route, oidc, ZXing for the code, and refusal and staff.signin of core.
 */
package cn.suinian.gateway.console.signin;
