import type { DrawRecord } from '@quanheng/domain/verification/draw-record'
import type { Draw, Verification } from '@quanheng/domain/verification/model'
import type { Reader } from '../../platform/database/database.ts'
import { namesOf } from '../scoring/index.ts'
import { peopleOf } from './present-units.ts'
import type { ReadVerification } from './read.ts'

/** The record of one draw with everything that repeats it, names as `name` gives them; undefined where nothing was drawn. */
export const recordOfDraw = (
  { scope }: Pick<Verification, 'scope'>,
  draw: Draw,
  titles: { readonly plan: string; readonly indicator: string },
  name: (id: string) => string,
): DrawRecord | undefined => {
  if (scope.kind !== 'random') return undefined
  const { cancellation } = draw
  return {
    v: 1,
    kind: 'quanheng.draw',
    algorithm: draw.algorithm,
    ...titles,
    strata: scope.strata.map(({ key, units: listed }) => ({
      key,
      units: listed.map(({ code, unitId }) => ({ code, unitId, name: name(unitId) })),
    })),
    populationDigest: draw.populationDigest,
    size: draw.size,
    seedParts: draw.seedParts,
    seed: draw.seed,
    picked: draw.picked.map(({ stratum, code }) => ({ stratum, code })),
    at: draw.at,
    drawnBy: name(draw.drawnBy.personId),
    witness: name(draw.witness.personId),
    cancelled: cancellation
      ? { by: name(cancellation.by.personId), at: cancellation.at, reason: cancellation.reason }
      : null,
  }
}

/** As above, by the draw's id; undefined where there is no such draw. */
export const drawRecordOf = async (
  db: Reader,
  read: ReadVerification,
  drawId: string,
): Promise<DrawRecord | undefined> => {
  const { verification, plan, sheet } = read
  const { scope } = verification
  const draw = verification.draws.find(({ id }) => id === drawId)
  if (draw === undefined || scope.kind !== 'random') return undefined
  const units = scope.strata.flatMap((stratum) => stratum.units.map(({ unitId }) => unitId))
  const names = await namesOf(db, { units, sections: [], people: peopleOf(read) })
  const titles = { plan: plan.title, indicator: sheet.row.leaf_name }
  return recordOfDraw(verification, draw, titles, (id) => names.get(id) ?? '')
}
