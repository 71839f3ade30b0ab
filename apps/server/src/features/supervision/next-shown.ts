import type { NextAct } from '@quanheng/domain/workbench/next-act'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'

/** Who takes the object forward today, by name; nobody may hold the post. */
export const nextShown = async <Command>(
  db: Reader,
  act: NextAct | undefined,
  names: ReadonlyMap<string, string>,
  today: string,
) => {
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter(({ kind, personId }) => act.posts.includes(kind) && !act.except?.includes(personId))
  return {
    command: act.verb as Command,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

/** Steps of an object as its page shows them; `names` holds their people and units. */
export const stepsShown = <Command>(
  steps: readonly {
    readonly command: string
    readonly by: { readonly personId: string; readonly unitId: string }
    readonly at: string
    readonly words: string
  }[],
  names: ReadonlyMap<string, string>,
) =>
  steps.map(({ command, by, at, words }) => ({
    command: command as Command | 'begin',
    by: names.get(by.personId) ?? '',
    unitName: names.get(by.unitId) ?? '',
    at,
    words,
  }))
