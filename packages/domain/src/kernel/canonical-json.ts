const loneSurrogate = /\p{Surrogate}/u

const fault = (path: string, what: string): never => {
  throw new TypeError(`canonicalJson: ${path} is ${what}`)
}

const quoted = (text: string, path: string): string =>
  loneSurrogate.test(text) ? fault(path, 'text with a lone surrogate') : JSON.stringify(text)

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const write = (value: unknown, path: string): string => {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return quoted(value, path)
    case 'boolean':
      return String(value)
    case 'number':
      return Number.isSafeInteger(value) ? JSON.stringify(value) : fault(path, `the number ${value}`)
    case 'object':
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path)
    default:
      return fault(path, typeof value)
  }
}

/** `Array.from` visits holes, which `map` would skip: a hole is refused like any other undefined. */
const writeArray = (items: readonly unknown[], path: string): string =>
  `[${Array.from(items, (item, index) => write(item, `${path}[${index}]`)).join(',')}]`

const writeObject = (object: object, path: string): string => {
  if (!isPlain(object)) fault(path, 'an instance of a class')
  const members = Object.entries(object)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${quoted(key, `the key ${path}.${key}`)}:${write(value, `${path}.${key}`)}`)
  return `{${members.join(',')}}`
}

/**
 * The one text of a value, by RFC 8785 (JSON Canonicalization Scheme): members ordered by UTF-16 code units, no white space.
 * Equal data give equal text on any machine, so that its digest can be signed and recomputed.
 *
 * Takes text, booleans, null, safe integers, arrays and plain objects. Quantities are exact text (see kernel/exact), so a
 * fraction here is a fault in our code, as is `undefined`, a bigint, a class instance or text that UTF-8 cannot carry.
 * @throws TypeError that names the path of the value at fault, e.g. `$.tasks[2].target`
 */
export const canonicalJson = (value: unknown): string => write(value, '$')
