/** National cryptography. */
package cn.suinian.core.crypto;
