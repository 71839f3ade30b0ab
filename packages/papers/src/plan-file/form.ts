/** A document as its reader gives it: every scalar is its source text (`1.10` stays `1.10`), a blank one the empty text. */
export type Doc = string | readonly Doc[] | { readonly [key: string]: Doc }

/** Keys and positions from the top of the document. */
export type DocPath = readonly (string | number)[]

export type FileFaultCode =
  | 'file.notText'
  | 'file.notList'
  | 'file.notTable'
  | 'file.notWhole'
  | 'file.notOneOf'
  | 'file.keyUnknown'
  | 'file.keyMissing'
  | 'file.ruleNotUnderstood'
  | 'file.noteNotUnderstood'
  | 'file.unknownName'
  | 'file.twice'
  | 'file.badValue'

/** What cannot be read, where. */
export interface FileFault {
  readonly code: FileFaultCode
  readonly path: DocPath
  readonly params?: Readonly<Record<string, string>>
}

/** Collects every fault, so that a drafter sees all of them at once. */
export type Report = (code: FileFaultCode, path: DocPath, params?: FileFault['params']) => undefined

export type JsonSchema = { readonly [key: string]: unknown }

/**
 * How one kind of value stands in a file: read, written and described by one definition, so that the three cannot differ. `read`
 * gives nothing exactly where it has reported a fault, and `read(write(value))` is the value.
 */
export interface Form<T> {
  readonly read: (doc: Doc, path: DocPath, report: Report) => T | undefined
  readonly write: (value: T) => Doc
  readonly schema: JsonSchema
  /** What the parts are called in the file, by their names in the data. */
  readonly parts?: Readonly<Record<string, { readonly label: string; readonly form: Form<never> }>>
  readonly item?: Form<never>
}

export const isText = (doc: Doc): doc is string => typeof doc === 'string'
const isList = (doc: Doc): doc is readonly Doc[] => Array.isArray(doc)

export const text: Form<string> = {
  read: (doc, path, report) => (isText(doc) ? doc : report('file.notText', path)),
  write: (value) => value,
  // An editor takes `10` for a number; the reader takes its characters.
  schema: { type: ['string', 'number'] },
}

export const whole: Form<number> = {
  read: (doc, path, report) =>
    isText(doc) && /^-?\d{1,9}$/.test(doc)
      ? Number(doc)
      : report('file.notWhole', path, isText(doc) ? { text: doc } : {}),
  write: String,
  schema: { type: 'integer' },
}

/** One word of a closed list: `{ halfUp: '四舍五入' }`. */
export function oneOf<T extends string>(words: Readonly<Record<T, string>>): Form<T> {
  const byWord = new Map((Object.entries(words) as [T, string][]).map(([value, word]) => [word, value]))
  const choices = [...byWord.keys()]
  return {
    read: (doc, path, report) =>
      (isText(doc) ? byWord.get(doc) : undefined) ??
      report('file.notOneOf', path, { text: isText(doc) ? doc : '', choices: choices.join('、') }),
    write: (value) => words[value],
    schema: { enum: choices },
  }
}

const yesOrNo = oneOf({ yes: '是', no: '否' })

export const yesNo: Form<boolean> = {
  read: (doc, path, report) => {
    const read = yesOrNo.read(doc, path, report)
    return read && read === 'yes'
  },
  write: (value) => yesOrNo.write(value ? 'yes' : 'no'),
  schema: yesOrNo.schema,
}

export const list = <T>(item: Form<T>): Form<readonly T[]> => ({
  read: (doc, path, report) => {
    if (doc === '') return []
    if (!isList(doc)) return report('file.notList', path)
    const items = doc.map((each, at) => item.read(each, [...path, at], report))
    return items.some((each) => each === undefined) ? undefined : (items as readonly T[])
  },
  write: (values) => values.map(item.write),
  schema: { type: 'array', items: item.schema },
  item: item as unknown as Form<never>,
})

/** A form that a single word may stand for: `依据: 四（二）`. Where `short` has no word the long form is written. */
export const orShort = <T>(
  long: Form<T>,
  short: { readonly read: (word: string) => T | undefined; readonly write: (value: T) => string | undefined },
): Form<T> => ({
  ...long,
  read: (doc, path, report) => (isText(doc) ? short.read(doc) : undefined) ?? long.read(doc, path, report),
  write: (value) => short.write(value) ?? long.write(value),
  schema: { anyOf: [text.schema, long.schema] },
})

export const isTable = (doc: Doc): doc is { readonly [key: string]: Doc } => !isText(doc) && !isList(doc)

/** Values by free keys: `{ 市交通局: 95 }`. */
export const table = <T>(item: Form<T>): Form<Readonly<Record<string, T>>> => ({
  read: (doc, path, report) => {
    // An empty value is what a file with nothing under its key gives.
    if (doc === '') return {}
    if (!isTable(doc)) return report('file.notTable', path)
    const entries = Object.entries(doc).map(([key, each]) => [key, item.read(each, [...path, key], report)] as const)
    return entries.some(([, each]) => each === undefined)
      ? undefined
      : (Object.fromEntries(entries) as Record<string, T>)
  },
  write: (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, item.write(value)])),
  schema: { type: 'object', additionalProperties: item.schema },
})
