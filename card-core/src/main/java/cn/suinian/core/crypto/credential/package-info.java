/**
 * What people and programs prove themselves with: passwords as Argon2id lines, and random tokens as their hashes.
 *
 * <p>Nothing here can be turned back: the database holds what an attempt is compared with, never what was typed.
 *
 * <p>Rejected: bcrypt and PBKDF2 (they cost an attacker's hardware little memory), and a queue for hashes without end
 * (whoever guesses passwords would fill it).
 *
 * <p>Imports the digests of the room above; Bouncy Castle.
 */
package cn.suinian.core.crypto.credential;
