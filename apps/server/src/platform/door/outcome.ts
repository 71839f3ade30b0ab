import type { Readable } from 'node:stream'
import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf, CommandRoute, ParamsOf, QueryOf, ReplyOf, Route } from '@quanheng/contract/route'
import type { Result } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../database/database.ts'
import type { StoredEvent } from '../database/tables.ts'
import type { Actor, HeldPost } from './actor.ts'
import type { Context } from './context.ts'

/** A noun as it was and as it is now, in its pure canonical form; the door digests both. */
export interface Change {
  readonly noun: string
  readonly id: string
  /** Version after the change. */
  readonly version: number
  readonly before: unknown | null
  readonly after: unknown
}

/** What a command decided and saved; the door turns it into one act and one leaf in the same transaction. */
export interface Outcome<R> {
  /** The post acted under; null only where a person acts without one (first password, first run). */
  readonly post: HeldPost | null
  readonly events: readonly StoredEvent[]
  readonly changes: readonly Change[]
  readonly reply: R
  /** What is stored with the act and given on a repeat, where the reply holds a secret shown once. */
  readonly keptReply?: R
  /** The person who acts, on routes without a session (first run, one-time link). */
  readonly personId?: string
}

interface Asked<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
}

export interface CommandRequest<R extends CommandRoute> extends Asked<R> {
  readonly tx: Tx
  /** On a public route nobody is signed in: id and name are empty, posts none. */
  readonly actor: Actor
  /** The actor's posts that carry the route's ability; the service picks the one whose scope fits the subject. */
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

export interface QueryRequest<R extends Route> extends Asked<R> {
  readonly db: Reader
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

export type CommandHandler<R extends CommandRoute, P = unknown> = (
  request: CommandRequest<R>,
  prepared: P,
) => Promise<Result<Outcome<ReplyOf<R>>, Refusal>>

/**
 * What of a command takes long (reading a workbook, making papers): done before its transaction, while no row is held. The
 * handler takes it only after finding that what it rests on has not moved.
 */
export type Preparation<R extends CommandRoute, P = unknown> = (
  request: QueryRequest<R> & {
    /** Of the command: who asks again while it is under way asks under the same one. */
    readonly key: string
  },
) => Promise<Result<P, Refusal>>

/** A file of the store by its SHA-256; opened where it is sent, if it may be. */
export interface StoredContent {
  readonly stored: string
}

/** Bytes to send, for routes whose reply is `file`. */
export interface FileReply {
  readonly name: string
  readonly mediaType: string
  /** A stream is made while it is sent: it has no size yet, and what breaks it cuts the answer off. */
  readonly content: Uint8Array | Readable | StoredContent
  readonly size?: number
  /** Shown in the browser instead of downloaded; only for types that cannot run script. */
  readonly inline?: boolean
}

export type ReplyFor<R extends Route> = R extends { reply: 'file' } ? FileReply : ReplyOf<R>

export type QueryHandler<R extends Route> = (request: QueryRequest<R>) => Promise<Result<ReplyFor<R>, Refusal>>
