/**
 * Numbers of identity documents: what is right, what is wrong about a wrong one, and what a right one says of its
 * person.
 *
 * <p>Four kinds come to a counter (docs/glossary.md): the mainland resident card and the residence permit of Hong Kong,
 * Macau and Taiwan residents, which share GB 11643-1999 with its check digit by ISO 7064 MOD 11-2; the home-return
 * permit, whose first nine characters stay with a person for life (notice of the Ministry of Public Security, 2010);
 * and the Taiwan pass. No official text of the Taiwan pass's number was found: eight digits, with the old pass followed
 * by two digits that count the issues, is what is accepted.
 *
 * <p>A typed number is read as it was meant: full-width digits, spaces, hyphens and a small x are no error. The <em>
 * person key</em> is the part that says who it is; two documents with one key are one person's.
 *
 * <p>Rejected: a table of area codes down to the county (hundreds were renamed or merged while their people live; the
 * province is checked), guessing the kind from the number at registration (the clerk holds the document and says what
 * it is; a guess would hide a wrong number of another kind).
 *
 * <p>Pure. Imports holder and refusal.
 */
package cn.suinian.core.holder.document;
