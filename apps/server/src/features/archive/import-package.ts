import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Refusal } from '@quanheng/contract/errors'
import type { ImportStage, StageProgress } from '@quanheng/domain/archive/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { hex } from '@quanheng/domain/kernel/digest'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Noticed } from '@quanheng/log/noticed'
import type { SealMark } from '@quanheng/log/seal-mark'
import { type ObjectLine, paths, rowsPath } from '@quanheng/papers/archive/model'
import { type OpenPackage, openPackage, type PackageFault } from '@quanheng/papers/archive/package-reader'
import { verifyArchive } from '@quanheng/papers/archive/verify-archive'
import { readZip, type Source } from '@quanheng/papers/archive/zip'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { type Installation, writeAct } from '../../platform/door/act.ts'
import { type Context, realContext } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { nobody } from '../../platform/door/own-act.ts'
import { digestBlocks, type KeptFiles } from '../../platform/files/file-check.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import { fileSource } from '../../platform/log/file-source.ts'
import { packageMeans } from '../../platform/log/package-means.ts'
import type { Platform } from '../../platform/platform.ts'
import { reasonOf, Refusal as Stopped } from '../../platform/process/refusal.ts'
import type { RowLine } from './collect-rows.ts'
import { fillRows } from './fill-rows.ts'
import { contentsOf } from './make-archive.ts'
import { makeReadingAccount, type ReadingAccount } from './reading-account.ts'
import { insertArchive } from './store.ts'

export interface ImportAsked {
  readonly file: string
  /** Verifier keys noted down elsewhere; none: those that the package brings along. */
  readonly keys: readonly string[]
  readonly seal?: SealMark | undefined
}

export interface Imported extends ReadingAccount {
  readonly title: string
  readonly year: number
  readonly leaves: number
  readonly rows: number
  /** Things whose rows say, word for word, what was sealed. */
  readonly things: number
  readonly files: number
  /** False: nobody said whose keys the package must be signed with. */
  readonly trusted: boolean
  /** What its log tells that a person has to account for. */
  readonly noticed: readonly Noticed[]
}

export type Told = (progress: StageProgress<ImportStage>) => void

