import type { showNotice, showReading } from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'

type Shown = ReplyOf<typeof showNotice>
type Reading = ReplyOf<typeof showReading>

/** What was read, with what was decided about it. */
export interface Notice extends Omit<Shown, 'notes' | 'settled'>, Pick<Reading, 'text' | 'rows'> {
  readonly findings: readonly NoticeFinding[]
}
export type Row = Notice['rows'][number]
export type Field = Row['fields'][number]
export type NoticeFinding = Reading['findings'][number] & { readonly settled: Shown['settled'][string] | null }
export type Choice = Notice['choices'][string]

/** Findings of the reader and, once a draft was made, what that could not take over, in the order of the text. */
export const noticeOf = ({ notes, settled, ...shown }: Shown, { text, rows, findings }: Reading): Notice => ({
  ...shown,
  text,
  rows,
  findings: [...findings, ...notes]
    .sort((a, b) => a.start - b.start)
    .map((finding) => ({
      ...finding,
      settled: Object.hasOwn(settled, finding.key) ? (settled[finding.key] ?? null) : null,
    })),
})

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
