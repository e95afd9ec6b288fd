/**
 * The file that the keys lie in: BCFKS, encrypted under a passphrase, readable by its owner alone, replaced whole or
 * not at all, and changed by one process at a time.
 *
 * <p>A BCFKS file knows no SM4 keys, guards each entry with another 51,200 rounds of PBKDF2, and calls scrypt with r in
 * the place of p: see {@code KeystoreEntry} and {@code KeystoreFile}. It is read through JCA, with a private provider
 * instance: the provider list of the process is never touched.
 *
 * <p>What comes out of here are bare keys. Only {@code core.crypto} may use them (a house rule), and lets none out.
 */
package cn.suinian.core.crypto.keystore;
