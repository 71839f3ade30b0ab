import type { NextAct } from '@quanheng/domain/workbench/next-act'
import type { Reader } from '../database/database.ts'
import type { Actor } from '../door/actor.ts'
import type { Context } from '../door/context.ts'

/** Something that waits for somebody: who may act stands in `act`, the rest says it in words. */
export interface Task {
  readonly act: NextAct
  /** The object, e.g. `固定资产投资增速（市交通运输局）`; no verb. */
  readonly object: string
  /** Plan, or whatever the object belongs to. */
  readonly within?: string
  /** From whom it comes: the unit, section or person whose act made it wait. */
  readonly from?: string
  /** Address of the page where it is done, e.g. `/collection/…`. */
  readonly link: string
}

/**
 * What waits for this person in one noun: `mayAct` holds for one of the person's posts, and nothing is told that the
 * person may not see. Several objects that are done on one page may be one task.
 */
export type TaskProvider = (db: Reader, actor: Actor, context: Context) => Promise<readonly Task[]>

/** What others owe, as far as this person may urge them (催报); empty for everybody else. */
export type OwedProvider = TaskProvider

/** The posts of a person as `mayAct` reads them. */
export const holdings = (actor: Actor) =>
  actor.posts.map((post) => ({
    personId: actor.personId,
    post: post.kind,
    unitId: post.unitId,
    ...(post.sectionId !== null && { sectionId: post.sectionId }),
  }))
