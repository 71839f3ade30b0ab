import { normaliseName } from '../kernel/normalise.ts'
import type { Choices, FieldChoice, ReadField, ReadNotice, ReadRow } from './model.ts'

/** What a field is, whatever its row's number: the mark of the indicator of this path, the term of the step of this name. */
const identities = (rows: readonly ReadRow[]): ReadonlyMap<string, ReadField> => {
  const found = new Map<string, ReadField>()
  for (const { part, path = [], group = '', fields } of rows) {
    const [first] = fields
    const row = [part, ...path, group, first?.name ?? '', first?.value ?? ''].map(normaliseName).join('\n')
    const nth = new Map<string, number>()
    for (const field of fields) {
      const at = nth.get(field.name) ?? 0
      nth.set(field.name, at + 1)
      const identity = `${row}\n${field.name}\n${at}`
      if (!found.has(identity)) found.set(identity, field)
    }
  }
  return found
}

export interface Earlier {
  readonly rows: readonly ReadRow[]
  readonly choices: Choices
}

/** Pairs of fields that say the same thing in both readings, by identity. */
const pairs = (before: readonly ReadRow[], after: readonly ReadRow[]) => {
  const old = identities(before)
  return [...identities(after)].map(([identity, field]) => ({ field, before: old.get(identity) }))
}

const choiceOf = (choices: Choices, id: string | undefined): FieldChoice | undefined =>
  id !== undefined && Object.hasOwn(choices, id) ? choices[id] : undefined

/** 沿用: what a revised notice says in the same words as the earlier one is decided as it was there; what was decided here stays. */
export const carryChoices = (earlier: Earlier, { rows }: Pick<ReadNotice, 'rows'>, choices: Choices): Choices => ({
  ...Object.fromEntries(
    pairs(earlier.rows, rows).flatMap(({ field, before }) => {
      const choice = choiceOf(earlier.choices, before?.id)
      return choice && before?.value === field.value ? [[field.id, choice] as const] : []
    }),
  ),
  ...choices,
})

/**
 * Choices under which a field that somebody will ask about says what it said before, and nothing where it is new: the plan keeps what
 * it has there.
 */
export const askedAsBefore = (earlier: Earlier, { rows }: Pick<ReadNotice, 'rows'>, choices: Choices): Choices => ({
  ...choices,
  ...Object.fromEntries(
    pairs(earlier.rows, rows).flatMap(({ field, before }): (readonly [string, FieldChoice])[] => {
      if (choiceOf(choices, field.id)?.state !== 'asked') return []
      const choice = choiceOf(earlier.choices, before?.id)
      if (choice?.state === 'corrected') return [[field.id, choice]]
      return before && choice?.state === 'accepted'
        ? [[field.id, { state: 'corrected', value: before.value }]]
        : [[field.id, { state: 'left' }]]
    }),
  ),
})
