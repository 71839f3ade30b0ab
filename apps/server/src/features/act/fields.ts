import { actLabels } from '@quanheng/messages/zh-CN/act'
import type { StoredEvent } from '../../platform/database/tables.ts'

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Nothing more is told of these: the head of the act says who and when already, or their gist says all. */
const closedParts = new Set([
  'author',
  'by',
  'drawnBy',
  'witness',
  'picked',
  'signer',
  'registeredBy',
  'recordedBy',
  'enteredBy',
  'confirmedBy',
  'startedBy',
])

/** jsonb keeps no order of keys: fields are told in the order of their words. */
const wordOrder = Object.keys(actLabels.actField)

const hasWords = (field: string): boolean => Object.hasOwn(actLabels.actField, field)

const isShown = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))

const kindOf = ({ kind }: Plain): unknown => kind

/**
 * Parts that are told by one thing in them: which kind it is, whom it names, which units it lists. Another noun's plain value of the
 * same name is not such a part and is not told.
 */
const gists: Readonly<Record<string, (part: Plain) => unknown>> = {
  scope: kindOf,
  unitSide: kindOf,
  finding: kindOf,
  answer: kindOf,
  witness: ({ personId }) => personId,
  picked: ({ unitId }) => unitId,
}

const gistOf = (field: string, value: unknown): unknown => {
  const gist = Object.hasOwn(gists, field) ? gists[field] : undefined
  if (!gist) return value
  if (Array.isArray(value)) return value.filter(isPlain).map(gist)
  return isPlain(value) ? gist(value) : undefined
}

/** The only one of a list is told like a part of its own; of several, the object's page tells more. */
const partIn = (value: unknown): Plain | undefined => {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value
  return isPlain(one) ? one : undefined
}

/** Fields of an event that have official words; what lies deeper is lifted, the outer one first. */
const flatten = (form: Plain, depth = 0): Map<string, unknown> => {
  const found = new Map<string, unknown>()
  for (const [field, value] of Object.entries(form)) {
    const told = gistOf(field, value)
    if (hasWords(field) && isShown(told) && !(field === 'kind' && depth > 0)) found.set(field, told)
  }
  if (depth === 4) return found
  for (const [field, value] of Object.entries(form)) {
    const part = partIn(value)
    if (!part || closedParts.has(field)) continue
    for (const [inner, deep] of flatten(part, depth + 1)) if (!found.has(inner)) found.set(inner, deep)
  }
  return found
}

const names = (form: unknown, noun: string, id: string, depth = 0): boolean =>
  isPlain(form) &&
  (form.id === id ||
    form[`${noun}Id`] === id ||
    (depth < 2 && Object.values(form).some((value) => names(value, noun, id, depth + 1))))

/** The events of an act that speak of one object; an act on one object speaks of no other. */
export const eventsOf = (
  events: readonly StoredEvent[],
  subject: { readonly noun: string; readonly id: string },
  alone: boolean,
): readonly StoredEvent[] => {
  const own = events.filter((event) => names(event, subject.noun, subject.id))
  return own.length === 0 && alone ? events : own
}

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Field by field, what an event changed: the difference of its before and after, or all that a new object came with. */
export const changesIn = (event: StoredEvent): readonly FieldChange[] => {
  const { type: _, reason: _reason, before, after, ...rest } = event
  if (!isPlain(before) || !isPlain(after)) {
    const found = flatten(rest)
    return wordOrder.flatMap((field) => (found.has(field) ? [{ field, before: null, after: found.get(field) }] : []))
  }
  const [was, is] = [flatten(before), flatten(after)]
  return wordOrder
    .filter((field) => was.has(field) || is.has(field))
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => !same(change.before, change.after))
}

/** Where a noun calls a field by a word of its own: 姓名 of a person, 标题 of a plan. */
const ownWords: Readonly<Record<string, string>> = {
  'person.name': 'personName',
  'plan.title': 'planTitle',
  'post.kind': 'postKind',
}

export const wordOf = (noun: string, field: string): string => ownWords[`${noun}.${field}`] ?? field

export const reasonIn = (events: readonly StoredEvent[]): string | null => {
  const found = events.map((event) => event.reason).find((reason) => typeof reason === 'string' && reason !== '')
  return typeof found === 'string' ? found : null
}
