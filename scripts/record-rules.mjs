// Adds to the corpus of stored rules what the worked cases say and it does not hold yet, with what each scores today. A line that is
// there is never touched: it is what somebody may have signed (packages/domain/src/rule/replay). Run by the pinned Node.
import { readFileSync, writeFileSync } from 'node:fs'
import { caseFacts } from '../packages/domain/src/rule/cases.ts'
import { catalogueTables } from '../packages/domain/src/rule/catalogue-cases.fixture.ts'
import { evaluate } from '../packages/domain/src/rule/evaluate.ts'
import { parse } from '../packages/domain/src/rule/parse.ts'
import { signedOutcome } from '../packages/domain/src/rule/replay/signed-outcome.fixture.ts'
import { caseTables } from '../packages/domain/src/rule/worked-cases.fixture.ts'

const file = new URL('../packages/domain/src/rule/replay/stored-rules.jsonl', import.meta.url)
const lines = readFileSync(file, 'utf8').trim().split('\n')
const keyOf = ({ stored, facts }) => JSON.stringify([stored, facts])
const known = new Set(lines.map((line) => keyOf(JSON.parse(line))))

const basis = { kind: 'interpretation', by: '绩效办', on: '2025-01-06', reason: '按惯例' }
for (const { text, fullMark, answers = {}, cases } of [...caseTables, ...catalogueTables]) {
  const { rule, answers: stated } = parse(text)
  const given = Object.entries(answers).map(([question, choice]) => ({ question, choice, basis }))
  const stored = { v: 1, text, rule, answers: [...stated, ...given] }
  for (const worked of cases) {
    const facts = caseFacts(stored, fullMark, worked.given)
    if (!known.has(keyOf({ stored, facts })))
      lines.push(JSON.stringify({ stored, facts, outcome: signedOutcome(evaluate(stored, facts)) }))
  }
}
writeFileSync(file, `${lines.join('\n')}\n`)
console.log(`${lines.length} stored rules, ${lines.length - known.size} of them new`)
