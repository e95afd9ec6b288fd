/**
 * How staff sign in, and what they hold afterwards.
 *
 * <p>Two steps: password, then a code of their authenticator; at the first sign-in the authenticator is enrolled and
 * the initial password replaced. Each step replaces the token, so one that was planted or overheard before is worth
 * nothing after. An open session gets a new token every few minutes; the one before stays good for seconds, for
 * requests under way, and whoever shows it later has stolen it or is stolen from: the session ends. Tokens are kept as
 * hashes. Roles are read with every request from the staff row, whose generation a trigger moves with any change of
 * roles, status, password or second factor: so whoever is disabled is out at the next request, on every node.
 *
 * <p>Nobody can be locked out by somebody else. What is throttled hard is a pair of account and address; a pair that
 * signed in before has a budget of its own, which strangers cannot touch. An account under attack from many addresses
 * only answers more slowly. Rejected: locking an account after a number of failures (a way to close a counter from
 * anywhere), waiting in the server (threads are what an attacker would then use up; the answer says how long to hold
 * it back). Signed tokens with roles in them were rejected too: they cannot be taken back.
 *
 * <p>A house may have a provider of identity of its own ({@link cn.suinian.core.staff.signin.ProviderSignIn}). What it
 * says was checked before it comes here; here an account is found for it, and a link that a login name given to
 * somebody new does not inherit. The sessions are the same.
 *
 * <p>Imports crypto, audit, network, postgres, refusal, settings, staff, staff.password and staff.totp.
 */
package cn.suinian.core.staff.signin;
