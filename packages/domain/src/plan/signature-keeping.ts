import { canonicalJson } from '../kernel/canonical-json.ts'
import { plain } from './digest-form.ts'
import { taskFor } from './items.ts'
import type { PlanContent } from './model.ts'
import { nodeByKey } from './tree.ts'

/** What a signature on an item rests on in the plan. */
export const signedAspects = ['rule', 'mark', 'target', 'group'] as const
export type SignedAspect = (typeof signedAspects)[number]

/** Rule with its answers and bindings, what its data elements mean, and how points are rounded. The sentence is only shown. */
const rule = (content: PlanContent, leafKey: string) => {
  const scoring = nodeByKey(content, leafKey)?.scoring
  const used = new Set(scoring?.bindings.flatMap((row) => (row.from === 'element' ? [row.elementKey] : [])))
  return {
    rule: scoring?.rule?.rule,
    answers: scoring?.rule?.answers.map(({ question, choice }) => [question, choice]).sort(),
    bindings: scoring?.bindings,
    elements: content.dataElements
      .filter((row) => used.has(row.key))
      .map(({ key, type, unit, period, cutoff, entries }) => ({ key, type, unit, period, cutoff, entries })),
    rounding: content.settings.rounding.value,
    thresholdsOn: content.settings.thresholdsOn?.value,
  }
}

/**
 * The unit's group. With a group-relative rule also who else in it carries the leaf, and the targets by which they are
 * measured, since both move the score.
 */
const group = (content: PlanContent, leafKey: string, unitId: string, readsGroup: boolean) => {
  const own = content.unitGroups.find((row) => row.unitIds.includes(unitId))
  if (!readsGroup) return { key: own?.key }
  const mates = own?.unitIds.filter((id) => taskFor(content, leafKey, id)).toSorted()
  const byTarget = nodeByKey(content, leafKey)?.scoring?.bindings.some(({ from }) => from === 'target')
  return {
    key: own?.key,
    mates,
    ...(byTarget && { targets: mates?.map((id) => taskFor(content, leafKey, id)?.target) }),
  }
}

const aspect = (
  content: PlanContent,
  which: SignedAspect,
  leafKey: string,
  unitId: string,
  readsGroup: boolean,
): unknown => {
  switch (which) {
    case 'rule':
      return rule(content, leafKey)
    case 'mark':
      return nodeByKey(content, leafKey)?.fullMark
    case 'target':
      return taskFor(content, leafKey, unitId)?.target
    case 'group':
      return group(content, leafKey, unitId, readsGroup)
  }
}

/**
 * What a new version changes for one item; empty when its signatures stand. An item that one of the two versions does
 * not have has changed in all respects.
 * @param readsGroup whether the leaf's rule looks at the other units of the group (best, mean, rank)
 */
export const changedAspects = (
  a: PlanContent,
  b: PlanContent,
  leafKey: string,
  unitId: string,
  readsGroup: boolean,
): readonly SignedAspect[] => {
  if (!taskFor(a, leafKey, unitId) || !taskFor(b, leafKey, unitId)) return signedAspects
  const text = (content: PlanContent, which: SignedAspect) =>
    canonicalJson(plain({ is: aspect(content, which, leafKey, unitId, readsGroup) }))
  return signedAspects.filter((which) => text(a, which) !== text(b, which))
}

/** Whether signatures on an item stand under the new version: rule, mark, target and group unchanged (model.md). */
export const keepsSignatures = (
  a: PlanContent,
  b: PlanContent,
  leafKey: string,
  unitId: string,
  readsGroup: boolean,
): boolean => changedAspects(a, b, leafKey, unitId, readsGroup).length === 0
