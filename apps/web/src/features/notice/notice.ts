import type { showNotice } from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'

export type Notice = ReplyOf<typeof showNotice>
export type Row = Notice['rows'][number]
export type Field = Row['fields'][number]
export type NoticeFinding = Notice['findings'][number]
export type Choice = Notice['choices'][string]

export const choiceOf = ({ choices }: Pick<Notice, 'choices'>, id: string): Choice | undefined =>
  Object.hasOwn(choices, id) ? choices[id] : undefined

/** What the draft takes: the words of the text, or those that a person put in their place. */
export const wordsOf = (notice: Pick<Notice, 'choices'>, field: Field): string => {
  const choice = choiceOf(notice, field.id)
  return choice?.state === 'corrected' ? choice.value : field.value
}

export const undecided = (notice: Notice, rows: readonly Row[]): readonly Field[] =>
  rows.flatMap(({ fields }) => fields).filter(({ id }) => choiceOf(notice, id) === undefined)

/** What an adjusting notice does to an earlier plan, a clause a row. */
export const changesIn = ({ rows }: Notice): readonly Row[] =>
  rows.filter(({ fields }) => fields.some(({ name }) => name === 'change'))
