import type { Datum, DatumVersion } from '../datum/model.ts'
import { compare, div, printExact, whole } from '../kernel/exact.ts'
import type { PlanContent } from '../plan/model.ts'
import { modifiedZ, outlying } from './median.ts'
import type { Hurry, HurryFigures } from './model.ts'

/** 截止前若干小时. */
export const lastHours = 24

/** Of fewer changes, or among fewer bodies, nothing is told. */
const fewest = { changes: 5, bodies: 4 } as const

const hour = 3_600_000

/** The due day ends at midnight in Asia/Shanghai; a change in the hours before it, and not after. */
const isLast = ({ at }: DatumVersion, due: string): boolean => {
  const before = (Date.parse(`${due}T24:00:00+08:00`) - Date.parse(at)) / hour
  return before > 0 && before <= lastHours
}

/**
 * 截止前改动: how many of a body's changes came in the last hours before the due day ended, beside what is usual among the others. A
 * change is any handing in after the first; corrections by verification aside. Those apart come first.
 */
export const hurryFigures = (
  { dataElements }: Pick<PlanContent, 'dataElements'>,
  data: readonly Datum[],
): readonly HurryFigures[] => {
  const dueOf = new Map(dataElements.map(({ key, due }) => [key, due]))
  const changes = data.flatMap(({ unitId, elementKey, versions }) => {
    const due = dueOf.get(elementKey)
    const later = versions.filter(({ stage }) => stage === 'reported').slice(1)
    return due === undefined || due === '' ? [] : later.map((version) => ({ unitId, last: isLast(version, due) }))
  })
  const bodies = [...Map.groupBy(changes, ({ unitId }) => unitId)].map(([unitId, own]) => {
    const inLast = own.filter(({ last }) => last).length
    return { unitId, changes: own.length, inLast, share: div(whole(inLast), whole(own.length)) }
  })
  const judged = bodies.filter((body) => body.changes >= fewest.changes)
  const zs = judged.length < fewest.bodies ? [] : modifiedZ(judged.map(({ share }) => share))
  const zOf = new Map(judged.map((body, at) => [body, zs[at]]))
  const standing = (body: (typeof bodies)[number]): Hurry => {
    const z = zOf.get(body)
    if (z) return compare(z, outlying) > 0 ? 'crowded' : 'usual'
    return zOf.has(body) && zs.length > 0 ? 'alike' : 'few'
  }
  return bodies
    .sort((a, b) => compare(b.share, a.share) || b.inLast - a.inLast)
    .map((body) => ({
      unitId: body.unitId,
      changes: body.changes,
      inLast: body.inLast,
      share: printExact(body.share),
      hurry: standing(body),
    }))
}
