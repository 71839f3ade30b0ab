import { message } from '@quanheng/messages/messages'
import { verifyDraw } from '@quanheng/server/commands/index'
import { type Invocation, UsageError } from '../parse.ts'
import { languageTag, texts } from '../texts/texts.ts'

/** `./quanheng check-draw RECORD [--json]`: repeats the draw; resolves with whether it gives the units on record. */
export async function checkDraw(invocation: Invocation, line: (text: string) => void): Promise<boolean> {
  const { operands, values, language } = invocation
  const [path] = operands
  const { usage, verify: words } = texts[language]
  if (path === undefined) throw new UsageError(usage.needsFile('check-draw'))
  const found = await verifyDraw(path)
  if (!found.ok) {
    const { code, params = {} } = found.error
    line(
      'json' in values ? JSON.stringify({ ok: false, code, ...params }) : message(languageTag(language), code, params),
    )
    return false
  }
  const { strata, picked, seed, indicator } = found.value
  if ('json' in values) {
    line(JSON.stringify({ ok: true, picked: picked.map(({ code }) => code) }))
    return true
  }
  const names = new Map(
    strata.flatMap(({ key, units }) => units.map(({ code, name }) => [`${key}\n${code}`, name] as const)),
  )
  line(words.drawn(indicator, strata.flatMap(({ units }) => units).length, picked.length, seed))
  for (const [at, { stratum, code }] of picked.entries()) {
    line(`${at + 1}\t${code}\t${names.get(`${stratum}\n${code}`) ?? ''}`)
  }
  return true
}
