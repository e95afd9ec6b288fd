/**
 * What the pages of the old-age allowance say, in both languages.
 *
 * <p>Apart from the pages, because these are nothing but words: whoever corrects one need not read how a page is made,
 * and the pages have room for what they do. Rejected: one enum for each page, since most words stand on several.
 *
 * <p>Imports what a phrase is, and nothing else of the console.
 */
package cn.suinian.gateway.console.allowance.word;
