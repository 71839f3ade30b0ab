import { basename } from 'node:path'
import type { PlanCheckCode } from '@quanheng/domain/plan/findings'
import type { PlanFile } from '@quanheng/papers/plan-file/plan-file'
import { type Invocation, UsageError } from '../parse.ts'
import { FilesRefused } from '../refused.ts'
import { texts } from '../texts/texts.ts'
import { findingsOf } from './check.ts'
import { explained } from './explain.ts'
import { type PlacedPlan, readFacts, readPlan } from './files.ts'
import { scoreLines } from './score-lines.ts'
import { type ScoredPlan, scoreFile } from './scored.ts'

/** Without these no year can be counted; everything else that 方案校核 finds stops an issue, not a trial. */
const uncountable: readonly string[] = [
  'check.markMissing',
  'check.weightMissing',
  'check.weightInvalid',
  'check.settingNumber',
  'check.gateTarget',
  'check.gradeLinesOrder',
  'check.quotasOverHundred',
  'check.unitInTwoGroups',
] satisfies readonly PlanCheckCode[]

function refuseUncountable(plan: PlacedPlan, file: string, { language }: Invocation): void {
  const wrong = findingsOf(plan, language).filter(({ code }) => uncountable.includes(code))
  if (wrong.length > 0)
    throw new FilesRefused(wrong.map(({ line, message }) => `${basename(file)}:${line}: ${message}`).join('\n'))
}

/** `./quanheng score plan.yaml facts.yaml|xlsx|csv [--json] [--explain UNIT]`. */
export async function score(invocation: Invocation, line: (text: string) => void): Promise<void> {
  const { operands, language, values } = invocation
  const [planPath, factsPath] = operands
  const { usage } = texts[language]
  if (planPath === undefined || factsPath === undefined) throw new UsageError(usage.needsFiles)
  const plan = readPlan(planPath, language)
  refuseUncountable(plan, planPath, invocation)
  const scored = scoreFile(plan, await readFacts(factsPath, plan, language))
  const { explain } = values
  const unitId = explain === undefined ? undefined : unitCalled(explain, plan, scored)
  if (explain !== undefined && unitId === undefined) throw new UsageError(usage.unknownUnit(explain))
  const items = scored.items.filter((item) => unitId === undefined || item.unitId === unitId)
  const units = scored.units.filter((unit) => unitId === undefined || unit.unitId === unitId)
  if ('json' in values)
    return line(JSON.stringify(unitId === undefined ? withoutTraces(scored) : { items, units }, null, 1))
  if (unitId === undefined) return scoreLines(plan, scored, texts[language].score).forEach(line)
  explained(plan, items, units, texts[language].score).forEach(line)
}

const unitCalled = (called: string, { names }: PlanFile, { units }: ScoredPlan): string | undefined => {
  const [id = called] = Object.entries(names).find(([, name]) => name === called) ?? []
  return units.find(({ unitId }) => unitId === id)?.unitId
}

/** A trace is asked for unit by unit. */
const withoutTraces = ({ items, ...rest }: ScoredPlan): unknown => ({
  items: items.map(({ outcome, ...item }) => {
    if (outcome.status !== 'scored') return { ...item, outcome }
    const { trace: _, ...scored } = outcome
    return { ...item, outcome: scored }
  }),
  ...rest,
})
