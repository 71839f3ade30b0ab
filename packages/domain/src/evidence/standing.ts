import type { PostKind } from '../ability/posts.ts'
import { elementsOf } from '../plan/collection.ts'
import type { PlanContent } from '../plan/model.ts'
import { planIndex } from '../plan/plan-index.ts'
import { scorerFor } from '../plan/responsibility.ts'

interface Place {
  readonly unitId: string
  readonly sectionId?: string
}

export interface EvidencePost extends Place {
  readonly kind: PostKind
}

/**
 * `unit`: proves its own work. `provider`: proves its figures. `scoring`: collects and scores. `office`: runs it all.
 * `colleague`: another section of the lead unit. `watching`: steering group and observer. The last two only read.
 */
export type EvidenceSide = 'unit' | 'provider' | 'scoring' | 'office' | 'colleague' | 'watching'

/** One item of a plan: who it is about, who scores it, who else gives figures for it. */
export interface EvidencePlaces {
  readonly unitId: string
  readonly scorer?: Place
  readonly providers: readonly Place[]
}

const unitPosts: readonly PostKind[] = ['unitReporter', 'unitHead', 'unitAdmin', 'principal']
const providerPosts: readonly PostKind[] = ['dataProvider', 'unitHead', 'principal']
const sectionPosts: readonly PostKind[] = ['handler', 'sectionHead']
const scoringPosts: readonly PostKind[] = ['leaderInCharge', 'principal', 'clerk', 'verifier', 'verificationLead']
const officePosts: readonly PostKind[] = ['officeStaff', 'officeDirector']
const watchingPosts: readonly PostKind[] = ['steeringHead', 'steeringDeputy', 'steeringMember', 'observer']

export const evidencePlaces = (content: PlanContent, leafKey: string, unitId: string): EvidencePlaces => {
  const scorer = scorerFor(content, leafKey, unitId)
  const { elements } = planIndex(content)
  const providers = elementsOf(content, leafKey).flatMap((key): Place[] => {
    const source = elements.get(key)?.source
    return source?.kind === 'provider' ? [{ unitId: source.unitId }] : []
  })
  return { unitId, providers, ...(scorer.ok && { scorer: scorer.value }) }
}

const scores = (post: EvidencePost, place: Place): boolean => {
  if (post.unitId !== place.unitId) return false
  if (!sectionPosts.includes(post.kind)) return scoringPosts.includes(post.kind)
  return place.sectionId === undefined || post.sectionId === place.sectionId
}

/** On which side of an item a post stands; on none, its evidence is not there for it. */
export const evidenceSide = (
  post: EvidencePost,
  { unitId, scorer, providers }: EvidencePlaces,
): EvidenceSide | undefined => {
  if (officePosts.includes(post.kind)) return 'office'
  if (scorer && scores(post, scorer)) return 'scoring'
  if (scorer?.unitId === post.unitId && sectionPosts.includes(post.kind)) return 'colleague'
  if (post.unitId === unitId && unitPosts.includes(post.kind)) return 'unit'
  if (providerPosts.includes(post.kind) && providers.some((place) => place.unitId === post.unitId)) return 'provider'
  return watchingPosts.includes(post.kind) ? 'watching' : undefined
}

/** Who gives a figure or is appraised sees what the own body put forward; who scores and supervises sees all of it. */
export const seesAllEvidence = (side: EvidenceSide): boolean => side !== 'unit' && side !== 'provider'

/** Who only reads attaches nothing and takes nothing back. */
export const addsEvidence = (side: EvidenceSide): boolean => side !== 'colleague' && side !== 'watching'
