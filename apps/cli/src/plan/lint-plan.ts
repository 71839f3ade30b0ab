import { basename } from 'node:path'
import { label } from '@quanheng/messages/labels'
import { type Invocation, UsageError } from '../parse.ts'
import { texts } from '../texts/texts.ts'
import { findingsOf } from './check.ts'
import { languageTag, readPlan } from './files.ts'

/** `./quanheng lint-plan plan.yaml`: 方案校核 with lines. Gives whether nothing must be resolved before issue. */
export function lintPlan(invocation: Invocation, line: (text: string) => void): boolean {
  const { operands, language, values } = invocation
  const [file] = operands
  if (file === undefined) throw new UsageError(texts[language].usage.needsFile('lint-plan'))
  const findings = findingsOf(readPlan(file, language), language)
  if ('json' in values) line(JSON.stringify(findings, null, 1))
  else
    for (const found of findings)
      line(
        `${basename(file)}:${found.line}: ${label(languageTag(language), 'severity', found.severity)} ${found.message}`,
      )
  return findings.every(({ severity }) => severity === 'note')
}
