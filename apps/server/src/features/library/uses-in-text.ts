import { articlesCited } from '@quanheng/domain/library/citation'
import { type RawBuilder, sql } from 'kysely'
import type { CitedBy, Use } from './uses.ts'

/** Condition on a text: it names the document somewhere. */
export const namesOneOf = (text: RawBuilder<unknown>, { names }: CitedBy): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM unnest(${[...names]}::text[]) AS name WHERE strpos(${text}, name) > 0)`

/** Each article that a written object cites, once. */
export const usesInText = (
  object: Omit<Use, 'article'> & { readonly text: string },
  { names, articles }: CitedBy,
): readonly Use[] => {
  const { text, ...use } = object
  return articlesCited(text, names, articles).map((article) => ({ ...use, article }))
}
