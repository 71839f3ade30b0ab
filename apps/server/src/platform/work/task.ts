import type { PostKind } from '@quanheng/domain/ability/posts'
import type { NextAct } from '@quanheng/domain/workbench/next-act'
import type { Reader } from '../database/database.ts'
import type { Actor } from '../door/actor.ts'
import type { Context } from '../door/context.ts'

/** One line of 待办: what waits for this person. Several objects that are done on one page are one line. */
export interface Task {
  readonly noun: NextAct['noun']
  /** Unique among the tasks of the noun. */
  readonly id: string
  /** The command that takes it forward; its word stands in the vocabulary `<noun>Command`. */
  readonly verb: string
  /** What it is done to, without the verb: `固定资产投资增速（市交通运输局）`. */
  readonly object: string
  /** Plan, or whatever the object belongs to. */
  readonly within?: string | undefined
  /** From whom it comes: the unit, section or person whose act made it wait. */
  readonly from?: string | undefined
  /** `YYYY-MM-DD`, inclusive. */
  readonly due?: string | undefined
  /** Address of the page where it is done, filters included. */
  readonly link: string
}

/** What waits for this person in one noun; nothing is told that the person may not see. */
export type TaskProvider = (db: Reader, actor: Actor, context: Context) => Promise<readonly Task[]>

/** One line of 催报: a body that owes something, whom to call there, and what to say. */
export interface Owed {
  readonly noun: NextAct['noun']
  readonly id: string
  readonly verb: string
  /** Unit, with its section. */
  readonly body: string
  readonly object: string
  readonly within?: string | undefined
  /** The first due day. */
  readonly due: string
  /** Empty when nobody holds the post: then the post itself is what is missing. */
  readonly people: readonly { readonly name: string; readonly post: PostKind; readonly phone: string | null }[]
  /** Chinese, ready to copy: officials send it. */
  readonly text: string
  readonly link: string
}

/** What others owe in one noun, as far as this person may urge them; empty for everybody else. */
export type OwedProvider = (db: Reader, actor: Actor, context: Context) => Promise<readonly Owed[]>

/** The posts of a person as `mayAct` reads them. */
export const holdings = (actor: Actor) =>
  actor.posts.map((post) => ({
    personId: actor.personId,
    post: post.kind,
    unitId: post.unitId,
    ...(post.sectionId !== null && { sectionId: post.sectionId }),
  }))
