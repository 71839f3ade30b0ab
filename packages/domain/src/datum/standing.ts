import type { PostKind } from '../ability/posts.ts'
import type { DatumSource } from '../plan/model.ts'

interface Place {
  readonly unitId: string
  readonly sectionId?: string
}

/** Where a datum belongs: what it is about, who is asked, who scores with it. */
export interface DatumPlaces {
  readonly unitId: string
  readonly source: DatumSource
  readonly scorers: readonly Place[]
}

export interface StandingPost extends Place {
  readonly kind: PostKind
}

/** `asked`: the body that gives the figure. `scoring`: the body that collects it and scores with it. */
export type DatumSide = 'asked' | 'scoring'

const unitPosts: readonly PostKind[] = ['unitReporter', 'unitHead', 'unitAdmin', 'principal']
const providerPosts: readonly PostKind[] = ['dataProvider', 'unitHead', 'principal']
/** Bound to their own section; those of a whole unit are listed apart. */
const sectionPosts: readonly PostKind[] = ['handler', 'sectionHead']
const leadPosts: readonly PostKind[] = ['leaderInCharge', 'principal', 'clerk']
const officePosts: readonly PostKind[] = ['officeStaff', 'officeDirector']

const inPlace = (post: StandingPost, place: Place): boolean =>
  post.unitId === place.unitId && (place.sectionId === undefined || post.sectionId === place.sectionId)

const worksIn = (post: StandingPost, place: Place): boolean =>
  sectionPosts.includes(post.kind)
    ? inPlace(post, place)
    : leadPosts.includes(post.kind) && post.unitId === place.unitId

const isAskedSide = (post: StandingPost, { unitId, source }: DatumPlaces): boolean => {
  switch (source.kind) {
    case 'appraisedUnit':
      return post.unitId === unitId && unitPosts.includes(post.kind)
    case 'provider':
      return post.unitId === source.unitId && providerPosts.includes(post.kind)
    case 'section':
      return worksIn(post, source)
    case 'superior':
    case 'substitute':
      return worksIn(post, source) || (post.unitId === source.unitId && officePosts.includes(post.kind))
  }
}

/**
 * On which sides of a datum a post stands; on none, the datum is not there for it. The office runs the whole appraisal and
 * stands on the scoring side of every datum; an appraised unit stands only where it is asked itself.
 */
export const sidesOf = (post: StandingPost, places: DatumPlaces): readonly DatumSide[] => {
  const scoring = officePosts.includes(post.kind) || places.scorers.some((place) => worksIn(post, place))
  return [...(isAskedSide(post, places) ? (['asked'] as const) : []), ...(scoring ? (['scoring'] as const) : [])]
}
