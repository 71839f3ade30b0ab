import { normaliseText } from '../kernel/normalise.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { isStepKind } from '../plan/model.ts'
import type { Choices, FieldChoice, FieldName, NoticePart, ReadField, ReadNotice, ReadRow } from './model.ts'

export type NoticeError = DomainError<
  'notice.noSuchField' | 'notice.noSuchKind' | 'notice.noSuchFinding' | 'notice.drafted' | 'notice.correctionEmpty'
>

export interface Chosen {
  readonly field: string
  /** null takes the choice back. */
  readonly choice: FieldChoice | null
}

/** What all fields become that nobody has decided about, in one part of the notice or in all of it. */
export interface Rest {
  readonly state: 'accepted' | 'asked' | 'left'
  readonly part: NoticePart | null
}

const chooseRest = (rows: readonly ReadRow[], chosen: Choices, { state, part }: Rest): Choices => ({
  ...Object.fromEntries(
    rows.flatMap((row) =>
      part === null || row.part === part ? row.fields.map(({ id }) => [id, { state }] as const) : [],
    ),
  ),
  ...chosen,
})

/** The choices after these, and after them of the rest; a correction that says what the text says is an acceptance. */
export const choose = (
  { rows }: Pick<ReadNotice, 'rows'>,
  before: Choices,
  chosen: readonly Chosen[],
  rest?: Rest,
): Result<Choices, NoticeError> => {
  const known = new Map(rows.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const)))
  const after = new Map(Object.entries(before))
  for (const { field: id, choice } of chosen) {
    const field = known.get(id)
    if (field === undefined) return refuse('notice.noSuchField', { at: id })
    if (choice === null) after.delete(id)
    else if (choice.state !== 'corrected') after.set(id, choice)
    else {
      const value = normaliseText(choice.value).trim()
      if (field.name === 'stepKind' && !isStepKind(value)) return refuse('notice.noSuchKind', { at: id })
      if (value === '') return refuse('notice.correctionEmpty', { at: id })
      after.set(id, value === field.value ? { state: 'accepted' } : { state: 'corrected', value })
    }
  }
  const choices = Object.fromEntries(after)
  return ok(rest ? chooseRest(rows, choices, rest) : choices)
}

/** A field with the words that count. */
export interface Taken extends ReadField {
  readonly row: ReadRow
}

/** How the fields of a row go into a draft. */
export interface TakenRow {
  readonly row: ReadRow
  readonly one: (name: FieldName) => Taken | undefined
  readonly all: (name: FieldName) => readonly Taken[]
}

/**
 * The rows with what was accepted or corrected in them. `undecided: 'accepted'` takes as it stands what nobody has decided about or
 * somebody will ask about, for a comparison; a draft takes only what was decided.
 */
export const takenRows = (
  rows: readonly ReadRow[],
  choices: Choices,
  undecided: 'accepted' | 'left' = 'left',
): readonly TakenRow[] =>
  rows.map((row) => {
    const taken = row.fields.flatMap((field): Taken[] => {
      const choice = Object.hasOwn(choices, field.id) ? choices[field.id] : undefined
      if (choice?.state === 'corrected') return [{ ...field, value: choice.value, row }]
      const state = choice === undefined || choice.state === 'asked' ? undecided : choice.state
      return state === 'accepted' ? [{ ...field, row }] : []
    })
    const all = (name: FieldName) => taken.filter((field) => field.name === name)
    return { row, all, one: (name) => all(name)[0] }
  })

export interface Counts {
  readonly fields: number
  readonly undecided: number
  readonly asked: number
}

export const countsOf = (rows: readonly ReadRow[], choices: Choices): Counts => {
  const ids = rows.flatMap(({ fields }) => fields.map(({ id }) => id))
  const stateOf = (id: string) => (Object.hasOwn(choices, id) ? choices[id]?.state : undefined)
  return {
    fields: ids.length,
    undecided: ids.filter((id) => stateOf(id) === undefined).length,
    asked: ids.filter((id) => stateOf(id) === 'asked').length,
  }
}
