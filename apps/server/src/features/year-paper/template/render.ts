import type { Refusal } from '@quanheng/contract/errors'
import type { TemplateValues } from '@quanheng/domain/office-template/model'
import { xmlSafe } from '@quanheng/papers/paper/text'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'

/** A name is looked up in the row, then beside it, and nothing is computed: no expression, no inherited property. */
const parser = (tag: string) => ({
  get: (scope: unknown): unknown => {
    const values = scope as Readonly<Record<string, unknown>>
    const value = Object.hasOwn(values, tag) ? values[tag] : undefined
    return typeof value === 'string' ? xmlSafe(value) : value
  },
})

const compiled = (bytes: Uint8Array): Docxtemplater =>
  new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    parser,
    errorLogging: false,
    // What is foreseen has a text; only a tag that the check did not see could come here.
    nullGetter: () => '',
  })

interface EngineError {
  readonly message: string
  readonly properties?: {
    readonly xtag?: string
    readonly explanation?: string
    readonly errors?: readonly EngineError[]
  }
}

/** What the engine says beyond our own check: a list around something that it cannot repeat. */
const saidBy = (error: unknown): Refusal => {
  const { properties } = error as EngineError
  const [first] = properties?.errors ?? [error as EngineError]
  const tag = first?.properties?.xtag
  return { code: 'officeTemplate.notFillable', params: { tag: tag === undefined ? '—' : `{${tag}}` } }
}

/** Why the engine does not take the template; null where it does. */
export const engineFault = (bytes: Uint8Array): Refusal | null => {
  try {
    compiled(bytes)
    return null
  } catch (error) {
    return saidBy(error)
  }
}

/** The template with the values in its tags. Throws what the engine throws for a template that was not checked. */
export const render = (bytes: Uint8Array, values: TemplateValues): Uint8Array => {
  const paper = compiled(bytes)
  paper.render(values)
  return paper.getZip().generate({ type: 'uint8array', compression: 'DEFLATE', date: new Date(1980, 0, 1) } as never)
}
