import { addDays } from '../kernel/local-date.ts'
import { citedAs, type LibraryDocument } from './model.ts'

/** 未发布 · 尚未施行 · 现行有效 · 已过有效期 · 已被替代 · 已废止. */
export const validities = ['unpublished', 'notYet', 'inForce', 'expired', 'replaced', 'repealed'] as const
export type Validity = (typeof validities)[number]

type Dated = Pick<LibraryDocument, 'state' | 'content' | 'standing'>

/** How a document stands on a day, `YYYY-MM-DD`: its last day still counts, the first day of what took its place no more. */
export const validityOn = ({ state, content, standing }: Dated, day: string): Validity => {
  if (state === 'draft' || state === 'discarded') return 'unpublished'
  if (standing.repealed && standing.repealed.from <= day) return 'repealed'
  if (standing.replaced && standing.replaced.from <= day) return 'replaced'
  if (content.lastOn !== '' && content.lastOn < day) return 'expired'
  return content.effectiveOn > day ? 'notYet' : 'inForce'
}

/** What a citation has to know of the document that it names. */
export interface CitedStanding {
  readonly documentId: string
  readonly title: string
  readonly validity: Validity
  /** 发文字号 or title of the version that took its place. */
  readonly replacedBy?: string
}

/** Standing of documents by what citations name them by: number or title. */
export type CitedStandings = ReadonlyMap<string, CitedStanding>

/** A basis that holds no more, or not yet; a document that the library does not have says nothing about itself. */
export const isDoubtful = (standing: CitedStanding | undefined): standing is CitedStanding =>
  standing !== undefined && standing.validity !== 'inForce'

/** Both names lead to a document; what holds goes before what does not, so that a title shared by versions is the one in force. */
export const standingsOf = (
  documents: readonly (Dated & Pick<LibraryDocument, 'id'>)[],
  day: string,
): CitedStandings => {
  const byId = new Map(documents.map((one) => [one.id, one]))
  const named = documents.flatMap((one): readonly (readonly [string, CitedStanding])[] => {
    const { title, documentNumber } = one.content
    const successor = byId.get(one.standing.replaced?.byId ?? '')
    const standing: CitedStanding = {
      documentId: one.id,
      title,
      validity: validityOn(one, day),
      ...(successor && { replacedBy: citedAs(successor.content) }),
    }
    return [...new Set([documentNumber, title].filter(Boolean))].map((name) => [name, standing] as const)
  })
  const [doubtful, sound] = [named.filter(([, one]) => isDoubtful(one)), named.filter(([, one]) => !isDoubtful(one))]
  return new Map([...doubtful, ...sound])
}

/** Last day on which a document holds, with replacement and repeal counted in; undefined without an end. */
export const lastDayOf = ({ content, standing }: Pick<Dated, 'content' | 'standing'>): string | undefined => {
  const ends = [
    ...(content.lastOn === '' ? [] : [content.lastOn]),
    ...[standing.replaced, standing.repealed].flatMap((end) => (end ? [addDays(end.from, -1)] : [])),
  ]
  return ends.toSorted()[0]
}
