import { factsSchema } from '@quanheng/papers/plan-file/facts-file'
import type { JsonSchema } from '@quanheng/papers/plan-file/form'
import { planSchema } from '@quanheng/papers/plan-file/plan-file'
import { type Invocation, UsageError } from '../parse.ts'
import { texts } from '../texts/texts.ts'

const schemas: ReadonlyMap<string, JsonSchema> = new Map([
  ['plan', planSchema],
  ['facts', factsSchema],
])

/** `./quanheng schema plan|facts`: the JSON Schema of a file, as `docs/schema/` publishes it. */
export function schema({ operands: [kind = ''], language }: Invocation, line: (text: string) => void): void {
  const found = schemas.get(kind)
  if (!found) throw new UsageError(texts[language].usage.schemaKinds([...schemas.keys()].join('、')))
  line(JSON.stringify(found, null, 2))
}
