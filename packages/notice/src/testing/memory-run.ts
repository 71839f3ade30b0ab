import { peakMegabytes } from '@quanheng/testkit/peak-memory'
import { limits } from '../files/file-error.ts'
import { readBytes } from '../read-bytes.ts'
import { type Shape, shapedText } from './shapes.ts'

/** Reads the longest text of a shape that is accepted, to its printed form, and says the largest resident set in megabytes. */
const text = shapedText(process.argv[2] as Shape, limits.characters * 3).slice(0, limits.characters)
const notice = await readBytes(Buffer.from(text), 'zh-CN')
const printed = notice.ok ? JSON.stringify(notice.value.json).length : 0
process.stdout.write(JSON.stringify({ printed, peak: peakMegabytes() }))
