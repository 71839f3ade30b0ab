import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type ObjectLine, type PlanLine, paths, type RunLine } from '@quanheng/papers/archive/model'
import type { Reader } from '../../platform/database/database.ts'
import { csv } from './catalog.ts'
import type { Collection } from './collect.ts'
import { publicReadme } from './readme.ts'
import type { ArchiveYear } from './year.ts'

type Line = Record<string, unknown>

const rowsIn = <T>(text: string): readonly T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line))

const lines = (rows: readonly unknown[]): string => rows.map((row) => `${canonicalJson(row)}\n`).join('')

interface Facts {
  readonly purpose: string
  readonly groups: readonly { readonly key: string; readonly name: string }[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

const results = ({ facts, totals }: RunLine): string => {
  const { groups, units } = JSON.parse(facts) as Facts
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const byUnit = new Map(totals?.units.map((unit) => [unit.unitId, unit]))
  const gradeOf = new Map(totals?.grades?.proposals.map(({ unitId, grade }) => [unitId, grade]))
  const rows = groups.flatMap(({ key, name }) =>
    (totals?.ranks ?? [])
      .filter(({ groupKey }) => groupKey === key)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ unitId, rank }) => [
        name,
        String(rank),
        nameOf.get(unitId) ?? unitId,
        byUnit.get(unitId)?.published ?? '',
        gradeOf.get(unitId) ?? '',
      ]),
  )
  return csv(['分组', '名次', '单位', '总分', '等次'], rows)
}

/** Phones and mailboxes of everybody on the platform: none may stand in what is published. */
const contactsOf = async (db: Reader): Promise<readonly string[]> => {
  const people = await db.selectFrom('person').select(['phone', 'mail']).execute()
  return people
    .flatMap(({ phone, mail }) => [phone, mail])
    .filter((text) => text !== null && text.length > 4) as string[]
}

export type Published =
  | Collection
  /** There is no locked version of the totals. */
  | { readonly nothing: true }
  /** A file that would show a phone or a mailbox. */
  | { readonly personal: string }

/**
 * What of a year may be published, as a package that verifies against the same sealed log: all leaves, which hold digests and no content; the bodies, the body's own issued plan and its locked totals opened
 * with their salts. Who acted, what people wrote, sheets, drafts and files stay closed and are named by number only.
 */
export const publicOf = async (
  db: Reader,
  { head, texts }: Collection,
  { mainPlanId }: ArchiveYear,
): Promise<Published> => {
  const textAt = (path: string): string => texts.find((one) => one.path === path)?.text ?? ''
  const run = rowsIn<RunLine>(textAt(paths.runs)).find((line) => (JSON.parse(line.facts) as Facts).purpose === 'totals')
  if (run === undefined) return { nothing: true }
  const shown = ({ noun, text }: ObjectLine): boolean => {
    const form = JSON.parse(text) as Line
    if (noun === 'unit') return true
    if (noun === 'planVersion') return form.planId === mainPlanId
    if (noun === 'run') return form.digest === run.digest
    return noun === 'result' && form.runDigest === run.digest
  }
  const objects = rowsIn<ObjectLine>(textAt(paths.objects))
  const closed = objects.filter((line) => !shown(line)).map(({ noun, id }) => ({ noun, id }))
  const parts = new Map<string, string>([
    [paths.objects, lines(objects.filter(shown))],
    [paths.others, lines([...rowsIn<Line>(textAt(paths.others)), ...closed])],
    [paths.plans, lines(rowsIn<PlanLine>(textAt(paths.plans)).filter(({ id }) => id === mainPlanId))],
    [paths.runs, lines([run])],
    ...[paths.acts, paths.sheets, paths.scores, paths.draws].map((path) => [path, ''] as const),
  ])
  const known = new Set<string>(Object.values(paths))
  const kept = texts
    .filter(({ path }) => known.has(path))
    .map((one) => ({ ...one, text: parts.get(one.path) ?? one.text }))
  const publicHead = { ...head, kind: 'public' as const }
  const collected: Collection = {
    head: publicHead,
    texts: [
      ...kept,
      { path: 'results.csv', kind: 'result', text: results(run) },
      { path: 'README.txt', kind: 'readme', text: publicReadme(publicHead) },
    ],
    files: [],
  }
  const contacts = await contactsOf(db)
  const personal = collected.texts.find(({ text }) => contacts.some((contact) => text.includes(contact)))
  return personal === undefined ? collected : { personal: personal.path }
}
