# shellcheck shell=bash
# What each command takes: ./suinian COMMAND --help. Sourced by ../suinian.

help_of() { # command: prints its options; fails when there is no such command
  case $1 in
    up) cat <<'TEXT' ;;
Usage: ./suinian up [--roles LIST]

Builds if needed and runs a node until Ctrl-C. Without SUINIAN_DB_URL it brings an embedded PostgreSQL under the data
directory (SUINIAN_DATA_DIR, else ./data), and an empty database becomes a demo city.

  --roles LIST    which of terminal,console,settlement this node has; all by default

Every other setting is an environment variable: docs/configuration.md.
TEXT
    demo) cat <<'TEXT' ;;
Usage: ./suinian demo [--seed NUMBER] [--nodes 1-4]

Two days of the demo city over real HTTP on a throw-away database, their close, and the day end as two people do
it at the console: four vendors' statements with differences of every kind, every other vendor's without, each
difference found and resolved, payments, one that comes back, seals, and one changed fen that verify names.

  --seed NUMBER   another day: who taps where, and which taps are forged
  --nodes 1-4     so many nodes share the database; 1 by default

Exit code: 0 every invariant held, 1 one did not, 2 asked wrongly or not carried out.
TEXT
    replay) cat <<'TEXT' ;;
Usage: ./suinian replay FILE

Authorises the taps of a file of Shenzhen open data (JSON with a list "data") twice on a throw-away
database, closes the days, and compares what is settled per company with the file.

Exit code: 0 the sums are the file's, 1 they are not, 2 asked wrongly or not carried out.
TEXT
    close) cat <<'TEXT' ;;
Usage: ./suinian close [--day YYYY-MM-DD] [--json]

Closes every business day before today that is still open: cuts it, waits for taps under way, clears it.

  --day DAY       this day, and those before it
  --json          what each closed day came to, for machines
TEXT
    bench) cat <<'TEXT' ;;
Usage: ./suinian bench [--rounds NUMBER] [--seconds NUMBER] [--cards NUMBER] [--connections NUMBER] [--only PATTERN]
                       [--jvm FLAGS] [--set NAME=VALUE] [--database URL]
       ./suinian bench --growth [the same]
       ./suinian bench --micro [--only PATTERN] [--jvm FLAGS]

Measures what a tap costs, several servers in turn in one run, on a throw-away database with 800,000 cards; nothing else
should run on the machine. About 20 minutes, 8 GB of memory and 8 GB of disk; the database is removed at the end. A
server on which fsync, synchronous_commit or full_page_writes is off is not measured.

  --rounds        how often each row is measured, each round in another order; 3 by default
  --seconds       how long each time; 8 by default, at most 120, or 3600 for rows of a steady rate only
  --cards         holders with a card; 800000 by default
  --connections   kept connections where a row says nothing else; 512 by default
  --only PATTERN  rows in whose name this regular expression is found; a row of so much per cent brings the row it is
                  a share of. One row is measured only when asked for, with --only checkpoint: the log of a busiest
                  hour from one checkpoint on; with --rounds 1 --seconds 900 it is the whole time between two
  --jvm FLAGS     further flags of the servers' JVMs, in one argument; not of the row "ours, as shipped"
  --set NAME=VALUE  a setting of the gateway, as SUINIAN_LANES=4; may be repeated; not of "ours, as shipped"
  --database URL  an empty database of another PostgreSQL on this machine, whose user may create databases;
                  bench_* there are replaced
  --micro         no server: time and bytes of single steps of a tap, such as a MAC or a decision; under three minutes
  --growth        ours alone, with ever more cards and ever more stored taps; from half an hour, up to 60 GB of disk (what there
                  is no room for is left out). With --only, the usual city and the sizes in whose name the pattern is found,
                  such as --only '100,000,000 taps' or --only '^8,000,000 cards'

Exit code: 0 measured, 1 it broke off, 2 asked wrongly.
TEXT
    keys) cat <<'TEXT' ;;
Usage: ./suinian keys list
       ./suinian keys add
       ./suinian keys hand-out VERSION [TERMINAL...] [--show]
       ./suinian keys retire VERSION [--force]

  list            versions of the master keys; where each is accepted, was last used, and is in cards
  add             the next version of both masters, in the keystore
  hand-out        the terminals' own keys of that version as JSON, of all terminals or of those named (12 digits):
                  secrets, so they go into a file or a pipe, and onto a screen only with --show
  retire          no terminal may use that version, or an older one, any more; refused while terminals were last
                  seen with it, unless --force cuts them off

