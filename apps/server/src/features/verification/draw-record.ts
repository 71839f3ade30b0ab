import type { DrawRecord } from '@quanheng/domain/verification/draw-record'
import type { Attestation, Draw, Verification } from '@quanheng/domain/verification/model'
import { boundTo, committedSeed } from '@quanheng/domain/verification/seed-agreement'
import type { Reader } from '../../platform/database/database.ts'
import { sha256 } from '../../platform/log/means.ts'
import { namesOf } from '../scoring/index.ts'
import { peopleOf } from './present-units.ts'
import type { ReadVerification } from './read.ts'

/** The digests that the first parts of an agreed seed were filed under; nothing where the seed was called out. */
const commitmentsIn = (
  { id, scope, commitments = [] }: Pick<Verification, 'id' | 'scope' | 'commitments'>,
  { seed, seedParts }: Draw,
): Pick<DrawRecord, 'commitments'> => {
  if (scope.kind !== 'random' || commitments.length === 0 || seed !== committedSeed(seedParts, sha256)) return {}
  return {
    commitments: (scope.agreement?.parties ?? []).map(({ personId, name: by }) => {
      const filed = commitments.find((one) => one.by.personId === personId)
      return { by, bound: boundTo(id, personId), digest: filed?.digest ?? '', at: filed?.at ?? '' }
    }),
  }
}

const attestedIn = ({ at, digest, proof }: Attestation): NonNullable<DrawRecord['attested']> => ({
  at,
  digest,
  ...(proof && { proof }),
})

/** The record of one draw with everything that repeats it, names as `name` gives them; undefined where nothing was drawn. */
export const recordOfDraw = (
  verification: Pick<Verification, 'id' | 'scope' | 'commitments'>,
  draw: Draw,
  titles: { readonly plan: string; readonly indicator: string },
  name: (id: string) => string,
): DrawRecord | undefined => {
  const { scope } = verification
  if (scope.kind !== 'random') return undefined
  const { cancellation, attestation } = draw
  return {
    v: 1,
    kind: 'quanheng.draw',
    algorithm: draw.algorithm,
    ...titles,
    strata: scope.strata.map(({ key, units: listed }) => ({
      key,
      units: listed.map((unit) => ({ ...unit, name: name(unit.unitId) })),
    })),
    populationDigest: draw.populationDigest,
    size: draw.size,
    seedParts: draw.seedParts,
    seed: draw.seed,
    ...commitmentsIn(verification, draw),
    picked: draw.picked.map(({ stratum, code }) => ({ stratum, code })),
    at: draw.at,
    drawnBy: name(draw.drawnBy.personId),
    witness: name(draw.witness.personId),
    ...(attestation && { attested: attestedIn(attestation) }),
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
