import type { ArchiveFileKind, Retention } from '@quanheng/domain/archive/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { namedIds } from '@quanheng/domain/plan/named'
import { sealMark } from '@quanheng/log/seal-mark'
import { paths, rowsPath } from '@quanheng/papers/archive/model'
import type { ManifestHead } from '@quanheng/papers/archive/write-archive'
import type { Reader } from '../../platform/database/database.ts'
import type { CheckpointRow } from '../../platform/database/tables.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import { verifierKeys } from '../../platform/log/entries.ts'
import { namesOf, planText } from '../plan/index.ts'
import { type Catalogued, catalogCsv, metadataJson } from './catalog.ts'
import { drawsOf, peopleOf } from './collect-draws.ts'
import { type CitedFile, filesOf } from './collect-files.ts'
import { logOf, milestonesOf } from './collect-log.ts'
import { rowsOf } from './collect-rows.ts'
import { plansOf, runsOf, signedSheetsOf } from './collect-scores.ts'
import { idsOfYear, thingsOf } from './collect-things.ts'
import { encapsulationXml } from './encapsulation.ts'
import { readme } from './readme.ts'
import { verifiersHere } from './verifiers-here.ts'
import type { ArchiveYear } from './year.ts'

interface Text {
  readonly path: string
  readonly kind: ArchiveFileKind
  readonly text: string
}

export interface CollectRequest {
  readonly year: ArchiveYear
  readonly organ: string
  readonly on: string
  readonly retention: Retention
  readonly checkpoint: CheckpointRow
  readonly origin: string
  readonly saltKey: Buffer
  readonly nouns: LoggedNouns
}

export interface Collection {
  readonly head: ManifestHead
  readonly texts: readonly Text[]
  readonly files: readonly CitedFile[]
}

export type Collected = Collection | { readonly changed: { readonly noun: string; readonly id: string } }

const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${canonicalJson(row)}\n`).join('')

const kinds: Readonly<Record<keyof typeof paths, ArchiveFileKind>> = {
  keys: 'log',
  checkpoint: 'log',
  sm3Checkpoint: 'log',
  leaves: 'log',
  acts: 'log',
  milestones: 'log',
  objects: 'record',
  others: 'log',
  plans: 'plan',
  sheets: 'sheet',
  runs: 'result',
  scores: 'result',
  draws: 'record',
}

/** Everything of the year, as of one moment: `db` is a transaction that sees one state, `checkpoint` covers all of its leaves. */
export const collect = async (db: Reader, request: CollectRequest): Promise<Collected> => {
  const { year, organ, on, retention, checkpoint, origin, saltKey, nouns } = request
  const ids = await idsOfYear(db, year.planIds, year.year)
  const ofYear = new Set([...ids].flatMap(([noun, own]) => own.map((id) => `${noun}\n${id}`)))
  const log = await logOf(db, checkpoint, (noun, id) => ofYear.has(`${noun}\n${id}`))
  const things = await thingsOf(db, ids, { nouns, saltKey, newest: log.newest })
  if (things.changed !== undefined) return { changed: things.changed }
  const plans = await plansOf(db, year.planIds)
  const sheets = await signedSheetsOf(db, ids.get('sheet') ?? [])
  const results = things.lines.filter(({ noun }) => noun === 'result')
  const digests = new Set(results.map(({ text }) => (JSON.parse(text) as { runDigest: string }).runDigest))
  const { runs, scores } = await runsOf(db, [...digests], plans, sheets)
  const parts: Readonly<Record<keyof typeof paths, string>> = {
    keys: (await verifierKeys(db)).map((key) => `${key}\n`).join(''),
    checkpoint: checkpoint.note,
    sm3Checkpoint: checkpoint.sm3_note,
    leaves: log.leaves.map((leaf) => `${leaf}\n`).join(''),
    acts: jsonLines(log.acts),
    milestones: jsonLines(await milestonesOf(db, checkpoint)),
    objects: jsonLines(things.lines),
    others: jsonLines(log.things.filter(({ noun, id }) => !ofYear.has(`${noun}\n${id}`))),
    plans: jsonLines(plans.map(({ line }) => line)),
    sheets: jsonLines(sheets),
    runs: jsonLines(runs),
    scores: jsonLines(scores),
    draws: jsonLines(await drawsOf(db, things.lines)),
  }
  const rows = await rowsOf(db, year.planIds, year.year)
  const { files, papers } = await filesOf(db, year.planIds, [parts.objects, parts.sheets, rows])
  const title = year.title
  const head: ManifestHead = {
    title,
    organ,
    year: year.year,
    on,
    origin,
    size: checkpoint.size,
    open: year.open,
    retention,
  }
  const issued = new Map(
    things.lines.flatMap(({ noun, text }) => {
      if (noun !== 'planVersion') return []
      const form = JSON.parse(text) as { digest: string; documentNumber: string; documentDate: string }
      return [[form.digest, form] as const]
    }),
  )
  const named = plans.map(({ line, content, ownerName }, at) => ({
    line,
    content,
    title: content.title,
    organ: ownerName,
    path: `plans/${String(at + 1).padStart(2, '0')}-v${line.number}.yaml`,
    number: issued.get(line.digest)?.documentNumber ?? '',
    date: issued.get(line.digest)?.documentDate ?? '',
  }))
  const texts: Text[] = (Object.keys(paths) as (keyof typeof paths)[]).map((name) => ({
    path: paths[name],
    kind: kinds[name],
    text: parts[name],
  }))
  const readable: Catalogued['plans'][number][] = []
  for (const { content, ...plan } of named) {
    const text = await planText({ content, names: await namesOf(db, namedIds(content)) })
    // One that no plan file can hold stands among the contents that are verified.
    if (text === null) readable.push({ ...plan, path: paths.plans, text: parts.plans })
    else {
      readable.push({ ...plan, text })
      texts.push({ path: plan.path, kind: 'plan', text })
    }
  }
  const catalogued: Catalogued = { year: year.year, organ, retention, papers, plans: readable }
  texts.push(
    { path: rowsPath, kind: 'record', text: rows },
    { path: 'people.jsonl', kind: 'record', text: jsonLines(await peopleOf(db, Object.values(parts))) },
    { path: 'metadata.json', kind: 'readme', text: metadataJson(catalogued) },
    { path: 'eep.xml', kind: 'readme', text: encapsulationXml(catalogued, on) },
    { path: 'catalog.csv', kind: 'readme', text: catalogCsv(catalogued) },
    { path: 'README.txt', kind: 'readme', text: readme(head, sealMark(checkpoint), await verifiersHere()) },
  )
  return { head, texts, files }
}
