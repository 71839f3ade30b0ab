import { planContent } from '@quanheng/contract/plan-content'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { normaliseContent } from '@quanheng/domain/plan/normalise-content'
import { checkShape } from '@quanheng/domain/plan/shape'
import type { Language } from '@quanheng/messages/language'
import { message } from '@quanheng/messages/messages'
import { docPathOf } from '@quanheng/papers/plan-file/locate'
import { planFileForm, readPlanDoc } from '@quanheng/papers/plan-file/plan-file'
import { type Registered, withRegistered } from '@quanheng/papers/plan-file/registered'
import { readYaml } from '@quanheng/papers/yaml/yaml'
import { readAs } from '../../../platform/http/input.ts'

export interface ReadOrder {
  readonly bytes: Uint8Array
  readonly registered: Registered
  readonly language: Language
}

export interface FileFault {
  readonly line: number
  readonly message: string
}

export type ReadPlanFile = { readonly content: PlanContent } | { readonly faults: readonly FileFault[] }

interface Told {
  readonly code: string
  readonly line: number
  readonly params?: Readonly<Record<string, string>> | undefined
}

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** `['indicators', '3', 'name']` as a place of the data. */
const placeOf = (path: readonly string[]): string =>
  path.reduce((at, step) => (/^\d+$/.test(step) ? `${at}[${step}]` : at === '' ? step : `${at}.${step}`), '')

/** Runs in a child process with limits of its own: the bytes are somebody else's. Every fault has its line. */
export default ({ bytes, registered, language }: ReadOrder): ReadPlanFile => {
  const refuse = (told: readonly Told[]): ReadPlanFile => ({
    faults: told.map(({ code, line, params }) => ({ line, message: message(language, code, params) })),
  })
  const text = textOf(bytes)
  if (text === undefined) return refuse([{ code: 'yaml.notUtf8', line: 1 }])
  const yaml = readYaml(text)
  if (!yaml.ok) return refuse(yaml.error)
  const { doc, lineOf } = yaml.value
  const read = readPlanDoc(doc)
  if (!read.ok) return refuse(read.error.map(({ path, ...fault }) => ({ ...fault, line: lineOf(path) })))
  const { content: named, strangers } = withRegistered(read.value, registered)
  const lineAt = (content: PlanContent, at: string): number => lineOf(docPathOf(planFileForm as never, content, at))
  if (strangers.length > 0)
    return refuse(
      strangers.map(({ code, at, text: name }) => ({ code, line: lineAt(named, at), params: { text: name } })),
    )
  const content = normaliseContent(named)
  const shaped = readAs(planContent, content, language)
  if (!shaped.ok)
    return {
      faults: shaped.error.map(({ path, message: said }) => ({ line: lineAt(content, placeOf(path)), message: said })),
    }
  const shape = checkShape(content)
  if (!shape.ok) {
    const { code, at = '', params } = shape.error
    return refuse([{ code, line: lineAt(content, at), params }])
  }
  return { content: shape.value }
}
