import type { WorkedCase } from '@quanheng/domain/rule/cases'
import { type Coverage, coverageOf } from '@quanheng/domain/rule/coverage'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { exampleForm } from '@quanheng/papers/plan-file/scoring-form'
import { writeYaml } from '@quanheng/papers/yaml/yaml'
import type { PlacedPlan } from './files.ts'

/** Examples as they stand in a plan file, to be checked by a person and pasted. */
export const examplesYaml = (cases: readonly WorkedCase[]): string => writeYaml({ 算例: cases.map(exampleForm.write) })

export const examplesOf = (stored: StoredRule, fullMark: string): Coverage => coverageOf(stored, fullMark, [])

/** What the examples of each leaf leave out; leaves that lack none, or whose rule is not read yet, are not named. */
export const missingExamples = ({
  content,
}: PlacedPlan): readonly (Coverage & { readonly leafKey: string; readonly name: string })[] =>
  content.indicators.flatMap(({ key, name, fullMark, scoring }) => {
    if (!scoring?.rule || fullMark === '') return []
    const coverage = coverageOf(scoring.rule, fullMark, scoring.examples ?? [])
    return coverage.proposals.length === 0 ? [] : [{ leafKey: key, name, ...coverage }]
  })
