import { basename } from 'node:path'
import { label } from '@quanheng/messages/labels'
import { type Invocation, UsageError } from '../parse.ts'
import { languageTag, texts } from '../texts/texts.ts'
import { findingsOf } from './check.ts'
import { examplesYaml, missingExamples } from './examples.ts'
import { type PlacedPlan, readPlan } from './files.ts'

/** `./quanheng lint-plan plan.yaml`: 方案校核 with lines. Gives whether nothing must be resolved before issue. */
export function lintPlan(invocation: Invocation, line: (text: string) => void): boolean {
  const { operands, language, values } = invocation
  const [file] = operands
  if (file === undefined) throw new UsageError(texts[language].usage.needsFile('lint-plan'))
  const plan = readPlan(file, language)
  if ('examples' in values) return listExamples(plan, 'json' in values, line)
  const findings = findingsOf(plan, language)
  if ('json' in values) line(JSON.stringify(findings, null, 1))
  else
    for (const found of findings)
      line(
        `${basename(file)}:${found.line}: ${label(languageTag(language), 'severity', found.severity)} ${found.message}`,
      )
  return findings.every(({ severity }) => severity === 'note')
}

/** The coverage report: what is left out, leaf by leaf, ready to be confirmed and pasted. */
function listExamples(plan: PlacedPlan, asJson: boolean, line: (text: string) => void): boolean {
  const missing = missingExamples(plan)
  if (asJson) line(JSON.stringify(missing, null, 1))
  else for (const { name, proposals } of missing) line(`# ${name}\n${examplesYaml(proposals)}`)
  return true
}
