import { z } from 'zod'

/** Each form of text that the contract asks for; a new form that none of these has is added here. */
const texts = [
  '示例',
  '1',
  '7b0b6a55-5d1f-4a2e-9a51-0c5d6f1f8a11',
  '2025-01-10',
  '2025-01',
  '0'.repeat(64),
  'A'.repeat(32),
]
const numbers = [1, 0, 2025]

const firstOf = (schema: z.ZodType, candidates: readonly unknown[]): unknown => {
  const found = candidates.find((candidate) => schema.safeParse(candidate).success)
  if (found === undefined) throw new Error(`no example for ${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))}`)
  return found
}

/** A value that the schema takes, as small as it may be: what may be left out is. */
export const anExample = (schema: z.ZodType): unknown => {
  const { def } = schema as z.ZodType & { def: { readonly type: string } }
  const known = def as unknown as {
    readonly shape: Readonly<Record<string, z.ZodType>>
    readonly options: readonly z.ZodType[]
    readonly element: z.ZodType
    readonly values: readonly unknown[]
    readonly entries: Readonly<Record<string, unknown>>
  }
  switch (def.type) {
    case 'object': {
      // An exactly optional field may be left out, but does not take `undefined`.
      const fields = Object.entries(known.shape).filter(
        ([, field]) => field.def.type !== 'optional' && !field.safeParse(undefined).success,
      )
      return Object.fromEntries(fields.map(([name, field]) => [name, anExample(field)]))
    }
    case 'array':
      return schema.safeParse([]).success ? [] : [anExample(known.element)]
    case 'union':
      return anExample(known.options[0] as z.ZodType)
    case 'literal':
      return known.values[0]
    case 'enum':
      return Object.values(known.entries)[0]
    case 'record':
      return {}
    case 'boolean':
      return true
    case 'nullable':
      return null
    case 'number':
      return firstOf(schema, numbers)
    case 'string':
      return firstOf(schema, texts)
    default:
      throw new Error(`no example for ${def.type}`)
  }
}
