import { type FigureEdit, figureDraft } from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type DomainError, ok, type Result } from '@quanheng/domain/kernel/result'
import type { PackLine } from '@quanheng/domain/report-pack/lines'
import { message } from '@quanheng/messages/messages'
import type { Reader } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { newestScan } from '../../platform/files/custodian.ts'
import { mayProve } from '../../platform/files/unscored.ts'
import { sha256 } from '../../platform/log/means.ts'
import type { Platform } from '../../platform/platform.ts'
import { type FigureLine, readFigures } from '../collection/index.ts'
import { isWhatItSays } from '../upload/index.ts'
import { type Asking, attachedTo } from './asked.ts'
import { type OpenedPack, openPack, type PlacedFile } from './open-pack.ts'
import { packForm } from './workbook.ts'

export interface MatchedFile extends PlacedFile {
  readonly line: PackLine
  /** Attached to its line already, to the byte: it is not put forward again. */
  readonly known: boolean
}

interface Fault {
  readonly sheet: string | null
  readonly cell: string | null
  readonly path: string | null
  readonly text: string
}

/** A pack as it would be taken in. */
export interface ReadPack extends OpenedPack {
  readonly figures: readonly FigureLine[]
  readonly blank: number
  readonly matched: readonly MatchedFile[]
  readonly attached: (line: PackLine) => readonly FiledEvidence[]
  readonly originals: readonly PlacedFile[]
  readonly left: readonly string[]
  readonly faults: readonly Fault[]
  /** What I had typed on the platform and not reported. */
  readonly typed: Readonly<Record<string, FigureEdit>>
  /** Digest of all that; whoever takes the pack in names what was shown. */
  readonly shown: string
}

export type Reading = Asking & { readonly context: Context }

const faultOf = (path: string, { code, params }: DomainError<string>): Fault => ({
  sheet: null,
  cell: null,
  path,
  text: message('zh-CN', code, params),
})

/** What is wrong with a file that would be kept; the same rules as for one that is uploaded by itself. */
const faultsIn = async (db: Reader, { path, name, seen, place }: PlacedFile): Promise<readonly Fault[]> => {
  const params = { name }
  if (seen.size === 0) return [faultOf(path, { code: 'evidence.emptyFile', params })]
  if (!isWhatItSays(name, seen.head)) return [faultOf(path, { code: 'upload.otherContent', params })]
  if ((await newestScan(db, seen.digest))?.state === 'infected') return [faultOf(path, { code: 'upload.infected' })]
  const proves = place.kind === 'line' ? await mayProve(db, [seen.digest], path) : ok(null)
  return proves.ok ? [] : [faultOf(path, proves.error)]
}

const draftOf = async ({ db, actor }: Asking): Promise<ReadPack['typed']> => {
  const row = await db
    .selectFrom('draft')
    .select('body')
    .where('person_id', '=', actor.personId)
    .where('key', '=', figureDraft)
    .executeTakeFirst()
  return (row?.body ?? {}) as ReadPack['typed']
}

const isPlaced = (kind: PlacedFile['place']['kind']) => (file: PlacedFile) => file.place.kind === kind

/** Each file once a line: a second copy of the same bytes is known by then. */
const match = (files: readonly PlacedFile[], attached: ReadPack['attached']): readonly MatchedFile[] => {
  const met = new Set<string>()
  return files.flatMap((file) => {
    if (file.place.kind !== 'line') return []
    const { line } = file.place
    const key = `${line.number}/${file.seen.digest}`
    const known = met.has(key) || attached(line).some((one) => one.file.sha256 === file.seen.digest)
    met.add(key)
    return [{ ...file, line, known }]
  })
}

/** Reads an uploaded pack to the end: what would change, what matched what, and every fault. Stores nothing. */
export const readPack = async (
  platform: Pick<Platform, 'files'>,
  asking: Reading,
  digest: string,
): Promise<Result<ReadPack, Refusal>> => {
  const opened = await openPack(platform, asking, digest)
  if (!opened.ok) return opened
  const { asked, stamp, files, workbook } = opened.value
  const read = await readFigures({ ...asking, posts: asked.posts }, workbook, packForm)
  const attached = await attachedTo(asking.db, asked)
  const matched = match(files, attached)
  const originals = files.filter(isPlaced('original'))
  const inFiles = await Promise.all([...matched, ...originals].map((file) => faultsIn(asking.db, file)))
  const content = {
    figures: read.lines,
    blank: read.blank,
    matched,
    originals,
    left: files.filter(isPlaced('unmatched')).map(({ path }) => path),
    faults: [...read.faults.map((fault) => ({ ...fault, path: null })), ...inFiles.flat()],
    typed: await draftOf(asking),
  }
  const shown = {
    stamp,
    figures: content.figures,
    files: matched.map(({ line, path, seen, known }) => [line.number, path, seen.digest, known]),
    originals: originals.map(({ path, seen }) => [path, seen.digest]),
    left: content.left,
    faults: content.faults,
  }
  const seen = Buffer.from(sha256(Buffer.from(canonicalJson(JSON.parse(JSON.stringify(shown)))))).toString('hex')
  return ok({ ...opened.value, ...content, attached, shown: seen })
}