/** Each stored file and issued paper of the package, into the file store under its digest. */
const keepFiles = async ({ files }: Platform, source: Source, told: Told): Promise<Result<number, Refusal>> => {
  let count = 0
  const entries = (await readZip(source, packageMeans.decode)) ?? []
  const kept = entries.filter(({ path }) => /^(files|papers)\//.test(path))
  for (const { at, size } of kept) {
    const put = await files.put(
      (async function* () {
        yield await source.read(at, size)
      })(),
      size + 1,
    )
    if (!put.ok) return put
    told({ stage: 'keepingFiles', done: ++count, total: kept.length })
  }
  return ok(count)
}

/** Rows say what the sealed things say, word for word; a number book that also numbers papers of other years stays in the package alone. */
const sameAsSealed = async (
  tx: Tx,
  nouns: LoggedNouns,
  objects: readonly ObjectLine[],
  told: Told,
): Promise<Result<null, Refusal>> => {
  for (const [at, { noun, id, text }] of objects.entries()) {
    told({ stage: 'comparing', done: at + 1, total: objects.length })
    const form = await nouns[noun]?.form(tx, id)
    if (form === undefined && noun === 'numberBook') continue
    if (form === undefined || canonicalJson(form) !== text)
      return fail({ code: 'archive.rowsDiffer', params: { noun, id } })
  }
  return ok(null)
}

/** Every file that a row rests on came with the package. */
const allFilesHere = async (tx: Tx, files: FileStore, keptFiles: KeptFiles): Promise<Result<null, Refusal>> => {
  for (const block of digestBlocks)
    for (const { sha256 } of await keptFiles(tx, { block, after: '' }))
      if (!(await files.has(sha256))) return fail({ code: 'archive.filesMissing', params: { digest: sha256 } })
  return ok(null)
}

/** Whose year it is: the body with the year plan, else the one whose plans the package is of. */
const ownerOf = (objects: readonly ObjectLine[]): string | undefined => {
  const plans = objects
    .filter(({ noun }) => noun === 'plan')
    .map(({ text }) => JSON.parse(text) as { kind: string; ownerUnitId: string })
  return (plans.find(({ kind }) => kind === 'appraisalPlan') ?? plans[0])?.ownerUnitId
}

/** Everything that the rows now say, as one act says it: from here on the nightly check holds them to it. */
const changesOf = async (tx: Tx, nouns: LoggedNouns): Promise<readonly Change[]> => {
  const changes: Change[] = []
  for (const [noun, { form, table }] of Object.entries(nouns)) {
    const { rows } = await sql<{ id: string }>`SELECT id::text AS id FROM ${sql.table(table)} ORDER BY id`.execute(tx)
    for (const { id } of rows) changes.push({ noun, id, version: 1, before: null, after: await form(tx, id) })
  }
  return changes
}

/** What the features say of themselves. */
export interface ImportGround {
  readonly nouns: LoggedNouns
  readonly keptFiles: KeptFiles
}

interface Filling extends ImportGround {
  readonly files: FileStore
  readonly open: OpenPackage
  readonly zip: { readonly sha256: string; readonly size: number }
  readonly context: Context
  readonly told: Told
}

/** In one transaction: rows, what they are held against, the account that reads them, and the act that says so. */
const fill = async (
  tx: Tx,
  { open, zip, files, nouns, keptFiles, context, told }: Filling,
): Promise<Result<ReadingAccount & Pick<Imported, 'rows' | 'things'>, Refusal>> => {
  const begun = await tx.selectFrom('installation').select('id').executeTakeFirst()
  if (begun !== undefined) return refuse('archive.notEmpty')
  const objects = await open.lines<ObjectLine>(paths.objects, 'noun', 'id', 'salt', 'text')
  const unitId = ownerOf(objects)
  if (unitId === undefined) return refuse('archive.noRows')
  const rows = await open.lines<RowLine>(rowsPath, 'table', 'row')
  told({ stage: 'filling', done: 0, total: rows.length })
  const filled = await fillRows(tx, rows)
  if ('unknown' in filled) return refuse('archive.rowsUnknown', { params: { name: filled.unknown } })
  const same = await sameAsSealed(tx, nouns, objects, told)
  if (!same.ok) return same
  const whole = await allFilesHere(tx, files, keptFiles)
  if (!whole.ok) return whole
  told({ stage: 'logging', done: 0, total: 0 })
  const { title, year, on, size, open: unsettled } = open.manifest
  const installation: Installation = {
    kind: 'archive',
    origin: `quanheng/archive/${year}/${hex(open.manifestDigest).slice(0, 16)}`,
    saltKey: randomBytes(32),
  }
  await tx
    .insertInto('installation')
    .values({
      id: 1,
      kind: 'archive',
      origin: installation.origin,
      salt_key: installation.saltKey,
      business_date: null,
      version: 1,
    })
    .execute()
  const archive = {
    id: context.newId(),
    unitId,
    year,
    title,
    madeOn: on,
    leaves: size,
    manifestDigest: hex(open.manifestDigest),
    zipDigest: zip.sha256,
    size: zip.size,
    contents: contentsOf(open.manifest),
    open: unsettled,
    by: null,
  }
  await insertArchive(tx, archive, context.now)
  const { credential, ...account } = await makeReadingAccount(tx, context, { unitId, from: `${year}-01-01` })
  const changes: readonly Change[] = [
    ...(await changesOf(tx, nouns)),
    { noun: 'credential', id: credential.id, version: 1, before: null, after: credential },
  ]
  const event = {
    type: 'archiveImported',
    year,
    leaves: size,
    origin: open.manifest.origin,
    manifestDigest: archive.manifestDigest,
  }
  await writeAct(
    tx,
    { id: context.newId(), action: 'archive.import', actor: nobody, context, installation },
    { post: null, events: [event], changes, reply: null },
  )
  return ok({ ...account, rows: filled.rows, things: objects.length })
}

/** Rolls the transaction back; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Fills an empty system with the archive package of a year, to be read and nothing else. The package is verified from its first byte to the last
 * before anything is written; its rows count only where they say what the sealed things say. The log of this system begins anew with the act that
 * names the package; the sealed log of the year stays in the package, which is kept too.
 */
export const importPackage = async (
  platform: Platform,
  ground: ImportGround,
  { file, keys, seal }: ImportAsked,
  told: Told = () => {},
): Promise<Result<Imported, Refusal | PackageFault>> => {
  if (platform.installation.current() !== null) return refuse('archive.notEmpty')
  const source = await fileSource(file).catch((error: unknown) => {
    throw new Stopped('file.unreadable', { file, reason: reasonOf(error) }, error)
  })
  try {
    const means = { ...packageMeans, keys, seal }
    const verdict = await verifyArchive(source, { ...means, told })
    if (!verdict.ok) return verdict
    const { kind, title, year, trusted, size, noticed } = verdict.value
    if (kind === 'public') return refuse('archive.publicOnly')
    const open = await openPackage(source, means)
    if (!open.has(rowsPath)) return refuse('archive.noRows')
    const files = await keepFiles(platform, source, told)
    if (!files.ok) return files
    const zip = await platform.files.put(createReadStream(file), source.size + 1)
    if (!zip.ok) return zip
    const context = realContext(platform.clock.now())
    const filled = await platform.db
      .transaction()
      .execute(async (tx) => {
        const done = await fill(tx, { ...ground, open, zip: zip.value, files: platform.files, context, told })
        if (!done.ok) throw new Refused(done.error)
        return done.value
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) return error.refusal
        throw error
      })
    if ('code' in filled) return fail(filled)
    await platform.chooseKind('archive')
    await platform.installation.reload()
    return ok({ ...filled, title, year, leaves: size, files: files.value, trusted, noticed })
  } finally {
    await source.close()
  }
}
