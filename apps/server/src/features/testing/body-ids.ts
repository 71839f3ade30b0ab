import type { Route } from '@quanheng/contract/route'
import { z } from 'zod'
import { anExample } from '../../platform/testing/an-example.ts'

/** One field of a request's body that holds the id of an object, or the digest of a file. */
export interface BodyId {
  /** From the body down: `rows[].itemId`. */
  readonly at: string
  /** What it is called last on that way: `itemId`. */
  readonly name: string
  readonly kind: 'id' | 'digest'
  /** A body as small as may be that has this field; other ids in it are as `idOf` says of their names. */
  readonly body: (value: string, idOf: (name: string) => string | undefined) => unknown
}

interface Place extends Omit<BodyId, 'body'> {
  readonly build: (value: string) => unknown
}

const exampleId = String(anExample(z.uuid()))
const exampleDigest = '0'.repeat(64)

const textKind = (schema: z.ZodType): BodyId['kind'] | undefined => {
  if (schema.safeParse('示例').success || schema.safeParse('1').success) return undefined
  if (schema.safeParse(exampleId).success) return 'id'
  return schema.safeParse(exampleDigest).success ? 'digest' : undefined
}

const inside = (place: Place, wrap: (value: unknown) => unknown): Place => ({
  ...place,
  build: (value) => wrap(place.build(value)),
})

/** Rules within rules hold no ids; nothing else is nested as deep. */
const deepest = 12

const placesIn = (schema: z.ZodType, at: string, name: string, depth = 0): readonly Place[] => {
  if (depth > deepest) return []
  const { def } = schema as unknown as {
    readonly def: {
      readonly type: string
      readonly shape: Readonly<Record<string, z.ZodType>>
      readonly options: readonly z.ZodType[]
      readonly element: z.ZodType
      readonly innerType: z.ZodType
      readonly valueType: z.ZodType
      readonly in: z.ZodType
    }
  }
  const under = (next: z.ZodType, to = at, called = name) => placesIn(next, to, called, depth + 1)
  switch (def.type) {
    case 'string': {
      const kind = textKind(schema)
      return kind === undefined ? [] : [{ at, name, kind, build: (value) => value }]
    }
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) =>
        under(field, at === '' ? key : `${at}.${key}`, key).map((place) =>
          inside(place, (value) => ({ ...(anExample(schema) as object), [key]: value })),
        ),
      )
    case 'array':
      return under(def.element, `${at}[]`).map((place) => inside(place, (value) => [value]))
    case 'record':
      return under(def.valueType, `${at}{}`).map((place) => inside(place, (value) => ({ 示例: value })))
    case 'union':
      return def.options.flatMap((option) => under(option))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return under(def.innerType)
    case 'pipe':
      return under(def.in)
    default:
      return []
  }
}

/** The ids of the example, each replaced by what its name asks for. */
const named = (value: unknown, name: string, idOf: (name: string) => string | undefined): unknown => {
  if (value === exampleId) return idOf(name) ?? value
  if (Array.isArray(value)) return value.map((one) => named(one, name, idOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, key, idOf)]))
}

/** Every field of a route's body that holds an id or the digest of a file, read off the contract. */
export const bodyIds = (route: Route): readonly BodyId[] => {
  if (!('body' in route) || !(route.body instanceof z.ZodType)) return []
  const places = new Map(placesIn(route.body, '', '').map((place) => [place.at, place]))
  return [...places.values()].map(({ build, ...place }) => ({
    ...place,
    body: (value, idOf) => named(build(value), '', idOf),
  }))
}
