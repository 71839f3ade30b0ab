import type { BodyOf, CommandRoute, ParamsOf, QueryOf, QueryRoute, ReplyOf } from '@quanheng/contract/route'

type Given<K extends string, T> = T extends undefined ? object : { readonly [P in K]: T }
type InputOf<R extends CommandRoute | QueryRoute> = Given<'params', ParamsOf<R>> &
  Given<'query', QueryOf<R>> &
  Given<'body', BodyOf<R>>

/** Plays the world's people through the command door; whatever is refused is a fault of the world and stops the loading. */
export interface Player {
  /** Carries out one command as the person behind a login. */
  readonly act: <R extends CommandRoute>(login: string, route: R, input: InputOf<R>) => Promise<ReplyOf<R>>
  /** Reads as that person, e.g. to learn the version that a next command cites. */
  readonly read: <R extends QueryRoute>(login: string, route: R, input: InputOf<R>) => Promise<ReplyOf<R>>
  /** Hands in a file as that person; the digest is what commands cite. */
  readonly upload: (login: string, name: string, content: Uint8Array) => Promise<{ readonly digest: string }>
  /** The check code that a printed form shows, from the form itself. */
  readonly printedCode: <R extends QueryRoute>(login: string, route: R, input: InputOf<R>) => Promise<string>
  /** Moves the day on; never back. */
  readonly moveTo: (day: string) => Promise<void>
  /** Tells how far the loading is. */
  readonly tell: (percent: number, doing: string) => void
}
