/**
 * The house's own provider of identity, as an OpenID Connect relying party asks it: staff may prove there who they are.
 *
 * <p>{@link cn.suinian.gateway.oidc.Provider} finds the provider by its issuer, says where a browser goes, and redeems
 * the code that the browser comes back with. {@link cn.suinian.gateway.oidc.Trip} is the secret of one browser's way
 * there and back; state, nonce and the verifier of PKCE all follow from it, so one cookie holds the three together and
 * nothing is stored for people who never come back. {@link cn.suinian.gateway.oidc.IdToken} is everything that is asked
 * of an ID token beside its signature; it is pure.
 *
 * <p>vertx-auth-oauth2 does discovery, the redeeming and the signature by the issuer's keys. What it leaves open is
 * asked here again: it takes a token without an audience, an issuer only if discovery named one, every algorithm of
 * the key set, time by its own clock, and no nonce at all. It also has no time limits; they are set here, and at most
 * 50 people wait for the provider at once, none of them on a thread. Rejected: vertx-web's OAuth2AuthHandler, which
 * keeps its state in vertx-web sessions and lets any page be mounted behind it; and the provider's userinfo, which is
 * one more thing to be down and says nothing that the ID token does not.
 *
 * <p>Imports core's settings, crypto, refusal-free records of staff.signin, and Vert.x.
 */
package cn.suinian.gateway.oidc;
