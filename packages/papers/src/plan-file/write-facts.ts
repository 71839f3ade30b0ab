import type { DatumValue } from '@quanheng/domain/datum/model'
import { typedText } from '@quanheng/domain/datum/typed-value'
import { appraisedUnits } from '@quanheng/domain/plan/items'
import { leaves } from '@quanheng/domain/plan/tree'
import type { LeafOutcome } from '@quanheng/domain/scoring/model'
import type { Doc } from './form.ts'
import { tellingNames } from './names.ts'
import type { PlanFile } from './plan-file.ts'

export interface WrittenFacts {
  readonly figureOf: (elementKey: string, unitId: string) => DatumValue | undefined
  readonly reported?: readonly LeafOutcome[]
}

/** The name of each thing where it tells one from all others, by name and key; else the key. */
const tellingName = (rows: readonly { readonly key: string; readonly name: string }[]) => {
  const taken = new Map<string, number>()
  for (const { key, name } of rows) for (const text of new Set([key, name])) taken.set(text, (taken.get(text) ?? 0) + 1)
  return ({ key, name }: { readonly key: string; readonly name: string }): string =>
    name !== '' && taken.get(name) === 1 ? name : key
}

/** `readFactsDoc` over the same plan reads the same figures back. Figures that are not there are left out: missing. */
export function writeFactsDoc({ content, names }: PlanFile, { figureOf, reported = [] }: WrittenFacts): Doc {
  const units = [...new Set([...appraisedUnits(content), ...content.unitGroups.flatMap(({ unitIds }) => unitIds)])]
  const telling = tellingNames(content, names)
  const called = (id: string): string => telling[id] ?? id
  const elementName = tellingName(content.dataElements)
  const leafName = tellingName(leaves(content))
  const figures = content.dataElements.flatMap((element) => {
    const row = units.flatMap((unitId) => {
      const value = figureOf(element.key, unitId)
      return value === undefined ? [] : [[called(unitId), typedText(element, value)] as const]
    })
    return row.length === 0 ? [] : [[elementName(element), Object.fromEntries(row)] as const]
  })
  const byLeaf = Map.groupBy(reported, ({ leafKey }) => leafKey)
  const points = leaves(content).flatMap((leaf) => {
    const row = (byLeaf.get(leaf.key) ?? []).flatMap(({ unitId, outcome }) =>
      outcome.status === 'scored' ? [[called(unitId), outcome.points] as const] : [],
    )
    return row.length === 0 ? [] : [[leafName(leaf), Object.fromEntries(row)] as const]
  })
  return {
    权衡数据: '1',
    ...(figures.length > 0 && { 数据: Object.fromEntries(figures) }),
    ...(points.length > 0 && { 得分: Object.fromEntries(points) }),
  }
}
