import { z } from 'zod'

/** What an emptied control means for its field: nothing given, where the shape lets it be absent or null. */
const emptied = (field: z.core.$ZodType): undefined | null | '' => {
  if (z.safeParse(field, undefined).success) return undefined
  return z.safeParse(field, null).success ? null : ''
}

/** The values as the shape means them; an empty text stays one only where the shape wants a text. */
export const blankAsAbsent = (shape: z.ZodType, values: unknown): unknown => {
  if (!(shape instanceof z.ZodObject) || typeof values !== 'object' || values === null) return values
  const fields: Readonly<Record<string, z.core.$ZodType>> = shape.shape
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      return [name, value === '' && field ? emptied(field) : value]
    }),
  )
}
