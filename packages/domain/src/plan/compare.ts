import { canonicalJson } from '../kernel/canonical-json.ts'
import { isSet, plain } from './digest-form.ts'
import type { PlanContent } from './model.ts'

/** The parts of a plan as its pages name them (指标体系, 考核对象及任务分配表 …). */
export const planParts = [
  'title',
  'year',
  'document',
  'bases',
  'unitGroups',
  'indicators',
  'tasks',
  'dataElements',
  'responsibilities',
  'steps',
  'milestones',
  'coordinating',
  'recusals',
  'signatureMap',
  'approvalChain',
  'settings',
] as const satisfies readonly (keyof PlanContent)[]
export type PlanPart = (typeof planParts)[number]

/** One difference between two versions. `before` is absent where something is new, `after` where it is gone. */
export interface Change {
  readonly part: PlanPart
  /** Keyed path, e.g. `indicators[jobs].fullMark`. */
  readonly at: string
  /** Name of the row: indicator, group, step, data element; absent for what has no rows. */
  readonly name?: string
  /** The member that changed, for its label; absent where a whole row is new or gone. */
  readonly field?: string
  readonly before?: unknown
  readonly after?: unknown
}

type Row = Readonly<Record<string, unknown>>

/** What a row is known by over versions. A list without an entry is compared as a whole: its order is its content. */
export const rowKeys: Readonly<Partial<Record<PlanPart, (row: Row) => string>>> = {
  bases: (row) => String(row.key),
  unitGroups: (row) => String(row.key),
  indicators: (row) => String(row.key),
  tasks: (row) => `${row.leafKey},${row.unitId}`,
  dataElements: (row) => String(row.key),
  responsibilities: (row) => String(row.nodeKey),
  steps: (row) => String(row.key),
  milestones: (row) => String(row.key),
  recusals: (row) => String(row.unitId),
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))

const sides = (before: unknown, after: unknown) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value)

const fieldChanges = (part: PlanPart, at: string, name: string | undefined, a: Row, b: Row): Change[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((field) =>
    same(a[field], b[field])
      ? []
      : [{ part, at: `${at}.${field}`, ...(name !== undefined && { name }), field, ...sides(a[field], b[field]) }],
  )

const rowName = (row: Row, nodes: ReadonlyMap<unknown, unknown>): string =>
  String(row.name ?? row.title ?? nodes.get(row.leafKey ?? row.nodeKey) ?? row.unitId ?? '')

/** A scoring leaf is one row to its readers: its members are compared one by one. */
const members = (row: Row): Row => {
  const { scoring, ...rest } = plain(row) as Row
  return isRow(scoring)
    ? { ...rest, ...Object.fromEntries(Object.entries(scoring).map(([key, value]) => [`scoring.${key}`, value])) }
    : rest
}

const listChanges = (
  part: PlanPart,
  keyOf: (row: Row) => string,
  a: readonly Row[],
  b: readonly Row[],
  nodes: ReadonlyMap<unknown, unknown>,
): Change[] => {
  const [before, after] = [new Map(a.map((row) => [keyOf(row), row])), new Map(b.map((row) => [keyOf(row), row]))]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old === now) return []
    const at = `${part}[${key}]`
    const name = rowName(now ?? old ?? {}, nodes)
    return old && now
      ? fieldChanges(part, at, name, members(old), members(now))
      : [{ part, at, name, ...sides(old, now) }]
  })
}

const orderChanges = (part: PlanPart, keyOf: (row: Row) => string, a: readonly Row[], b: readonly Row[]): Change[] => {
  const [before, after] = [a.map(keyOf), b.map(keyOf)]
  const common = (keys: readonly string[], others: ReadonlySet<string>) => keys.filter((key) => others.has(key))
  return same(common(before, new Set(after)), common(after, new Set(before)))
    ? []
    : [{ part, at: part, field: 'order', before, after }]
}

/**
 * 版本与比对: every difference between two contents, in the order of the plan's pages. Rows are matched by key, so a row
 * that moved is one change of order and not a removal; tables whose order carries no meaning report none.
 */
export const compareVersions = (a: PlanContent, b: PlanContent): readonly Change[] => {
  const nodes = new Map([...a.indicators, ...b.indicators].map((node) => [node.key as unknown, node.name as unknown]))
  return planParts.flatMap((part): Change[] => {
    if (a[part] === b[part]) return []
    const keyOf = rowKeys[part]
    if (keyOf) {
      const [x, y] = [(a[part] ?? []) as unknown as readonly Row[], (b[part] ?? []) as unknown as readonly Row[]]
      return [...listChanges(part, keyOf, x, y, nodes), ...(isSet(part) ? [] : orderChanges(part, keyOf, x, y))]
    }
    const [old, now] = [plain(a[part]), plain(b[part])]
    if (same(old, now)) return []
    return isRow(old) && isRow(now)
      ? fieldChanges(part, part, undefined, old, now)
      : [{ part, at: part, ...sides(old, now) }]
  })
}

export const changedPaths = (a: PlanContent, b: PlanContent): readonly string[] =>
  compareVersions(a, b).map((change) => change.at)
