import { type Finding, finding } from '../findings.ts'
import { unassignedItems } from '../items.ts'
import type { IndicatorNode, PlanContent, Responsibility } from '../model.ts'
import { planIndex } from '../plan-index.ts'
import { scorerOf } from '../responsibility.ts'
import { childrenOf, leaves, nodeByKey } from '../tree.ts'
import { type CheckContext, nameOf } from './context.ts'

const ownerFaults = (content: PlanContent): Finding[] =>
  leaves(content).flatMap((leaf) =>
    scorerOf(content, leaf.key).ok
      ? []
      : [finding('check.ownerMissing', `responsibilities[${leaf.key}]`, { name: leaf.name }, { basis: leaf.basis })],
  )

/** 只对指标的一部分明确了责任: the branch has no owner of its own and exactly one part of it is listed. */
const partOnly = (content: PlanContent, node: IndicatorNode): Finding[] => {
  const [part, ...others] = childrenOf(content, node.key)
  const { responsibilities } = planIndex(content)
  if (!part || others.length > 0 || responsibilities.has(node.key) || !responsibilities.has(part.key)) return []
  const params = { name: node.name, part: part.name }
  return [finding('check.partOnly', `responsibilities[${node.key}]`, params, { basis: part.basis })]
}

/** 回避: the scoring unit carries the task itself and nobody is named to score it instead. */
const substituteFaults = (content: PlanContent, context: CheckContext): Finding[] =>
  unassignedItems(content)
    .filter(({ error }) => error.code === 'plan.noSubstitute')
    .map(({ leafKey, unitId }) =>
      finding(
        'check.noSubstitute',
        `tasks[${leafKey},${unitId}]`,
        { unit: nameOf(context, unitId), name: nodeByKey(content, leafKey)?.name ?? leafKey },
        { proposals: [{ code: 'propose.nameSubstitute', params: { unit: nameOf(context, unitId) } }] },
      ),
    )

/** Posts that two of the five roles of 责任分工 rest on; 责任人, 联络员 and 联系人 need none. */
const postRoles = [
  ['leaderInChargeId', 'leaderInCharge'],
  ['handlerId', 'handler'],
] as const

const personFaults = (row: Responsibility, name: string, context: CheckContext): Finding[] =>
  postRoles.flatMap(([role, kind]) => {
    const id = row[role]
    if (id === undefined) return []
    const held = context.people[id] ?? []
    if (held.some((post) => post.kind === kind && post.unitId === row.leadUnitId)) return []
    const params = { name, person: nameOf(context, id), unit: nameOf(context, row.leadUnitId), post: kind }
    return [
      finding('check.personWithoutPost', `responsibilities[${row.nodeKey}].${role}`, params, { basis: row.basis }),
    ]
  })

/** 经办人 and 科室负责人 are one person and the section has no other head: the second signature needs the leader in charge. */
const handlerIsHead = (row: Responsibility, name: string, context: CheckContext): Finding[] => {
  const { handlerId, leadUnitId, sectionId } = row
  if (handlerId === undefined || sectionId === undefined) return []
  const heads = Object.entries(context.people).filter(([, posts]) =>
    posts.some((post) => post.kind === 'sectionHead' && post.unitId === leadUnitId && post.sectionId === sectionId),
  )
  if (heads.length !== 1 || heads[0]?.[0] !== handlerId) return []
  const params = { name, person: nameOf(context, handlerId), section: nameOf(context, sectionId) }
  return [finding('check.handlerIsHead', `responsibilities[${row.nodeKey}].handlerId`, params, { basis: row.basis })]
}

const rowFaults = (content: PlanContent, row: Responsibility, context: CheckContext): Finding[] => {
  const name = nodeByKey(content, row.nodeKey)?.name ?? row.nodeKey
  const at = `responsibilities[${row.nodeKey}]`
  const named = row.handlerId ?? row.personResponsibleId
  const local = row.phone !== undefined && /^\d{7,8}$/.test(row.phone.replaceAll(/[\s-]/g, ''))
  return [
    ...(named === undefined ? [finding('check.noPersonNamed', at, { name }, { basis: row.basis })] : []),
    ...(local ? [finding('check.phoneWithoutAreaCode', `${at}.phone`, { name }, { basis: row.basis })] : []),
    ...personFaults(row, name, context),
    ...handlerIsHead(row, name, context),
  ]
}

export const checkResponsibilities = (content: PlanContent, context: CheckContext): readonly Finding[] => [
  ...ownerFaults(content),
  ...content.indicators.flatMap((node) => partOnly(content, node)),
  ...substituteFaults(content, context),
  ...content.responsibilities.flatMap((row) => rowFaults(content, row, context)),
  ...(content.kind === 'indicatorPlan' && !content.coordinating
    ? [finding('check.coordinatingMissing', 'coordinating')]
    : []),
]
