import { type Datum, type DatumVersion, marksOf } from '../datum/model.ts'
import type { ExactText } from '../kernel/exact.ts'
import { type Opinion, opinionOn, unitsToVisit, type Verification } from './model.ts'

/** 核验前后对照: what was reported and scored, what was found, what was made of it. Absent is not yet, never zero. */
export interface BeforeAfter {
  readonly unitId: string
  readonly opinion?: Opinion
  readonly data: readonly { readonly datumId: string; readonly before?: DatumVersion; readonly after?: DatumVersion }[]
  readonly pointsBefore?: ExactText
  readonly pointsAfter?: ExactText
}

/** Points by unit: of the sheet as first signed, and as it stands now. */
export interface PointsByUnit {
  readonly before: ReadonlyMap<string, ExactText>
  readonly after: ReadonlyMap<string, ExactText>
}

export const beforeAfter = (
  verification: Verification,
  data: readonly Datum[],
  points: PointsByUnit,
): readonly BeforeAfter[] =>
  unitsToVisit(verification).map(({ unitId }) => {
    const opinion = opinionOn(verification, unitId)
    const before = points.before.get(unitId)
    const after = points.after.get(unitId)
    return {
      unitId,
      ...(opinion && { opinion }),
      data: data.filter((datum) => datum.unitId === unitId).map(marksBesides),
      ...(before !== undefined && { pointsBefore: before }),
      ...(after !== undefined && { pointsAfter: after }),
    }
  })

const marksBesides = (datum: Datum) => {
  const { reported, verified } = marksOf(datum)
  return { datumId: datum.id, ...(reported && { before: reported }), ...(verified && { after: verified }) }
}
