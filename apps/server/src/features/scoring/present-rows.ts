import type { scoreRow } from '@quanheng/contract/sheet'
import type { ItemRow } from '@quanheng/domain/item/model'
import { exact, printExact, sub } from '@quanheng/domain/kernel/exact'
import type { Outcome, TraceNode } from '@quanheng/domain/rule/outcome'
import type { z } from 'zod'
import { askedIds, figuresOf } from './figures.ts'
import type { Names } from './names.ts'
import { blockersOf, type ReadSheet } from './read-sheet.ts'

type Row = z.infer<typeof scoreRow>

/** 完成率: the rate that the rule itself measured; null for rules that measure none. */
const rateOf = (node: TraceNode): string | null => {
  if (node.code === 'measure.rate') return node.value
  for (const child of node.children) {
    const found = rateOf(child)
    if (found !== null) return found
  }
  return null
}

const outcomeOf = (outcome: Outcome): Row['outcome'] => {
  switch (outcome.status) {
    case 'missing':
      return { status: 'missing', needs: [...outcome.needs] }
    case 'ambiguous':
      return {
        status: 'ambiguous',
        readings: outcome.readings.map((reading) => ({ ...reading, answers: [...reading.answers] })),
      }
    default:
      return outcome
  }
}

/** Ids whose names `rowsOf` needs. */
export const namedIds = ({ row, facts }: ReadSheet) => {
  const asked = askedIds(facts)
  return { units: [...row.unit_ids, ...asked.units], sections: asked.sections }
}

const fallenOf = ({ sheet }: ReadSheet, unitId: string): Row['fallen'] => {
  const fallen = sheet.fallenRows.find((row) => row.unitId === unitId)
  return fallen ? { cause: fallen.cause, amendmentId: fallen.amendmentId ?? null } : null
}

const groupName = ({ ownPlan }: ReadSheet, unitId: string): string | null =>
  ownPlan.content.unitGroups.find((group) => group.unitIds.includes(unitId))?.name ?? null

/** The rows of a sheet in the order of its units. */
export const rowsOf = (read: ReadSheet, names: Names): Row[] => {
  const blockers = blockersOf(read)
  const byUnit = new Map(read.composed.rows.map((row) => [row.item.unitId, row]))
  return read.row.unit_ids.flatMap((unitId) => {
    const row = byUnit.get(unitId)
    return row ? [presentRow(read, row, blockers, names)] : []
  })
}

const presentRow = (
  read: ReadSheet,
  { item, outcome, data }: ItemRow,
  blockers: ReturnType<typeof blockersOf>,
  names: Names,
): Row => {
  const { unitId } = item
  const facts = read.facts.find((one) => one.unitId === unitId)
  const cited = new Map(data.map((datum) => [datum.datumId, datum.version]))
  const scored = outcome.status === 'scored' ? outcome : undefined
  const live = read.items.find((one) => one.id === item.id)
  return {
    itemId: item.id,
    version: live?.version ?? item.version,
    unitId,
    unitName: names.get(unitId) ?? '',
    groupName: groupName(read, unitId),
    figures: facts ? figuresOf(read.ownPlan.content, item.leafKey, facts, cited, names) : [],
    rate: scored ? rateOf(scored.trace) : null,
    outcome: outcomeOf(outcome),
    lost: scored ? printExact(sub(exact(scored.fullMark), exact(scored.points))) : null,
    dataSource: item.dataSource,
    basis: item.basis ?? null,
    deductions: [...item.deductions],
    evidence: facts ? { ...facts.gaps, missing: [...facts.gaps.missing] } : { listed: 0, present: 0, missing: [] },
    blockers: blockers
      .filter(({ at }) => at === unitId)
      .map(({ code, at, params }) => ({ code, ...(at && { at }), ...(params && { params: { ...params } }) })),
    fallen: fallenOf(read, unitId),
  }
}
