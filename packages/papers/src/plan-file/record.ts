import { sameData } from '@quanheng/domain/rule/same-data'
import type { Doc, DocPath, Form, JsonSchema, Report } from './form.ts'
import { isTable, isText } from './form.ts'

/** One member of a record: its name in the file, its form, and what its absence means. */
export interface Field<T> {
  readonly label: string
  readonly form: Form<T>
  /** Absent here: must be in the file. */
  readonly absent?: 'left out' | { readonly means: T }
}

interface OptionalField<T> extends Field<T> {
  readonly absent: 'left out'
}

/** A member that the data may lack is one that the file may lack, and no other. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalField<Exclude<T[K], undefined>>
    : Field<T[K]> & { readonly absent?: { readonly means: T[K] } }
}

export const needed = <T>(label: string, form: Form<T>): { readonly label: string; readonly form: Form<T> } => ({
  label,
  form,
})

export const optional = <T>(label: string, form: Form<T>): OptionalField<T> => ({ label, form, absent: 'left out' })

/** Left out of the file where it holds this value: an empty text is 未填, an empty list is 无. */
export const unless = <T>(
  means: T,
  label: string,
  form: Form<T>,
): { readonly label: string; readonly form: Form<T>; readonly absent: { readonly means: T } } => ({
  label,
  form,
  absent: { means },
})

type Entry = readonly [name: string, field: Field<unknown>]

const entriesOf = <T>(fields: Fields<T>): readonly Entry[] => Object.entries(fields) as unknown as readonly Entry[]

function readFields(entries: readonly Entry[], doc: Doc, path: DocPath, report: Report): unknown {
  if (!isTable(doc)) return report('file.notTable', path)
  const labels = new Set(entries.map(([, { label }]) => label))
  const known = [...labels].join('、')
  let faulty = false
  for (const key of Object.keys(doc))
    if (!labels.has(key)) {
      report('file.keyUnknown', [...path, key], { key, known })
      faulty = true
    }
  const read: [string, unknown][] = []
  for (const [name, { label, form, absent }] of entries) {
    const member = Object.hasOwn(doc, label) ? doc[label] : undefined
    if (member === undefined) {
      if (absent === undefined) {
        report('file.keyMissing', path, { key: label })
        faulty = true
      } else if (absent !== 'left out') read.push([name, absent.means])
      continue
    }
    const value = form.read(member, [...path, label], report)
    if (value === undefined) faulty = true
    else read.push([name, value])
  }
  return faulty ? undefined : Object.fromEntries(read)
}

const writeFields = (entries: readonly Entry[], value: Readonly<Record<string, unknown>>): { [key: string]: Doc } =>
  Object.fromEntries(
    entries.flatMap(([name, { label, form, absent }]) => {
      const member = value[name]
      if (member === undefined || (typeof absent === 'object' && sameData(absent.means, member))) return []
      return [[label, form.write(member)]]
    }),
  )

const schemaOf = (entries: readonly Entry[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(entries.map(([, { label, form }]) => [label, form.schema])),
  required: entries.flatMap(([, { label, absent }]) => (absent === undefined ? [label] : [])),
  additionalProperties: false,
})

const partsOf = (entries: readonly Entry[]): NonNullable<Form<never>['parts']> =>
  Object.fromEntries(entries.map(([name, { label, form }]) => [name, { label, form: form as unknown as Form<never> }]))

/** A record of named members, in the order in which they are declared. */
export function record<T extends object>(fields: Fields<T>): Form<T> {
  const entries = entriesOf(fields)
  return {
    read: (doc, path, report) => readFields(entries, doc, path, report) as T | undefined,
    write: (value) => writeFields(entries, value as Readonly<Record<string, unknown>>),
    schema: schemaOf(entries),
    parts: partsOf(entries),
  }
}

type Tagged<K extends string> = { readonly [tag in K]: string }

export type Variants<T extends Tagged<K>, K extends string> = {
  readonly [V in T[K]]: readonly [word: string, fields: Fields<Omit<Extract<T, { readonly [tag in K]: V }>, K>>]
}

/** One of several records, told apart by a word of the file. */
export function variants<K extends string, T extends Tagged<K>>(tag: K, label: string, of: Variants<T, K>): Form<T> {
  const all = (Object.entries(of) as [string, readonly [string, Fields<object>]][]).map(([value, [word, fields]]) => ({
    value,
    word,
    entries: entriesOf(fields),
  }))
  const choices = all.map(({ word }) => word)
  return {
    read: (doc, path, report) => {
      if (!isTable(doc)) return report('file.notTable', path)
      const { [label]: word, ...rest } = doc
      if (word === undefined) return report('file.keyMissing', path, { key: label })
      const one = all.find((each) => each.word === word)
      if (!one)
        return report('file.notOneOf', [...path, label], {
          text: isText(word) ? word : '',
          choices: choices.join('、'),
        })
      const read = readFields(one.entries, rest, path, report)
      return read === undefined ? undefined : ({ [tag]: one.value, ...(read as object) } as T)
    },
    write: (value) => {
      const one = all.find((each) => each.value === value[tag])
      if (!one) throw new RangeError(`no form for ${tag} ${value[tag]}`)
      return { [label]: one.word, ...writeFields(one.entries, value as Readonly<Record<string, unknown>>) }
    },
    schema: {
      anyOf: all.map(({ word, entries }) => {
        const { properties, required, ...rest } = schemaOf(entries) as {
          readonly properties: object
          readonly required: readonly string[]
        }
        return { ...rest, properties: { [label]: { const: word }, ...properties }, required: [label, ...required] }
      }),
    },
    parts: Object.assign({}, ...all.map(({ entries }) => partsOf(entries))),
  }
}
