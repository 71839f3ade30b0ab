import { authorOf } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { Seat } from '../meeting/model.ts'
import type { MatterContext, MatterErrorCode } from './commands.ts'
import type { Asked, ImportantMatter } from './model.ts'

export type Move = Result<Partial<ImportantMatter>, DomainError<MatterErrorCode>>

/** A seat as it is kept with the matter. */
export const askedAs = ({ key, personName, unitName, unitId, personId }: Seat): Asked => ({
  key,
  personName,
  unitName,
  ...(unitId !== undefined && { unitId }),
  ...(personId !== undefined && { personId }),
})

/** The text as it stands becomes a version; the same text twice is one. */
export const versioned = (
  { content, standing }: ImportantMatter,
  { actor, now }: MatterContext,
): ImportantMatter['standing']['versions'] => {
  const last = standing.versions.at(-1)
  return last?.title === content.title && last.body === content.body
    ? standing.versions
    : [...standing.versions, { title: content.title, body: content.body, by: authorOf(actor), at: now }]
}
