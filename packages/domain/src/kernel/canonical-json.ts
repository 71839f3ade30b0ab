/** Where a value stands, from the outside in; made into words only for a fault. */
interface Place {
  readonly within: Place | null
  readonly step: string
}

const pathOf = ({ within, step }: Place): string => (within === null ? step : pathOf(within) + step)

const fault = (place: Place, what: string): never => {
  throw new TypeError(`canonicalJson: ${pathOf(place)} is ${what}`)
}

const loneSurrogate = /\p{Surrogate}/u

/** JSON escapes a lone surrogate, so text that comes out unescaped has none. Undefined where the text has one. */
const quoted = (text: string): string | undefined => {
  const written = JSON.stringify(text)
  return written.length !== text.length + 2 && loneSurrogate.test(text) ? undefined : written
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const write = (value: unknown, within: Place | null, step: string): string => {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return quoted(value) ?? fault({ within, step }, 'text with a lone surrogate')
    case 'boolean':
      return String(value)
    case 'number':
      return Number.isSafeInteger(value) ? JSON.stringify(value) : fault({ within, step }, `the number ${value}`)
    case 'object':
      return Array.isArray(value) ? writeArray(value, { within, step }) : writeObject(value, { within, step })
    default:
      return fault({ within, step }, typeof value)
  }
}

/** `Array.from` visits holes, which `map` would skip: a hole is refused like any other undefined. */
const writeArray = (items: readonly unknown[], place: Place): string =>
  `[${Array.from(items, (item, index) => write(item, place, `[${index}]`)).join(',')}]`

const writeObject = (object: object, place: Place): string => {
  if (!isPlain(object)) fault(place, 'an instance of a class')
  const members = Object.keys(object)
    .sort()
    .map((key) => {
      const name =
        quoted(key) ?? fault({ within: null, step: `the key ${pathOf(place)}.${key}` }, 'text with a lone surrogate')
      return `${name}:${write((object as Record<string, unknown>)[key], place, `.${key}`)}`
    })
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
export const canonicalJson = (value: unknown): string => write(value, null, '$')
