import type { PostKind } from '../ability/posts.ts'
import { type DomainError, ok, type Result, refuse } from './result.ts'

/** One line of a workflow: in any of these states, these posts may give this command, and it leads to one of `to`. */
export interface Transition<S extends string, C extends string> {
  readonly from: readonly S[]
  readonly command: C
  readonly posts: readonly PostKind[]
  /** Where it can lead; the noun's `decide` chooses by the plan and the data when there are several. */
  readonly to: readonly [S, ...S[]]
}

/**
 * What may follow what, as data. A state × command × post without a row is a refusal, so that a forgotten case
 * stops somebody visibly and never lets somebody through.
 */
export interface Workflow<N extends string, S extends string, C extends string> {
  readonly noun: N
  readonly states: readonly S[]
  readonly commands: readonly C[]
  readonly rows: readonly Transition<S, C>[]
}

/** `notNow`: nobody may do this in this state. `notYours`: somebody may, but not from this post. */
export type TransitionError<N extends string> = DomainError<`${N}.notNow` | `${N}.notYours`>

/** The row that lets `post` give `command` in `state`. @returns refusal params `state`, `command`, and `posts` who may */
export const permit = <N extends string, S extends string, C extends string>(
  workflow: Workflow<N, S, C>,
  state: S,
  command: C,
  post: PostKind,
): Result<Transition<S, C>, TransitionError<N>> => {
  const rows = workflow.rows.filter((row) => row.command === command && row.from.includes(state))
  if (rows.length === 0) return refuse(`${workflow.noun}.notNow`, { params: { state, command } })
  const row = rows.find((candidate) => candidate.posts.includes(post))
  if (row) return ok(row)
  const posts = [...new Set(rows.flatMap((candidate) => candidate.posts))].join(' ')
  return refuse(`${workflow.noun}.notYours`, { params: { state, command, posts } })
}

/** What `post` may do in `state`: the buttons that a page may show. */
export const commandsFor = <N extends string, S extends string, C extends string>(
  workflow: Workflow<N, S, C>,
  state: S,
  post: PostKind,
): readonly C[] => workflow.commands.filter((command) => permit(workflow, state, command, post).ok)

/** The posts that may give `command` in `state`; empty when nobody may. */
export const postsFor = <N extends string, S extends string, C extends string>(
  workflow: Workflow<N, S, C>,
  state: S,
  command: C,
): readonly PostKind[] => [
  ...new Set(
    workflow.rows.filter((row) => row.command === command && row.from.includes(state)).flatMap((row) => row.posts),
  ),
]

/** The posts that may give `command` in one state or another: what an ability admits before any state is known. */
export const postsGiving = <S extends string, C extends string>(
  { rows }: Pick<Workflow<string, S, C>, 'rows'>,
  command: C,
): readonly PostKind[] => [...new Set(rows.filter((row) => row.command === command).flatMap((row) => row.posts))]
