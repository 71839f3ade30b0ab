import type { PostKind } from '../ability/posts.ts'

/** What a person proved before a weighty act: the password alone, or the password and a second factor. */
export const proofs = ['password', 'secondFactor'] as const
export type Proof = (typeof proofs)[number]

/** Who gives a command: a natural person, and the one post the act is done under. */
export interface Actor {
  readonly personId: string
  readonly postId: string
  readonly post: PostKind
  readonly unitId: string
  readonly sectionId?: string
  /** Every unit in which this natural person holds a post today; nobody scores one of these (回避). */
  readonly ownUnitIds: readonly string[]
  /** Of this session, as long as it is fresh enough for a weighty act. */
  readonly proof?: Proof
}

/** All that a decision may know beyond state and command. The core has no clock, no randomness and no session. */
export interface CommandContext {
  /** RFC 3339 instant, from the one source given at start. */
  readonly now: string
  /** `YYYY-MM-DD` in Asia/Shanghai, the day that deadlines are compared with. */
  readonly today: string
  readonly actor: Actor
  /** The next fresh id (uuid); seeded in a rehearsal directory, so that a walk repeats exactly. */
  readonly newId: () => string
}

/** Who did something, as a version, signature or record keeps it. */
export interface Author {
  readonly personId: string
  readonly post: PostKind
  readonly unitId: string
  readonly sectionId?: string
}

export const authorOf = ({ personId, post, unitId, sectionId }: Author): Author =>
  sectionId === undefined ? { personId, post, unitId } : { personId, post, unitId, sectionId }
