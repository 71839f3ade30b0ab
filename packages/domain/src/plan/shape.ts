import { ok, type Result } from '../kernel/result.ts'
import type { PlanError, ShapeCode } from './errors.ts'
import { limits } from './limits.ts'
import type { PlanContent } from './model.ts'
import { textFaults, valueFaults } from './shape-values.ts'
import { isLeaf, lineage, nodeByKey } from './tree.ts'
import { creditClasses, gatesOf } from './year-arithmetic.ts'

type Fault = PlanError<ShapeCode>
type Check = (content: PlanContent) => Iterable<Fault>

const fault = (code: ShapeCode, at: string, params: Record<string, string> = {}): Fault => ({ code, at, params })

function* sizes(content: PlanContent): Iterable<Fault> {
  for (const [part, limit] of Object.entries(limits.rows)) {
    const count = content[part as keyof typeof limits.rows]?.length ?? 0
    if (count > limit) yield fault('plan.tooMany', part, { count: String(count), limit: String(limit) })
  }
}

/** The lists that are addressed by key, with the key of each row as it stands in a path. */
const keyedLists = (content: PlanContent): Readonly<Record<string, readonly string[]>> => ({
  bases: content.bases.map((row) => row.key),
  unitGroups: content.unitGroups.map((row) => row.key),
  indicators: content.indicators.map((row) => row.key),
  dataElements: content.dataElements.map((row) => row.key),
  steps: content.steps.map((row) => row.key),
  milestones: (content.milestones ?? []).map((row) => row.key),
  tasks: content.tasks.filter((row) => row.unitId !== '').map((row) => `${row.leafKey},${row.unitId}`),
  responsibilities: content.responsibilities.map((row) => row.nodeKey),
  recusals: content.recusals.map((row) => row.unitId),
  'settings.credits': creditClasses(content.settings).map((row) => row.key),
  'settings.veto': gatesOf(content.settings).map((row) => row.key),
})

function* duplicates(content: PlanContent): Iterable<Fault> {
  for (const [part, keys] of Object.entries(keyedLists(content))) {
    const seen = new Set<string>()
    for (const key of keys) {
      if (seen.has(key) || key === '') yield fault('plan.duplicateKey', `${part}[${key}]`, { key })
      seen.add(key)
    }
  }
}

const referencesOf = (content: PlanContent): readonly (readonly [at: string, list: string, key: string])[] => [
  ...content.indicators.flatMap((node): [string, string, string][] => [
    ...(node.parentKey === undefined
      ? []
      : [[`indicators[${node.key}].parentKey`, 'indicators', node.parentKey] as [string, string, string]]),
    ...(node.awaits === undefined
      ? []
      : [[`indicators[${node.key}].awaits`, 'bases', node.awaits] as [string, string, string]]),
    ...(node.scoring?.bindings ?? []).flatMap((row): [string, string, string][] =>
      row.from === 'element'
        ? [[`indicators[${node.key}].scoring.bindings[${row.input}]`, 'dataElements', row.elementKey]]
        : [],
    ),
  ]),
  ...content.tasks.map((row): [string, string, string] => [
    `tasks[${row.leafKey},${row.unitId}]`,
    'indicators',
    row.leafKey,
  ]),
  ...content.responsibilities.map((row): [string, string, string] => [
    `responsibilities[${row.nodeKey}]`,
    'indicators',
    row.nodeKey,
  ]),
  ...(content.milestones ?? []).map((row): [string, string, string] => [
    `milestones[${row.key}].leafKey`,
    'indicators',
    row.leafKey,
  ]),
  ...content.steps.flatMap((row) =>
    row.needs.map((key): [string, string, string] => [`steps[${row.key}].needs`, 'steps', key]),
  ),
]

function* references(content: PlanContent): Iterable<Fault> {
  const lists = keyedLists(content)
  const known = Object.fromEntries(Object.entries(lists).map(([part, keys]) => [part, new Set(keys)]))
  for (const [at, list, key] of referencesOf(content)) {
    if (!known[list]?.has(key)) yield fault('plan.unknownKey', at, { key })
  }
}

function* tree(content: PlanContent): Iterable<Fault> {
  for (const node of content.indicators) {
    const path = lineage(content, node.key)
    const top = path.at(-1)
    if (top?.parentKey !== undefined && nodeByKey(content, top.parentKey))
      yield fault('plan.circular', `indicators[${node.key}].parentKey`, { name: node.name })
    if (path.length > limits.depth)
      yield fault('plan.tooDeep', `indicators[${node.key}]`, { name: node.name, limit: String(limits.depth) })
    if (node.scoring && !isLeaf(content, node.key))
      yield fault('plan.notALeaf', `indicators[${node.key}].scoring`, { name: node.name })
  }
  for (const row of content.milestones ?? []) {
    if (!isLeaf(content, row.leafKey))
      yield fault('plan.notALeaf', `milestones[${row.key}].leafKey`, {
        name: nodeByKey(content, row.leafKey)?.name ?? row.leafKey,
      })
  }
  for (const row of content.tasks) {
    const at = `tasks[${row.leafKey},${row.unitId}]`
    if (!isLeaf(content, row.leafKey))
      yield fault('plan.notALeaf', at, { name: nodeByKey(content, row.leafKey)?.name ?? row.leafKey })
  }
}

/** A step that needs itself, over however many others: no order of work exists. */
function* steps(content: PlanContent): Iterable<Fault> {
  const byKey = new Map(content.steps.map((step) => [step.key, step]))
  for (const { key, name } of content.steps) {
    const reached = new Set<string>()
    const next = [...(byKey.get(key)?.needs ?? [])]
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (reached.has(at)) continue
      reached.add(at)
      next.push(...(byKey.get(at)?.needs ?? []))
    }
    if (reached.has(key)) yield fault('plan.circular', `steps[${key}].needs`, { name })
  }
}

const checks: readonly Check[] = [sizes, textFaults, duplicates, references, tree, steps, valueFaults]

/**
 * Whether a draft can be stored at all. What it says may still be incomplete or contradictory: that is for plan/check.
 * @returns the first fault, with its place in `at`
 */
export const checkShape = (content: PlanContent): Result<PlanContent, Fault> => {
  for (const check of checks) {
    for (const found of check(content)) return { ok: false, error: found }
  }
  return ok(content)
}
