import { type Finding, finding } from '../findings.ts'
import { appraisedUnits } from '../items.ts'
import type { PlanContent, UnitGroup, UnitTask } from '../model.ts'
import { planIndex } from '../plan-index.ts'
import { awaitedAnnex } from '../scoring-blocks.ts'
import { leaves, nodeByKey } from '../tree.ts'
import { type CheckContext, nameOf } from './context.ts'

const taskFaults = (content: PlanContent, task: UnitTask, context: CheckContext): Finding[] => {
  const at = `tasks[${task.leafKey},${task.unitId}]`
  const params = { name: nodeByKey(content, task.leafKey)?.name ?? task.leafKey, unit: nameOf(context, task.unitId) }
  if (task.unitId === '') return [finding('check.taskWithoutUnit', at, params)]
  const blank = task.task === '' ? [finding('check.taskTextMissing', `${at}.task`, params)] : []
  if (task.target?.kind !== 'pending') return blank
  const { owner, remindOn } = task.target
  const code = owner.trim() === '' || remindOn === '' ? 'check.pendingWithoutOwner' : 'check.targetPending'
  return [...blank, finding(code, `${at}.target`, { ...params, owner, remindOn })]
}

const leafFaults = (content: PlanContent): Finding[] =>
  leaves(content).flatMap((leaf) =>
    (planIndex(content).tasks.get(leaf.key)?.size ?? 0) === 0 && !awaitedAnnex(content, leaf)
      ? [finding('check.leafWithoutUnits', `indicators[${leaf.key}]`, { name: leaf.name }, { basis: leaf.basis })]
      : [],
  )

const countFault = (group: UnitGroup): Finding[] => {
  const found = group.unitIds.length
  if (group.announced === undefined || group.announced === found) return []
  const params = { name: group.name, announced: String(group.announced), found: String(found) }
  return [
    finding('check.announcedDiffers', `unitGroups[${group.key}].announced`, params, {
      proposals: [
        {
          code: 'propose.useFoundCount',
          params: { found: String(found) },
          change: { kind: 'announced', groupKey: group.key, count: found },
        },
      ],
    }),
  ]
}

/** A unit ranked twice, or ranked nowhere, makes every rank of its group doubtful. */
const groupFaults = (content: PlanContent, context: CheckContext): Finding[] => {
  const carrying = new Set(appraisedUnits(content))
  const groupsOf = Map.groupBy(
    content.unitGroups.flatMap((group) => group.unitIds.map((unitId) => ({ unitId, group: group.name }))),
    (row) => row.unitId,
  )
  const ungrouped = content.kind === 'appraisalPlan' ? [...carrying].filter((unitId) => !groupsOf.has(unitId)) : []
  return [
    ...ungrouped.map((unitId) =>
      finding('check.unitWithoutGroup', `units[${unitId}]`, { unit: nameOf(context, unitId) }),
    ),
    ...[...groupsOf].flatMap(([unitId, rows]) => {
      const at = `units[${unitId}]`
      const params = { unit: nameOf(context, unitId), groups: rows.map((row) => row.group).join('、') }
      return [
        ...(rows.length > 1 ? [finding('check.unitInTwoGroups', at, params)] : []),
        ...(carrying.has(unitId) ? [] : [finding('check.unitWithoutTask', at, params)]),
      ]
    }),
  ]
}

export const checkUnits = (content: PlanContent, context: CheckContext): readonly Finding[] => [
  ...leafFaults(content),
  ...content.tasks.flatMap((task) => taskFaults(content, task, context)),
  ...groupFaults(content, context),
  ...content.unitGroups.flatMap(countFault),
]
