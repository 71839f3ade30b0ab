import { explain } from '../../packages/notice/src/explain.ts'
import { lintNotice } from '../../packages/notice/src/lint/lint.ts'
import { present } from '../../packages/notice/src/present.ts'
import { readNotice } from '../../packages/notice/src/read.ts'
import { type Shape, shapedText } from '../../packages/notice/src/testing/shapes.ts'
import { sourceOfText } from '../../packages/notice/src/text/source.ts'
import { distinctText } from './distinct.ts'
import type { MegabyteTimes } from './megabyte.ts'

const bytes = 1_048_576
const kind = process.argv[2] ?? 'corpus'
const text = kind === 'corpus' ? distinctText(bytes) : shapedText(kind as Shape, bytes)

function secondsOf<T>(work: () => T): { readonly seconds: number; readonly value: T } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, value }
}

/** The three stages of `read-notice --json`; the rule language speaks in the last one. */
function stages() {
  const read = secondsOf(() => readNotice(sourceOfText(text)))
  const lint = secondsOf(() => lintNotice(read.value))
  const print = secondsOf(() => {
    const findings = lint.value.map((finding) => explain('zh-CN', finding))
    return JSON.stringify(present(read.value, findings)).length
  })
  return { read: read.seconds, lint: lint.seconds, print: print.seconds }
}

const cold = stages()
const warm = stages()

/** What no reader can do without: each character normalised, each line and sentence cut out once. */
const pass = secondsOf(() => {
  let seen = 0
  for (const line of text.split('\n'))
    for (const sentence of line.normalize('NFC').split(/[。；]/)) seen += sentence.length
  if (seen === 0) throw new Error('nothing read')
})

const times: MegabyteTimes = { bytes, cold, warm, pass: pass.seconds }
process.stdout.write(JSON.stringify(times))
