/**
 * Somebody's own account: where they are signed in, another password, and signing out everywhere; and
 * linking it to the house's provider of identity, where there is one.
 *
 * <p>Everybody who is signed in has this page, whatever their work; it shows and changes nothing of anybody else. What
 * an administrator does with other people's accounts is another room.
 *
 * <p>Imports access, form, page, route, and the password form and the provider's door of signin.
 */
package cn.suinian.gateway.console.account;
