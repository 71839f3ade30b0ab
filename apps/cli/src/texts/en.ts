import type { ImportStage, MakingStage } from '@quanheng/domain/archive/model'
import { message } from '@quanheng/messages/messages'
import { noticedLine } from '@quanheng/messages/noticed'
import { moment } from './moment.ts'
import type { Words } from './words.ts'

const port = (free: number) => `npm start -- --port ${free}`

const damage: Readonly<Record<string, string>> = {
  missing: 'missing',
  digest: 'not what the manifest says',
  extra: 'not in the manifest',
  form: 'a manifest of another form',
  cut: 'cut short',
}
const steps: Record<MakingStage | ImportStage, string> = {
  collecting: 'collecting the year',
  digesting: 'hashing',
  writing: 'writing the package',
  verifying: 'verifying files and leaves',
  recomputing: 'computing scores again',
  keeping: 'keeping it',
  keepingFiles: 'keeping files',
  filling: 'filling rows',
  comparing: 'comparing with what was sealed',
  logging: 'writing the log',
}

const fileFaults = {
  damaged: 'changed',
  missing: 'missing',
  unreadable: 'unreadable',
  sm3Differs: 'SM3 differs from the record',
} as const

export const en: Words = {
  refusals: {
    'data.held': ({ dir, pid, what, address }) =>
      `The data directory ${dir} is held by process ${pid} (${what})${address ? ` at ${address}` : ''}. One process at a time may use it: stop that one with ./quanheng stop, or name another directory with --data.`,
    'data.foreign': ({ dir, owner }) =>
      `The data directory ${dir} belongs to ${owner ? `account ${owner}` : 'another account'}. Run as the account that first started it, or name another directory with --data.`,
    'data.unwritable': ({ dir, reason }) =>
      `The data directory ${dir} cannot be used: ${reason}. Check its rights and the disk, or name another with --data.`,
    'data.kindChosen': ({ dir, kind }) =>
      `The data directory ${dir} was chosen to be a ${kind} one, for good. Name a new directory with --data for the other kind.`,
    'data.passwordsLost': ({ file }) =>
      `The database's password file ${file} is gone, so the database cannot be opened. Bring the file back from a backup.`,
    'demo.real': ({ dir }) =>
      `The data directory ${dir} is a real one; a rehearsal cannot be put into it. Choose another with --data.`,
    'server.running': ({ command, pid, address }) =>
      `A server is running (process ${pid}, ${address}), so ${command} cannot. Run ./quanheng stop first.`,
    'server.notRunning': ({ dir }) => `No server is running on the data directory ${dir}.`,
    'server.unreachable': ({ dir, pid }) =>
      `Process ${pid} holds the data directory ${dir} but does not answer. Look at that process, end it if need be, and try again.`,
    'host.open': ({ host }) =>
      `Listening on ${host} would serve other machines in the clear. Give --tls-cert and --tls-key, or --behind-proxy where a proxy in front speaks HTTPS.`,
    'tls.unreadable': ({ file, reason }) => `The certificate or key file ${file} cannot be read: ${reason}.`,
    'tls.half': () => '--tls-cert and --tls-key go together.',
    'file.unreadable': ({ file, reason }) => `Cannot read ${file}: ${reason}`,
    'backup.nothing': ({ dir }) => `The data directory ${dir} has not been set up: there is nothing to back up.`,
    'key.exists': ({ dir }) =>
      `${dir}/keys/log-sm2.pem exists, and a key is not replaced: what is signed later could not be held against what was signed before.`,
    'backup.exists': ({ file }) => `${file} exists, and a backup overwrites nothing. Choose another name.`,
    'file.unwritable': ({ file, reason }) => `Cannot write ${file}: ${reason}`,
    'archive.refused': ({ code, params }) => message('en', code, params),
    'backup.failed': ({ file, reason }) =>
      `The backup was not made (${file}): ${reason}. Nothing half-made is left; check space and rights and try again.`,
    'backup.badRecipient': ({ recipient, reason }) =>
      `--recipient ${recipient} is no age public key (age1…, made by age-keygen): ${reason}`,
    'backup.weakPassphrase': ({ file, shortest }) =>
      `The passphrase in ${file} is too short: it needs ${shortest} characters or more.`,
    'backup.foreign': ({ file }) => `${file} is not a backup of Quanheng.`,
    'backup.locked': ({ file, reason }) =>
      `The closed backup ${file} cannot be opened: ${reason}. Give the key or passphrase it was closed with, by --identity-file or --passphrase-file.`,
    'backup.damaged': ({ file, part, reason }) =>
      `The backup ${file} is damaged and nothing was restored. Damaged: ${part || 'its beginning'} (${damage[reason] ?? reason}). Use another backup.`,
    'backup.newer': ({ name }) =>
      `The backup comes from a newer program (this one has no migration ${name}). Restore it with that version or a later one.`,
    'restore.notEmpty': ({ dir }) =>
      `${dir} holds data. A backup is restored into an empty system only, so that no act can be made to unhappen: choose a new directory with --data, or an empty database with DATABASE_URL.`,
    'restore.failed': ({ part, reason }) =>
      `The restore did not end (${part}): ${reason}. The database is still empty; it may be tried again.`,
    'restore.logDiffers': ({ size }) =>
      `The ${size} leaves of the backup do not give the roots of its manifest; nothing was restored. Use another backup.`,
    'restore.rollback': ({ place, held, size }) =>
      `This backup is older than what has been sealed: ${place} keeps checkpoint ${held}, the backup ends at ${size} (or differs). Restoring it is a rollback; what came after will be gone. Add --accept-rollback to do it: the log will say so, and checkpoints must go to a new folder.`,
    'scanner.badAddress': ({ address }) =>
      `--clamd “${address}” is no usable address. Write tcp://host:port, or unix: and the absolute path of the socket.`,
    'checkpoint.badPlace': ({ place }) =>
      `--checkpoints-to: “${place}” is no place. Give the absolute path of a folder, syslog://host:port, or a witness’s http(s) address; several are parted by commas.`,
    'port.taken': ({ host, port: taken, holder, free }) =>
      `Port ${taken} on ${host} is taken by ${holder ? `process ${holder}` : 'another process'}. Stop it, or use another port: ${port(free)}`,
    'port.denied': ({ port: denied }) =>
      `This account may not listen on port ${denied}. Use one above 1024: ${port(8080)}`,
    'host.unknown': ({ host }) => `This machine has no address ${host} to listen on. Check --host.`,
    'postgres.missing': ({ platform, major }) =>
      `PostgreSQL ${major} for ${platform} was not found. Run npm ci again; where the platform has none, set DATABASE_URL to a PostgreSQL 15 to 18.`,
    'postgres.major': ({ dir, found, program }) =>
      `The data directory ${dir} was written by PostgreSQL ${found}; this program brings PostgreSQL ${program}. Back up with the old version and restore into a new directory.`,
    'postgres.failed': ({ step, output }) => `The database did not start (${step}):\n${output}`,
    'postgres.stuck': ({ pid, dir }) =>
      `The database process ${pid} (${dir}) does not stop. Look at that process and try again.`,
    'postgres.foreign': ({ pid, dir }) =>
      `The database process ${pid} uses ${dir} and belongs to another account, so this account cannot stop it.`,
    'database.unreachable': ({ where, reason }) =>
      `The database ${where} cannot be reached: ${reason}. Check DATABASE_URL.`,
    'database.version': ({ version }) =>
      `The database server is version ${version}; Quanheng serves on PostgreSQL 15 to 18.`,
    'database.encoding': ({ encoding }) =>
      `The database's encoding is ${encoding}; make a new database with ENCODING 'UTF8'.`,
    'database.noRole': ({ login }) =>
      `The database login ${login} is not in quanheng_app. Have the administrator run deploy/roles.sql and GRANT quanheng_app TO "${login}".`,
    'database.appMayNotServe': ({ login }) =>
      `The login ${login} of DATABASE_URL is a superuser or owns the database and may not serve. Log in as quanheng_app there, and name the owner in DATABASE_OWNER_URL only.`,
    'migration.changed': ({ name }) =>
      `The migration ${name} was changed after it ran, so database and program no longer agree. Bring back the file's original text.`,
    'migration.unknown': ({ name }) =>
      `The database has run migration ${name}, which this program does not have: it is newer than the program. Use a newer program.`,
    'migration.misnamed': ({ name }) => `The migration file ${name} is misnamed (0001_what.sql is the form).`,
    'migration.gap': ({ name, expected }) => `Number ${expected} is missing before the migration file ${name}.`,
    'migration.failed': ({ name, reason }) => `Migration ${name} failed; the database stands as before it: ${reason}`,
  },
  notices: {
    'data.directory': ({ dir }) => `Data directory: ${dir}`,
    'data.moved': ({ asked, dir, account }) =>
      `The database account ${account} cannot enter ${asked}: data and database programs are kept at ${dir} and beside it.`,
    'database.making': ({ dir }) => `Making the database in ${dir} ...`,
    'database.external': ({ where, version }) => `Using the external database ${where} (PostgreSQL ${version}).`,
    'database.oneLogin': ({ where }) =>
      `Only one database login is given (${where}): the server gives up the owner's rights by SET ROLE, which is weaker than two logins. Make them with deploy/roles.sql and set DATABASE_OWNER_URL.`,
    'database.lost': ({ pid }) => `The database process ${pid} ended unexpectedly; starting it again ...`,
    'database.back': ({ pid }) => `The database is back (process ${pid}).`,
    'migration.applied': ({ names }) => `Migrations applied: ${names}`,
    'migration.none': ({ count }) => `The database is up to date (${count} migrations).`,
    'backup.making': ({ file }) => `Backing up to ${file}, which is then read again from end to end ...`,
    'backup.fileAbsent': ({ sha256 }) =>
      `Note: rows cite the file ${sha256}, which is not in the store and not in the backup.`,
    'backup.fileDamaged': ({ sha256 }) => `Note: the stored file ${sha256} has changed; it is backed up as it is.`,
    'archive.making': ({ year, file }) =>
      `Making the archive package of ${year}, ${file}; it is read again from end to end…`,
    'archive.step': ({ stage, done, total }) =>
      total === 0 ? `${steps[stage]} ...` : `${steps[stage]} ${done}/${total}`,
    'archive.open': ({ text }) => `Note: ${text}. The package says so.`,
    'archive.made': ({ file, title, size, leaves, files }) =>
      `Archive package made and verified: ${file} (${title}, ${size} bytes, ${files} files, ${leaves} leaves).`,
    'archive.importing': ({ file }) => `Verifying the package ${file} from end to end before anything is written ...`,
    'archive.noticed': (one) => noticedLine('en', one, (at) => moment.format(at)),
    'archive.ownKeys': () =>
      'Note: without --key the package was held against the keys that it brings along. Compare them with those noted down when the installation began.',
    'archive.imported': ({ title, dir, rows, things, leaves, files, login, password }) =>
      `Taken in to be read only: ${title}, in ${dir} (${leaves} leaves verified, ${rows} rows, ${things} things word for word as they were sealed, ${files} files).\nStart: npm start -- --data ${dir}\nSign in as ${login} with ${password} (shown this once; it can be changed).`,
    'backup.made': ({ file, size, leaves, files, open }) =>
      `Backed up and checked: ${file} (${size} bytes, ${leaves} leaves, ${files} files).${open ? ' It is not encrypted and leaves out the log’s private key: keep keys/log.pem of the data directory elsewhere, and the backup from others’ eyes.' : ''}`,
    'backup.sound': ({ file, madeAt, leaves, files }) =>
      `The backup is sound: ${file} (made ${madeAt}, ${leaves} leaves, ${files} files).`,
    'restore.checking': ({ file }) => `Checking the backup ${file} ...`,
    'restore.keyLeftOut': ({ dir }) =>
      `This backup leaves out the log’s private key. Before the start, put the log.pem of old into ${dir}/keys/ (mode 600), or the log cannot be sealed.`,
    'restore.rolledBack': ({ place, held, size }) =>
      `Note: this is a rollback. ${place} keeps checkpoint ${held}; restored is ${size}. Send checkpoints to a new folder and keep the old one as evidence.`,
    'restore.done': ({ dir, madeAt, leaves, files }) =>
      `Restored to ${dir}: backup of ${madeAt}, ${leaves} leaves, ${files} files, all compared. The first act after the next start tells of it.`,
    'demo.playing': ({ percent, doing }) => `Playing the year, ${percent} %: ${doing}`,
    'demo.ready': ({ dir, date }) => `The rehearsal stands (on ${date}): ${dir}`,
    'server.ready': ({ address }) => `Quanheng is running: open ${address} in a browser`,
    'key.made': ({ file, key }) =>
      `Made the SM2 key of the log: ${file} (readable by this account alone; back it up elsewhere). From the next start on, checkpoints are signed with it as well. Its public part, for auditors and archives to keep:\n${key}`,
    'files.scanner': ({ scanner }) =>
      scanner ? `Virus scanner: ${scanner}` : 'Virus scanner: none; files show as not scanned (--clamd)',
    'files.unchecked': () => 'Files: never checked yet (each night, or now by ./quanheng check-files)',
    'files.checked': ({ at, files, bytes, faults }) =>
      `Files: checked ${at}, ${files} files, ${bytes} bytes, ${faults === 0 ? 'all sound' : `${faults} at fault`}`,
    'files.reached': ({ percent }) => `Files: up to ${percent} %, the rest on the next night`,
    'files.fault': ({ digest, fault, names }) => `${fileFaults[fault]}\t${digest}\t${names}`,
    'server.stopping': () => 'Stopping ...',
    'server.stopped': ({ pid }) => `Stopped (process ${pid}).`,
    'log.sealed': ({ size, at }) => `Sealed up to leaf ${size} at ${moment.format(new Date(at))}.`,
    'log.trouble': ({ code, params }) => message('en', code, params),
    'server.status': ({ pid, database, address, dir, what }) =>
      `${address || what}\tprocess ${pid}\tdatabase ${database || 'external'}\t${dir}`,
  },
  usage: {
    unknownCommand: (name) => `There is no command ${name}. ./quanheng --help lists them all.`,
    unknownOption: (name, command) => `${command} has no option ${name}. ./quanheng ${command} --help lists them all.`,
    needsValue: (name) => `Option ${name} needs a value.`,
    noValue: (name) => `Option ${name} takes no value.`,
    extraArgument: (text, command) =>
      command === 'start' && /^\d+$/.test(text)
        ? `A port is written as an option: npm start -- --port ${text}`
        : `${command} does not take "${text}".`,
    needsFile: (command) => `${command} needs a file, for example ./quanheng ${command} notice.docx --json`,
    file: 'FILE',
    needsYear: 'Name the year and the file, for example ./quanheng archive 2025 --out year.zip',
    needsReceipt: 'Name the receipt, for example ./quanheng verify receipt.json --key LINE',
    needsPackage: 'Name the package, for example ./quanheng import year.zip --data NEW_FOLDER --key LINE',
    exportAlone:
      '--export plays the year in a throw-away database: give neither --data nor --reset, as in ./quanheng demo --export year.zip',
    needsTwo:
      'Restoring takes two people and a reason: --by NAME --witness NAME --reason TEXT (two different names). To check a backup only, add --check.',
    needsFiles: 'Name the plan and the facts, e.g. ./quanheng score plan.yaml facts.xlsx',
    unknownUnit: (name) => `The plan has no unit “${name}”.`,
    schemaKinds: (kinds) => `Say which: ${kinds}.`,
    badPort: (text) => `${text} is no port: use a whole number from 0 to 65535; 0 takes any free one.`,
    needsSentence: 'Write a scoring sentence after rule, or read many with --batch from standard input.',
    badMark: (text) => `The mark ${text} is not right: use a number of zero or more, for example --full-mark 10.`,
    badFacts: (text) => `--facts takes one JSON object, such as '{"actual":"90","target":"100"}', not ${text}.`,
    badFact: (code, name) =>
      code === 'rule.factUnknown'
        ? `There is no fact called "${name}". Known: rate actual target baseline count group rank level met parts periods votes entries.`
        : `The fact "${name}" is not written right: numbers are strings, such as "0.95".`,
    badSeal: (text) => `${text} is no seal: write it as paper shows it, --seal "1234 3f9a02bc-77d1e05a".`,
    badSeen: (text) => `--seen ${text} names no leaves: write numbers parted by commas, --seen 12,40.`,
    badLanguage: (text) => `--lang is zh or en, not ${text}.`,
    failed: (reason) => `Something went wrong: ${reason}`,
    heading: 'Quanheng · performance appraisal',
    synopsis: 'Usage: ./quanheng <command> [options]',
    commands: 'Commands',
    options: 'Options',
  },
  score: {
    rank: 'rank',
    unit: 'unit',
    total: 'total',
    grade: 'grade',
    waitsFor: (names) => `missing: ${names}`,
    open: (outcome) =>
      outcome.status === 'ambiguous'
        ? 'an open question: readings give different points'
        : 'the facts cannot be scored',
    loss: (points, clause) => `-${points}: ${clause}`,
    totals: (raw, normalised, published) => `raw ${raw}, normalised ${normalised}, total ${published}`,
  },
  verify: {
    holds: (body, acts, size) =>
      `Holds: all ${acts} acts of ${body} are in the log sealed by checkpoint ${size}, unchanged.`,
    drawn: (indicator, listed, picked, seed) =>
      `Holds: drawn again from the ${listed} units of “${indicator}” with seed ${seed}, the same ${picked} come out.`,
    reportHolds: (time, size) =>
      `Holds: the paper below is what was sealed when it was put on its way at ${time} (checkpoint ${size}). Compare it with the print.`,
    codeFits: (code) => `The check code on paper is that of this content: ${code}`,
    codeIs: (code) =>
      `The check code of this content is ${code}; compare it with the foot of the print, or give that one with --code.`,
    archiveHolds: (title, year, { files, acts, objects, sheets, scores, totals, draws }) =>
      `Holds: “${title}” of ${year}: ${files} files, ${acts} acts, ${objects} things, ${sheets} signed contents and ${draws} draws agree with the log; ${scores} scores and ${totals} totals computed again are the same.`,
    publicHolds: (title, year, totals) =>
      `Holds: the public export of ${title}, ${year}, is of the sealed log; ${totals} totals, ranks and grades computed again from their items, all equal. People, sheets, drafts and evidence stay closed and are named by number only.`,
    archiveUnchecked: (count) => `${count} of the scores were only compared with what was signed.`,
    archiveOpen: (text) => `Not final when it was made: ${text}`,
    sealFits: (size) => `Of the same log as the seal given (${size}).`,
    noticed: (count) =>
      `It holds, and the log tells of ${count} things that a person has to account for (name the leaves that are accounted for with --seen, parted by commas):`,
    ownKeys:
      'Note: without --key this compares with the keys that the receipt brings along. Compare them with those noted down when the installation began, or verify again with --key.',
  },
  help: {
    examples: 'list what worked examples leave out and propose them',
    score: 'score a plan file with a facts file: items, totals, ranks, grades',
    'lint-plan': 'check a plan file: what must be resolved and what to look at',
    schema: 'print the JSON Schema of a plan file (plan) or a facts file (facts)',
    verify: 'check a receipt, the proof of a report or an archive package; of the latter every score is computed again',
    public: 'only what may be published: no people, sheets, drafts or evidence',
    seal: 'the seal in the foot of a paper: whether the log is the same',
    seen: 'leaves that are accounted for, parted by commas, and not told again',
    code: 'check code in the foot of the print (for the proof of a report)',
    'check-draw': 'draw again from the record of a draw and compare',
    key: 'verifier keys noted down when the installation began, parted by a comma',
    explain: 'only this unit, with the arithmetic of every item',
    rule: 'Read a scoring sentence: what is understood, how it reads back, what is open; with facts, score it',
    'full-mark': 'Full marks, such as 10',
    facts: 'Facts, a JSON object',
    start: 'start the server (npm start does the same and first installs and builds what is missing)',
    stop: 'stop the running server',
    status: 'show the running server',
    backup: 'back up all rows and files, read again when written (the server may run)',
    restore: 'check a backup and restore it into an empty system (server stopped)',
    to: 'where the backup goes: a folder or a file name (default: backups in the data directory)',
    recipient: 'close the backup for an age public key (age1…)',
    'passphrase-file': 'file with the passphrase that closes or opens a backup (12 characters or more)',
    'identity-file': 'file with the age identity that opens a backup',
    check: 'check the backup only',
    by: 'name of whoever restores',
    witness: 'name of the other who is there',
    reason: 'why; it goes into the log',
    'accept-rollback': 'restore though the backup is older than what has been sealed',
    demo: 'prepare the rehearsal; --reset begins it again, --export writes the package of its whole year',
    export: 'play the whole rehearsal year in a throw-away database and write its archive package to this file',
    reset: 'begin again; what was rehearsed is not kept',
    migrate: "bring the database to this program's version (with no server running)",
    'check-paper':
      'check an official paper against GB/T 9704-2012 (50 assertions); exit code 0 no fault, 1 faults, 2 not readable',
    render: 'set the paper with LibreOffice and check the page too (must be installed)',
    figures: 'published result (CSV: unit first, columns as in the table heads) to hold tables against',
    'read-notice': 'read a notice: its fields and what is wrong with it',
    json: 'print fields and findings as JSON',
    text: 'print the normalised text',
    batch: 'read every file of a folder',
    out: 'folder for the results (with --batch), or the archive package',
    archive: 'make the archive package of a year (--out names the file)',
    import: 'take the archive package of a year into an empty system, to be read only (verified first)',
    'check-files': 'Hash every stored file again and name those damaged or missing',
    'sm2-key': 'Make an SM2 key with which checkpoints are signed as well from then on',
    clamd: 'Address of the virus scanner clamd: tcp://host:port or unix:/path',
    data: 'data directory (default: .data in this folder)',
    port: 'port (default 8080)',
    host: 'address to listen on (default 127.0.0.1)',
    'tls-cert': 'HTTPS certificate file (PEM)',
    'tls-key': 'HTTPS private key file (PEM)',
    'behind-proxy': 'a proxy in front speaks HTTPS',
    'checkpoints-to':
      'keep copies of checkpoints in: a folder, syslog://host:port, a witness’s address; parted by commas',
    lang: 'language: zh (default) or en',
    help: 'show help',
    version: 'show the version',
  },
}