How a rotation goes from first to last: docs/operations.md, section Keys.
TEXT
    staff) cat <<'TEXT' ;;
Usage: ./suinian staff list
       ./suinian staff add ACCOUNT --role ROLE [--name NAME]
       ./suinian staff reset ACCOUNT
       ./suinian staff code ACCOUNT

  list            accounts, whether they are active, and their roles
  add             somebody who works for the whole city, with a password that is shown once and replaced at the first
                  sign-in; the first administrator is made so, everybody else in the console
  reset           a new password, and another authenticator to enrol, for somebody who cannot sign in any more
  code            the six digits of a login that ./suinian up printed; of the demo city only, from its file

  --role ROLE     ADMINISTRATOR, AUDITOR, COUNTER_CLERK, COUNTER_SUPERVISOR, SETTLEMENT_CLERK, SETTLEMENT_SUPERVISOR
  --name NAME     what the console calls them; the account by default

Exit code: 0 done, 1 refused, 2 asked wrongly.
TEXT
    verify) cat <<'TEXT' ;;
Usage: ./suinian verify [--day DAY] [--json]

Audits the database on one snapshot, beside nodes at work.

  --day DAY       one business day only, as 2026-11-16: its seal is recomputed from the rows, and the first row that
                  differs is named; without it every check is made, and every sealed day recomputed
  --json          every check with its state, for machines

Exit code: 0 the database is sound, 1 a check does not hold or could not be made, 2 asked wrongly, or of a day that is
not sealed yet or no business day: then nothing is wrong and nothing was verified.
TEXT
    chaos) cat <<'TEXT' ;;
Usage: ./suinian chaos [--rounds NUMBER] [--seed NUMBER] [--faults KIND,KIND...]

Kills, freezes and cuts two throw-away nodes and their database under load, then accounts for every tap.

  --rounds NUMBER one fault each; 10 by default
  --seed NUMBER   the same faults again
  --faults LIST   which to draw from; all by default: NODE_KILLED, POSTMASTER_KILLED, BACKEND_KILLED,
                  EVERYTHING_KILLED, DATABASE_FROZEN, NODE_FROZEN, COMMITS_CUT, DATABASE_STALLED, DATABASE_SLOW,
                  REPLIES_LOST, NODE_RESTARTED, DISK_FULL

Exit code: 0 every tap came through once, 1 one did not, 2 asked wrongly or not carried out.
TEXT
    simulate) cat <<'TEXT' ;;
Usage: ./suinian simulate [--seeds K] [--from N] [--events M]
       ./suinian simulate --seed N [--events M] [--trace]
       ./suinian simulate --mutant NAME|all [--seeds K] [--from N] [--events M]

The city in a box, in virtual time and without a database: docs/simulation.md.

  --seeds K       so many cities, one for each seed; 1000 by default
  --from N        the first seed; 1 by default
  --seed N        this one only
  --events M      how much happens in each; 1000 by default
  --trace         with --seed: prints everything that happens
  --mutant NAME   a copy of the code with a known fault, which must be caught; all: every one of them

Exit code: 0 all is well, 1 an invariant is broken or a mutant got away, 2 asked wrongly.
TEXT
    load) cat <<'TEXT' ;;
Usage: ./suinian load PROFILE [RATE [SECONDS]]

A Gatling profile against the demo city that ./suinian up runs on this machine. The taps are real and stay booked.

  PROFILE         MorningPeak, LunchRush, OfflineFlush, HotCard or MixedDay
  RATE            taps a second at the plateau, which a ramp from 20 reaches; 20 to 2000, 300 by default
  SECONDS         ramp and plateau together, three quarters of it ramp; 4 to 180, 60 by default

Exit code: 0 every answer was right and the 99th percentile within 100 ms, 1 not so or no city there, 2 asked wrongly.
TEXT
    test) cat <<'TEXT' ;;
Usage: ./suinian test [MAVEN ARGUMENTS]

Every gate and every test, browser tests included where a Chromium is found. Arguments go to Maven as they are, for
example -pl card-core.
TEXT
    doctor) cat <<'TEXT' ;;
Usage: ./suinian doctor

Checks JDK, Maven, disk, memory, ports, database, keys, calendar and clock, and says what to do about each failure.
Exit code: 0 nothing stands in the way, 1 something does.
TEXT
    help | -h | --help) help ;;
    *) return 1 ;;
  esac
}
