import type { Reader } from '../database/database.ts'
import type { Actor } from '../door/actor.ts'
import type { Context } from '../door/context.ts'

/**
 * How much of an object's act history a person may read: all of it, only who did what kind of act when, or nothing
 * (the object is then not there for this person).
 */
export type Sight = 'all' | 'heads' | 'nothing'

/** Decides for one noun; never answers more than the noun's own pages show. */
export type SightOf = (db: Reader, actor: Actor, context: Context, id: string) => Promise<Sight>

/** By noun as it stands in the changes of acts; a noun that is not named is seen by nobody but the auditors. */
export type Sights = Readonly<Record<string, SightOf>>
