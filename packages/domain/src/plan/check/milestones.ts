import { compare, exact, hundred, parseExact, sign } from '../../kernel/exact.ts'
import { isLocalDate } from '../../kernel/local-date.ts'
import { limitsHold, longestLimit } from '../../milestone/light.ts'
import { unitsOf } from '../../milestone/planned.ts'
import { type Finding, finding } from '../findings.ts'
import { taskFor } from '../items.ts'
import type { PlanContent, PlanMilestone } from '../model.ts'
import { planIndex } from '../plan-index.ts'
import { nodeByKey } from '../tree.ts'
import { type CheckContext, nameOf } from './context.ts'
import { printed } from './days.ts'

const shareHolds = (text: string): boolean => {
  const read = parseExact(text)
  return read.ok && sign(read.value) > 0 && compare(read.value, hundred) <= 0
}

/** Units named that do not carry the indicator; nobody who carries it; a share of targets that are no figures. */
const unitFaults = (content: PlanContent, row: PlanMilestone, context: CheckContext): Finding[] => {
  const at = `milestones[${row.key}].unitIds`
  const name = row.name || (nodeByKey(content, row.leafKey)?.name ?? '')
  const carriers = planIndex(content).tasks.get(row.leafKey)
  const others = (row.unitIds ?? []).filter((unitId) => !carriers?.has(unitId))
  const units = unitsOf(content, row)
  const without = units.filter((unitId) => {
    const target = taskFor(content, row.leafKey, unitId)?.target
    return target?.kind === 'set' ? !parseExact(target.value).ok : target === undefined
  })
  return [
    ...others.map((unitId) => finding('check.milestoneUnitOther', at, { name, unit: nameOf(context, unitId) })),
    ...(units.length === 0 && others.length === 0 ? [finding('check.milestoneNobody', at, { name })] : []),
    ...(row.expected !== undefined && without.length > 0
      ? [
          finding('check.milestoneWithoutTarget', `milestones[${row.key}].expected`, {
            name,
            units: without.map((unitId) => nameOf(context, unitId)).join('、'),
          }),
        ]
      : []),
  ]
}

const rowFaults = (content: PlanContent, row: PlanMilestone, context: CheckContext): Finding[] => {
  const at = `milestones[${row.key}]`
  const { basis, expected } = row
  const indicator = nodeByKey(content, row.leafKey)?.name ?? ''
  const name = row.name || indicator
  const year = String(content.year)
  return [
    ...(row.name === '' ? [finding('check.milestoneNameMissing', `${at}.name`, { indicator }, { basis })] : []),
    ...(row.due === '' ? [finding('check.milestoneDateMissing', `${at}.due`, { name }, { basis })] : []),
    ...(isLocalDate(row.due) && row.due.slice(0, 4) !== year
      ? [finding('check.milestoneOutsideYear', `${at}.due`, { name, date: printed(row.due), year }, { basis })]
      : []),
    ...(row.completionStandard === '' && expected === undefined
      ? [finding('check.milestoneStandardMissing', `${at}.completionStandard`, { name }, { basis })]
      : []),
    ...(expected !== undefined && !shareHolds(expected)
      ? [finding('check.milestoneShare', `${at}.expected`, { name, text: expected }, { basis })]
      : []),
    ...unitFaults(content, row, context),
  ]
}

/** Along one indicator a later day expects no smaller share: targets are counted from the beginning of the year. */
const falling = (rows: readonly PlanMilestone[]): Finding[] => {
  const dated = rows
    .filter(({ due, expected }) => isLocalDate(due) && expected !== undefined && shareHolds(expected))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  return dated.flatMap((row, at) => {
    const before = dated[at - 1]
    if (before === undefined || compare(exact(row.expected ?? ''), exact(before.expected ?? '')) >= 0) return []
    const params = {
      name: row.name,
      expected: row.expected ?? '',
      earlier: before.name,
      before: before.expected ?? '',
    }
    return [finding('check.milestoneShareFalls', `milestones[${row.key}].expected`, params, { basis: row.basis })]
  })
}

/** 指标节点 and the limits of their lights. A plan without milestones has nothing to say here. */
export const checkMilestones = (content: PlanContent, context: CheckContext): readonly Finding[] => {
  const { milestones = [], settings } = content
  const lights = settings.lights?.value
  return [
    ...milestones.flatMap((row) => rowFaults(content, row, context)),
    ...[...Map.groupBy(milestones, ({ leafKey }) => leafKey).values()].flatMap(falling),
    ...(lights !== undefined && !limitsHold(lights)
      ? [finding('check.lightsInvalid', 'settings.lights', { longest: String(longestLimit) })]
      : []),
  ]
}
