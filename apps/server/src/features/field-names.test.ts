import { fieldNames } from '@quanheng/messages/zh-CN/field'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Platform } from '../platform/platform.ts'
import { allRoutes } from './index.ts'

/** Names of all fields of a schema, whatever they stand in; a schema keeps what was once made of it, so each is met once. */
const namesIn = (schema: unknown, met = new Set<unknown>()): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap((each) => namesIn(each, met))
  if (!(schema instanceof z.ZodType) || met.has(schema)) return []
  met.add(schema)
  const { def } = schema as z.ZodType & { readonly def: object & { readonly type: string } }
  // A rule within rules: nobody types one, it is read from a sentence.
  if (def.type === 'lazy') return []
  const own = 'shape' in def ? Object.entries(def.shape as Record<string, unknown>) : []
  return [
    ...own.flatMap(([name, field]) => [name, ...namesIn(field, met)]),
    ...Object.values(def).flatMap((each) => namesIn(each, met)),
  ]
}

it('calls each field that may be filled in wrongly by a Chinese name', () => {
  const nothing = { files: {}, installation: { current: () => null }, options: {} } as unknown as Platform
  const asked = new Set(
    allRoutes(nothing).flatMap(({ route }) => [
      ...namesIn(route.params),
      ...namesIn(route.query),
      ...('body' in route ? namesIn(route.body) : []),
    ]),
  )
  expect(asked.size).toBeGreaterThan(200)
  expect([...asked].filter((name) => !Object.hasOwn(fieldNames, name))).toEqual([])
  expect(Object.keys(fieldNames).filter((name) => !asked.has(name))).toEqual([])
})
