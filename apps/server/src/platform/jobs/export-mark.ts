import type { Actor } from '../door/actor.ts'
import { type Context, minuteOf } from '../door/context.ts'

/** Who takes something out of the platform, and when. */
export interface Taking {
  readonly actor: Actor
  readonly context: Context
}

/** Who took it out, of which unit, when. */
export const markOf = ({ actor: { name, posts }, context: { now } }: Taking): string =>
  [name, posts[0]?.unitName, minuteOf(now)].filter(Boolean).join(' ')

/** What an export carries: its mark where the year's plan says so, else nothing. */
export const exportMark = (taking: Taking): string | undefined =>
  taking.context.marksExports === true ? markOf(taking) : undefined

/** A file's name that carries the mark where the file itself has no place for one; no sign that Windows refuses in it. */
export const markedName = (name: string, taking: Taking): string => {
  const mark = exportMark(taking)
  return mark === undefined ? name : `${name}（${mark.replace(/(\d{2}):(\d{2})$/, '$1时$2分')}导出）`
}
