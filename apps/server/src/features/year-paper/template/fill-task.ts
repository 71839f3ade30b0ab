import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { lostTag } from '@quanheng/domain/office-template/fill'
import type { TemplateValues } from '@quanheng/domain/office-template/model'
import { openTemplate } from './open-template.ts'
import { render } from './render.ts'

export interface FillOrder {
  readonly bytes: Uint8Array
  readonly values: TemplateValues
}

/** Runs in a child process: fills a template and reads the paper again; one that does not show every figure in its place is none. */
const fill = async ({ bytes, values }: FillOrder): Promise<Result<Uint8Array, Refusal>> => {
  const template = await openTemplate(bytes)
  if (!template.ok) return template
  const made = render(bytes, values)
  const paper = await openTemplate(made)
  if (!paper.ok) return paper
  const tag = lostTag(template.value.parts, paper.value.parts, values)
  return tag === undefined ? ok(made) : refuse('officeTemplate.figureLost', { params: { tag } })
}

export default fill
