import { readNotice } from '../../packages/notice/src/read.ts'
import { sourceOfText } from '../../packages/notice/src/text/source.ts'
import { distinctText } from './distinct.ts'
import type { MegabyteTimes } from './megabyte.ts'

const bytes = 1_048_576
const text = distinctText(bytes)

function secondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const cold = secondsOf(() => readNotice(sourceOfText(text)))
const warm = secondsOf(() => readNotice(sourceOfText(text)))

/** What no reader can do without: each character normalised, each line and sentence cut out once. */
const pass = secondsOf(() => {
  let seen = 0
  for (const line of text.split('\n'))
    for (const sentence of line.normalize('NFC').split(/[。；]/)) seen += sentence.length
  if (seen === 0) throw new Error('nothing read')
})

process.stdout.write(JSON.stringify({ bytes, cold, warm, pass } satisfies MegabyteTimes))
