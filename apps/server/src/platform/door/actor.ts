import type { Ability } from '@quanheng/domain/ability/abilities'
import { postsThatMay } from '@quanheng/domain/ability/abilities'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Author, Actor as DomainActor, Proof } from '@quanheng/domain/kernel/command-context'

/** A post held on the business date of the request. */
export interface HeldPost {
  readonly id: string
  readonly kind: PostKind
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly title: string | null
  /** Of an observer: the bodies that the mandate covers; the own body alone where nothing more was read. */
  readonly watches?: readonly string[]
}

/** Who asks: a signed-in person with the posts held today. Nothing about rights is remembered between requests. */
export interface Actor {
  readonly personId: string
  readonly name: string
  readonly posts: readonly HeldPost[]
  /** The password is older than the policy allows: nothing else until it is changed. */
  readonly mustChangePassword?: boolean
  /** What was proved last in this session; absent where nobody signed in. */
  readonly proof?: Proof
  /** Address of the request, for the access trail; absent for the command line and the rehearsal loader. */
  readonly address?: string
}

/** Who acts, as a record keeps it. */
export const authorUnder = ({ personId }: Pick<Actor, 'personId'>, { kind, unitId, sectionId }: HeldPost): Author => ({
  personId,
  post: kind,
  unitId,
  ...(sectionId !== null && { sectionId }),
})

/** The posts under which the actor may use an ability; stores scope their queries by them. */
export const postsFor = (actor: Actor, ability: Ability): readonly HeldPost[] => postsThatMay(actor.posts, ability)

/** Who acts, as a decision of the domain asks. */
export const asDomainActor = (actor: Actor, post: HeldPost): DomainActor => ({
  personId: actor.personId,
  postId: post.id,
  post: post.kind,
  unitId: post.unitId,
  ...(post.sectionId !== null && { sectionId: post.sectionId }),
  ownUnitIds: unitIdsOf(actor.posts),
  ...(actor.proof && { proof: actor.proof }),
})

export const unitIdsOf = (posts: readonly HeldPost[]): string[] => [...new Set(posts.map((post) => post.unitId))]

export const sectionIdsOf = (posts: readonly HeldPost[]): string[] => [
  ...new Set(posts.flatMap((post) => (post.sectionId === null ? [] : [post.sectionId]))),
]

/**
 * What observers among these posts may read. A mandate is the post itself: given by the security administrator for a body and a
 * period, it covers that body's plans and those of the bodies that score under its year plans.
 */
export const watchedBy = (posts: readonly HeldPost[]): string[] => [
  ...new Set(posts.filter(({ kind }) => kind === 'observer').flatMap(({ unitId, watches = [unitId] }) => watches)),
]
