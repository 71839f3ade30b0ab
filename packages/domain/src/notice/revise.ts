import { rowKeys } from '../plan/compare.ts'
import type { IndicatorNode, PlanContent } from '../plan/model.ts'
import type { DraftFromNotice } from './draft.ts'
import { type Clash, merge, mergeRows, type Three } from './merge.ts'
import type { DraftNote, ReadNotice } from './model.ts'

export interface Revision {
  readonly content: PlanContent
  readonly clashes: readonly Clash[]
}

type Row = Readonly<Record<string, unknown>>

const lists = ['bases', 'unitGroups', 'indicators', 'tasks', 'dataElements', 'responsibilities', 'steps'] as const

/** Number and day are stamped at the issue; of a revision they are the notice's until somebody writes others. */
const document = ({ base, theirs, mine }: Three<PlanContent['document']>) => {
  const stamped = (name: 'number' | 'date') => mine[name] ?? base[name]
  const [number, date] = [stamped('number'), stamped('date')]
  const own = { ...mine, ...(number !== undefined && { number }), ...(date !== undefined && { date }) }
  return merge('document', { base, theirs, mine: own })
}

const keysOf = (rows: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(rows.map(({ key }) => key))

/** Indicators that the notice dropped while something worked on still belongs to them: they stay, as they were. */
const heldUp = ({ indicators, tasks, responsibilities }: PlanContent, before: PlanContent) => {
  const known = new Map(before.indicators.map((node) => [node.key, node]))
  const present = new Set(keysOf(indicators))
  const wanted = [
    ...indicators.flatMap(({ parentKey }) => parentKey ?? []),
    ...tasks.map(({ leafKey }) => leafKey),
    ...responsibilities.map(({ nodeKey }) => nodeKey),
  ]
  const held: IndicatorNode[] = []
  for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
    const node = known.get(key)
    if (present.has(key) || node === undefined) continue
    present.add(key)
    held.push(node)
    if (node.parentKey !== undefined) wanted.push(node.parentKey)
  }
  return held
}

/** Nothing points to a row that went, and no branch is scored. */
const closed = (content: PlanContent): PlanContent => {
  const { indicators, tasks, responsibilities, steps, bases, dataElements } = content
  const [nodes, elements, kept, papers] = [keysOf(indicators), keysOf(dataElements), keysOf(steps), keysOf(bases)]
  const branches = new Set(indicators.flatMap(({ parentKey }) => parentKey ?? []))
  const scoringOf = ({ key, scoring }: IndicatorNode) =>
    scoring === undefined || branches.has(key)
      ? undefined
      : {
          ...scoring,
          bindings: scoring.bindings.filter((row) => row.from !== 'element' || elements.has(row.elementKey)),
        }
  return {
    ...content,
    indicators: indicators.map((node) => {
      const { awaits, scoring: _, ...rest } = node
      const scoring = scoringOf(node)
      return {
        ...rest,
        ...(awaits !== undefined && papers.has(awaits) && { awaits }),
        ...(scoring && { scoring }),
      }
    }),
    tasks: tasks.filter(({ leafKey }) => nodes.has(leafKey) && !branches.has(leafKey)),
    responsibilities: responsibilities.filter(({ nodeKey }) => nodes.has(nodeKey)),
    steps: steps.map((step) => ({ ...step, needs: step.needs.filter((key) => kept.has(key)) })),
  }
}

/**
 * A plan after its notice was revised: what the notice changed is changed, what was edited by hand in the meantime stays, and where both
 * touched one place the hand's words stay and the clash is told. Title, year and all that no notice gives stay as they are.
 */
export const reviseContent = ({ base, theirs, mine }: Three<PlanContent>): Revision => {
  const parts = lists.map((part) => {
    const keyOf = rowKeys[part] as (row: Row) => string
    const rows = (content: PlanContent) => content[part] as unknown as readonly Row[]
    return { part, ...mergeRows(part, keyOf, { base: rows(base), theirs: rows(theirs), mine: rows(mine) }) }
  })
  const paper = document({ base: base.document, theirs: theirs.document, mine: mine.document })
  const settings = merge('settings', { base: base.settings, theirs: theirs.settings, mine: mine.settings })
  const content = {
    ...mine,
    ...Object.fromEntries(parts.map(({ part, value }) => [part, value])),
    document: paper.value,
    settings: settings.value,
  } as PlanContent
  const held = heldUp(content, mine)
  return {
    content: closed({ ...content, indicators: [...content.indicators, ...held] }),
    clashes: [
      ...held.map((node) => ({ at: `indicators[${node.key}]`, before: node, after: undefined, mine: node })),
      ...parts.flatMap(({ clashes }) => clashes),
      ...paper.clashes,
      ...settings.clashes,
    ],
  }
}

const longestWords = 60

/** A value in a few words; ids as the names they stand for. */
const say = (value: unknown, nameOf: (id: string) => string): string => {
  if (value === undefined || value === '') return '（无）'
  if (typeof value === 'string') return (nameOf(value) || value).slice(0, longestWords)
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `${value.length} 项`
  const { text, value: inner, name, title, kind } = value as Row
  const words = [text, inner, name, title].find((one) => typeof one === 'string' && one !== '')
  return typeof words === 'string' ? words.slice(0, longestWords) : kind === 'pending' ? '待上级下达' : '（内容）'
}

/** The name of the row that a place points into. */
const rowName = (at: string, { indicators, steps, bases, unitGroups, dataElements }: PlanContent): string => {
  const key = /\[([^\],]*)/.exec(at)?.[1] ?? ''
  const row = [...indicators, ...steps, ...unitGroups, ...dataElements].find((one) => one.key === key)
  return row?.name ?? bases.find((one) => one.key === key)?.title ?? at
}

/** Each clash as a note at the place where the revised notice says its part, for the plan's 方案校核. */
export const clashNotes = (
  clashes: readonly Clash[],
  { content, sources }: Pick<DraftFromNotice, 'content' | 'sources'>,
  { rows }: Pick<ReadNotice, 'rows'>,
  nameOf: (id: string) => string,
): readonly DraftNote[] => {
  const fields = new Map(rows.flatMap((row) => row.fields).map((field) => [field.id, field]))
  return clashes.map(({ at, before, after, mine }) => {
    const source = sources[at] ?? Object.entries(sources).find(([place]) => place.startsWith(at))?.[1]
    const { start = 0, end = 0 } = fields.get(source ?? '') ?? {}
    return {
      key: `notice.editedSince@${at}`,
      code: 'notice.editedSince',
      params: {
        name: rowName(at, content),
        before: say(before, nameOf),
        after: say(after, nameOf),
        mine: say(mine, nameOf),
      },
      start,
      end,
    }
  })
}
