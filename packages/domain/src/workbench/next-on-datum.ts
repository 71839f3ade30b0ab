import { askedPlace } from '../datum/asked.ts'
import { dueDayOf } from '../datum/deadline.ts'
import { workflowFor } from '../datum/decide.ts'
import { waitingRelease } from '../datum/later-release.ts'
import { currentVersion, type Datum, type DatumState } from '../datum/model.ts'
import type { DatumCommandKind } from '../datum/transitions.ts'
import { postsFor } from '../kernel/transition.ts'
import type { DataElement } from '../plan/model.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<DatumState, DatumCommandKind>>> = {
  notReported: 'report',
  drafting: 'report',
  returned: 'report',
  reported: 'confirm',
  confirmed: 'close',
  verified: 'close',
}

/** Who acts next on a datum: who is asked, who confirms, then the section that scores; a closed one waits only where a later release does. */
export const nextOnDatum = (
  datum: Datum,
  element: DataElement,
  scorer: { readonly unitId: string; readonly sectionId?: string },
): NextAct | undefined => {
  const later = datum.state === 'closed' ? waitingRelease(datum) : undefined
  const verb = later ? 'confirmRelease' : forward[datum.state]
  if (!verb) return undefined
  const version = currentVersion(datum)
  const asked = askedPlace(datum)
  const place = verb === 'close' || (verb === 'confirm' && version?.onBehalf) ? scorer : asked
  return {
    noun: 'datum',
    id: datum.id,
    verb,
    posts: postsFor(workflowFor(datum), datum.state, verb),
    unitId: place.unitId,
    ...(place.sectionId !== undefined && { sectionId: place.sectionId }),
    due: dueDayOf(datum, element.due),
    ...(verb === 'confirm' && version && { except: [version.author.personId] }),
    ...(later && { except: [later.author.personId] }),
  }
}
