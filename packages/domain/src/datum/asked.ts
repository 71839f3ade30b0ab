import type { Actor } from '../kernel/command-context.ts'
import type { Datum } from './model.ts'

/** Who is asked for a datum: the unit itself, or the body (and section) that the plan names as its source. */
export const askedPlace = ({ source, unitId }: Datum): { readonly unitId: string; readonly sectionId?: string } => {
  switch (source.kind) {
    case 'appraisedUnit':
      return { unitId }
    case 'provider':
    case 'substitute':
      return { unitId: source.unitId }
    case 'section':
    case 'superior':
      return source.sectionId === undefined
        ? { unitId: source.unitId }
        : { unitId: source.unitId, sectionId: source.sectionId }
  }
}

export const isAsked = (datum: Datum, actor: Actor): boolean => {
  const place = askedPlace(datum)
  return actor.unitId === place.unitId && (place.sectionId === undefined || actor.sectionId === place.sectionId)
}
