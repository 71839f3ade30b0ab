import type { verifiedUnit } from '@quanheng/contract/verification'
import { marksOf } from '@quanheng/domain/datum/model'
import type { ItemRow } from '@quanheng/domain/item/model'
import type { DataElement } from '@quanheng/domain/plan/model'
import { standingUnits } from '@quanheng/domain/sheet/model'
import { type Opinion, opinionOn, unitsToVisit, type Visit } from '@quanheng/domain/verification/model'
import type { z } from 'zod'
import { isSignedThrough, type namesOf } from '../scoring/index.ts'
import { valueText } from './figures.ts'
import type { ReadVerification } from './read.ts'

type Unit = z.infer<typeof verifiedUnit>
type Names = Awaited<ReturnType<typeof namesOf>>

const pointsOf = (row: ItemRow | undefined): string | null =>
  row?.outcome.status === 'scored' ? row.outcome.points : null

const presentVisit = (visit: Visit, names: Names): Unit['visits'][number] => ({
  id: visit.id,
  visitedOn: visit.visitedOn,
  members: visit.memberIds.map((personId) => names.get(personId) ?? ''),
  record: visit.record,
  signed: visit.unitSide.kind === 'signed',
  declinedFor: visit.unitSide.kind === 'declined' ? visit.unitSide.reason : null,
  recordedBy: names.get(visit.recordedBy.personId) ?? '',
  at: visit.at,
})

type Elements = ReadonlyMap<string, DataElement>

const presentOpinion = (opinion: Opinion, elements: Elements, names: Names): NonNullable<Unit['opinion']> => ({
  id: opinion.id,
  kind: opinion.finding.kind,
  changes:
    opinion.finding.kind === 'confirmed'
      ? []
      : opinion.finding.changes.map(({ datumId, value, reason }) => {
          const element = elements.get(datumId)
          return {
            datumId,
            name: element?.name ?? '',
            unit: element?.unit ?? '',
            value,
            text: valueText(value, element),
            reason,
          }
        }),
  by: names.get(opinion.by.personId) ?? '',
  at: opinion.at,
  answer: opinion.answer
    ? {
        kind: opinion.answer.kind,
        reason: opinion.answer.kind === 'declined' ? opinion.answer.reason : null,
        by: names.get(opinion.answer.by.personId) ?? '',
        at: opinion.answer.at,
      }
    : null,
})

/** Reported and verified marks of every figure that the unit's score rests on. */
const dataOf = ({ plan, family }: ReadVerification, unitId: string): { data: Unit['data']; elements: Elements } => {
  const facts = family[0]?.facts.find((one) => one.unitId === unitId)
  const elements = new Map<string, DataElement>()
  const data = (facts?.provenance ?? []).flatMap(({ origin }): Unit['data'] => {
    if (origin.from !== 'datum' || !origin.datum) return []
    const element = plan.content.dataElements.find(({ key }) => key === origin.elementKey)
    if (!element) return []
    elements.set(origin.datum.id, element)
    const { reported, verified } = marksOf(origin.datum)
    return [
      {
        datumId: origin.datum.id,
        name: element.name,
        unit: element.unit,
        type: element.type,
        entries: [...(element.entries ?? [])],
        reported: reported ? valueText(reported.value, element) : null,
        verified: verified ? valueText(verified.value, element) : null,
      },
    ]
  })
  return { data, elements }
}

/** Everybody whom visits and opinions name. */
export const peopleOf = ({ verification }: ReadVerification): readonly string[] => [
  ...(verification.fallback ? [verification.fallback.by.personId] : []),
  ...verification.draws.flatMap((draw) => [
    draw.drawnBy.personId,
    draw.witness.personId,
    ...(draw.cancellation ? [draw.cancellation.by.personId] : []),
  ]),
  ...verification.visits.flatMap((visit) => [...visit.memberIds, visit.recordedBy.personId]),
  ...verification.opinions.flatMap(({ by, answer }) => [by.personId, ...(answer ? [answer.by.personId] : [])]),
]

/** 核验前后对照: the content that was verified beside what stands now. */
export const presentUnits = (read: ReadVerification, names: Names): Unit[] => {
  const { verification, row, family } = read
  const verified = family
    .flatMap(({ versions }) => versions)
    .find((version) => version.sheet_id === row.sheet_id && version.digest === row.sheet_digest)
  return unitsToVisit(verification).map(({ unitId, how }) => {
    const standing = family.find(({ sheet }) => standingUnits(sheet).includes(unitId))
    const after = standing?.composed.rows.find(({ item }) => item.unitId === unitId)
    const { data, elements } = dataOf(read, unitId)
    const opinion = opinionOn(verification, unitId)
    return {
      unitId,
      unitName: names.get(unitId) ?? '',
      itemId: after?.item.id ?? null,
      how,
      visits: verification.visits.filter((visit) => visit.unitId === unitId).map((visit) => presentVisit(visit, names)),
      opinion: opinion ? presentOpinion(opinion, elements, names) : null,
      data,
      pointsBefore: pointsOf(verified?.content.rows.find(({ item }) => item.unitId === unitId)),
      pointsAfter: pointsOf(after),
      signedAfter: standing !== undefined && isSignedThrough(standing.sheet),
    }
  })
}
