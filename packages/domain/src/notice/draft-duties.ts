import { normaliseName } from '../kernel/normalise.ts'
import type { Responsibility, Supporter, UnitGroup } from '../plan/model.ts'
import type { Taken, TakenRow } from './choices.ts'
import type { IndicatorTree } from './draft-indicators.ts'
import { basisOf, type DraftMeans, keyOf, noteOf, type Part, uniqueKeys, unitNamed } from './draft-parts.ts'
import type { DraftNote } from './model.ts'

const unknown = (field: Taken): DraftNote => noteOf('notice.nameNotRegistered', field, { name: field.value })

/** 考核分组: the groups as printed, with those of their units that the organisation knows. */
export const draftGroups = (means: DraftMeans): Part<readonly UnitGroup[]> => {
  const unique = uniqueKeys()
  const rows = means.rows.filter(({ row: { part } }) => part === 'units')
  const units = rows.flatMap((row) => row.all('unit').map((field) => ({ field, group: row.row.group })))
  const found = units.map(({ field, group }) => ({ field, group, unitId: unitNamed(means, field.value) }))
  const groups = rows.flatMap((row) => {
    const field = row.one('unitGroup')
    return field ? [{ key: unique(keyOf('g', [normaliseName(field.value)])), field, row }] : []
  })
  const sources = groups.flatMap(({ key, field }): (readonly [string, string])[] => [
    [`unitGroups[${key}].name`, field.id],
    ...found
      .filter(({ group, unitId }) => group === field.value && unitId !== undefined)
      .map((unit) => [`unitGroups[${key}].unitIds[${unit.unitId}]`, unit.field.id] as const),
  ])
  return {
    value: groups.map(({ key, field, row }) => ({
      key,
      name: field.value,
      unitIds: [
        ...new Set(
          found.flatMap(({ group, unitId }) => (group === field.value && unitId !== undefined ? [unitId] : [])),
        ),
      ],
      ...(row.row.announced !== undefined && { announced: row.row.announced }),
    })),
    sources,
    notes: found.flatMap(({ field, unitId }) => (unitId === undefined ? [unknown(field)] : [])),
  }
}

const people = [
  ['leader', 'leaderInChargeId'],
  ['person', 'personResponsibleId'],
  ['liaison', 'liaisonId'],
  ['contact', 'contactId'],
] as const

/** What a supporter is asked for, by the words behind its name: 由甲局提出意见, 乙局分项打分; data, where they name nothing else. */
const dutyOf = ({ signs }: DraftMeans, { end }: Taken): Supporter['duty'] => {
  const words =
    signs
      .slice(end, end + 16)
      .join('')
      .split(/[，。；]/)[0] ?? ''
  if (/意见|会商|会审/.test(words)) return 'opinion'
  return /(?:分项|分别)(?:打分|评分|赋分)/.test(words) ? 'partScore' : 'data'
}

interface Duty {
  readonly nodeKey: string
  readonly row: TakenRow
}

const draftDuty = (means: DraftMeans, { nodeKey, row }: Duty): Part<Responsibility> => {
  const lead = row.one('leadUnit')
  const ownSection = row.one('section')
  const leadUnitId = lead ? unitNamed(means, lead.value) : undefined
  const sectionId =
    ownSection && leadUnitId ? means.names.section(leadUnitId, normaliseName(ownSection.value)) : undefined
  const supporters = row.all('supporter').map((field) => {
    const unitId = unitNamed(means, field.value)
    const inside =
      unitId === undefined && leadUnitId !== undefined
        ? means.names.section(leadUnitId, normaliseName(field.value))
        : undefined
    if (unitId !== undefined) return { field, is: { unitId, duty: dutyOf(means, field) } }
    return inside !== undefined && leadUnitId !== undefined
      ? { field, is: { unitId: leadUnitId, sectionId: inside, duty: dutyOf(means, field) } }
      : { field, is: null }
  })
  const held = people.map(([name, member]) => {
    const field = row.one(name)
    const id = field && leadUnitId ? means.names.person(leadUnitId, normaliseName(field.value)) : undefined
    return { field, member, id }
  })
  const [phone, mail] = [row.one('phone'), row.one('mail')]
  const at = `responsibilities[${nodeKey}]`
  const first = lead ?? row.one('part') ?? row.one('indicator')
  const source = (field: Taken | undefined, member: string) => (field ? [[`${at}.${member}`, field.id] as const] : [])
  return {
    value: {
      nodeKey,
      leadUnitId: leadUnitId ?? '',
      ...(sectionId !== undefined && { sectionId }),
      supporters: supporters.flatMap(({ is }) => (is ? [is] : [])),
      ...Object.fromEntries(held.flatMap(({ member, id }) => (id === undefined ? [] : [[member, id]]))),
      ...(phone && { phone: phone.value }),
      ...(mail && { mail: mail.value }),
      basis: first ? basisOf(means, first) : { kind: 'default' },
    },
    sources: [
      ...source(lead, 'leadUnitId'),
      ...source(ownSection, 'sectionId'),
      ...supporters.flatMap(({ field, is }) => (is ? source(field, `supporters[${is.unitId}]`) : [])),
      ...held.flatMap(({ field, member, id }) => (id === undefined ? [] : source(field, member))),
      ...source(phone, 'phone'),
      ...source(mail, 'mail'),
    ],
    notes: [
      ...(lead && leadUnitId === undefined ? [unknown(lead)] : []),
      ...(ownSection && sectionId === undefined ? [unknown(ownSection)] : []),
      ...supporters.flatMap(({ field, is }) => (is ? [] : [unknown(field)])),
      ...held.flatMap(({ field, id }) => (field && id === undefined ? [unknown(field)] : [])),
    ],
  }
}

/** 责任分工. Two sentences about one indicator are one duty in the plan: the first stands, the second is said. */
export const draftDuties = (means: DraftMeans, tree: IndicatorTree): Part<readonly Responsibility[]> => {
  const duties = new Map<string, Duty>()
  const twice: DraftNote[] = []
  for (const row of means.rows.filter(({ row: { part } }) => part === 'responsibilities')) {
    const subject = row.one('part') ?? row.one('indicator')
    const nodeKey = subject && tree.named(subject.value)
    if (!subject || nodeKey === undefined) continue
    if (duties.has(nodeKey)) twice.push(noteOf('notice.dutyTwice', subject, { name: subject.value }))
    else duties.set(nodeKey, { nodeKey, row })
  }
  const parts = [...duties.values()].map((duty) => draftDuty(means, duty))
  return {
    value: parts.map(({ value }) => value),
    sources: parts.flatMap(({ sources }) => sources),
    notes: [...parts.flatMap(({ notes }) => notes), ...twice],
  }
}
