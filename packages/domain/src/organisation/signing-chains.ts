import type { PostKind } from '../ability/posts.ts'
import type { SignatureRole } from '../plan/model.ts'
import type { Scorer } from '../plan/responsibility.ts'
import { belongsToScorer, rolesAfter } from '../sheet/signing.ts'

export interface AccountPost {
  readonly personId: string
  readonly kind: PostKind
  readonly unitId: string
  readonly sectionId: string | null
}

/** A score sheet as far as it matters who signs it. */
export interface SignedSheet {
  readonly key: string
  readonly name: string
  readonly scorer: Scorer
  readonly unitIds: readonly string[]
  readonly map: readonly SignatureRole[]
}

const actorOf = ({ personId, kind, unitId, sectionId }: AccountPost) => ({
  personId,
  post: kind,
  unitId,
  ...(sectionId !== null && { sectionId }),
})

/** Whose accounts the acts let sign at all: on the scoring side, and in no unit of the sheet. */
const candidatesOn = ({ scorer, unitIds }: SignedSheet, posts: readonly AccountPost[]): readonly AccountPost[] => {
  const here = posts.filter((post) => belongsToScorer(scorer, actorOf(post)))
  const own = new Set(posts.filter(({ unitId }) => unitIds.includes(unitId)).map(({ personId }) => personId))
  return here.filter(({ personId }) => !own.has(personId))
}

/** Who heads the scoring side, excluded or not: the same rule as the signing order of a sheet. */
const headsOf = ({ scorer, map }: SignedSheet, posts: readonly AccountPost[]): readonly string[] => {
  const kinds = map.find(({ role }) => role === 'sectionHead')?.posts ?? []
  const here = posts.filter(
    ({ kind, unitId, sectionId }) =>
      kinds.includes(kind) &&
      unitId === scorer.unitId &&
      (scorer.sectionId === undefined || sectionId === scorer.sectionId),
  )
  return [...new Set(here.map(({ personId }) => personId))]
}

/** Every order in which accounts could sign the sheet, begun or complete, longest ones only: one account signs once. */
export const chainsOf = (sheet: SignedSheet, posts: readonly AccountPost[]): readonly (readonly AccountPost[])[] => {
  const candidates = candidatesOn(sheet, posts)
  const heads = headsOf(sheet, posts)
  const grow = (signers: readonly AccountPost[], handlerId: string | undefined): (readonly AccountPost[])[] => {
    const roles = rolesAfter(sheet.map, heads, handlerId)
    const due = roles[signers.length]
    const next = candidates.filter(
      ({ kind, personId }) => due?.posts.includes(kind) && signers.every((signer) => signer.personId !== personId),
    )
    if (next.length === 0) return [[...signers]]
    return next.flatMap((signer) => grow([...signers, signer], due?.role === 'handler' ? signer.personId : handlerId))
  }
  return grow([], undefined)
}
