// How many altered copies of a picture are found, and how many pictures that only look alike are taken for copies. Every picture is
// generated from its number, written as JPEG or PNG, read back by the product's own decoders and compared as the server compares.
import type { Fingerprint } from '@quanheng/domain/evidence/picture/fingerprint'
import type { Grey } from '@quanheng/domain/evidence/picture/grey'
import { agreementOf, bitsBetween, leastAgreement } from '@quanheng/domain/evidence/picture/match'
import { describePicture } from '../apps/server/src/platform/files/picture/read-picture.ts'
import { jpegOf, pngOf } from '../apps/server/src/platform/files/testing/write-picture.ts'
import { summary, verdict } from './lib/report.ts'
import { cut, kinds, randomFrom, resized } from './likeness/pictures.ts'

const count = Number(process.env.BENCH_PICTURES ?? 40)

type Random = () => number

/** Cuts off `least` to `most` of the width and of the height, shared out between opposite sides by chance. */
const cropped = (picture: Grey, random: Random, least: number, most: number, share = 1): Grey => {
  const [across, down] = [least + random() * (most - least), least + random() * (most - least)]
  const [left, top] = [across * random(), down * random()]
  return cut(picture, { left, top, right: 1 - across + left, bottom: 1 - down + top }, share)
}

const copies: Readonly<Record<string, (picture: Grey, random: Random) => Buffer>> = {
  'JPEG quality 80': (picture) => jpegOf(picture, 80),
  'JPEG quality 30': (picture) => jpegOf(picture, 30),
  'as PNG': (picture) => pngOf(picture),
  'half the size': (picture) => jpegOf(resized(picture, 0.5), 80),
  'a third, quality 50': (picture) => jpegOf(resized(picture, 0.34), 50),
  'half as large again': (picture) => jpegOf(resized(picture, 1.5), 80),
  'cropped by 5 %': (picture, random) => jpegOf(cropped(picture, random, 0.05, 0.05), 80),
  'cropped by 5–10 %': (picture, random) => jpegOf(cropped(picture, random, 0.05, 0.1), 80),
  'cropped by 10 %': (picture, random) => jpegOf(cropped(picture, random, 0.1, 0.1), 80),
  'cropped by 5–10 %, 0.6 of the size, quality 60': (picture, random) =>
    jpegOf(cropped(picture, random, 0.05, 0.1, 0.6), 60),
}

interface Original {
  readonly kind: string
  readonly picture: Grey
  readonly print: Fingerprint
}

const isCopy = (a: Fingerprint, b: Fingerprint): boolean => (agreementOf(a, b) ?? -1) >= leastAgreement
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

let read = 0
let seconds = 0
const printOf = (bytes: Buffer): Fingerprint => {
  const begin = performance.now()
  const print = describePicture(bytes)
  seconds += (performance.now() - begin) / 1000
  read++
  return print
}

const originals: Original[] = Object.entries(kinds).flatMap(([kind, make], at) =>
  Array.from({ length: count }, (_, n) => {
    const picture = make(randomFrom(1_000 * (at + 1) + n))
    return { kind, picture, print: printOf(jpegOf(picture, 92)) }
  }),
)

let [found, asked] = [0, 0]
console.log('  copies found')
for (const [name, alter] of Object.entries(copies)) {
  const hits = originals.map((original, n) =>
    isCopy(original.print, printOf(alter(original.picture, randomFrom(9_000_000 + n)))),
  )
  const byKind = Object.keys(kinds).map((kind) => {
    const own = hits.filter((_, n) => originals[n]?.kind === kind)
    return `${kind} ${own.filter(Boolean).length}/${own.length}`
  })
  found += hits.filter(Boolean).length
  asked += hits.length
  console.log(`    ${name}: ${percent(hits.filter(Boolean).length / hits.length)}  (${byKind.join(', ')})`)
}

let [compared, near, wrong, most] = [0, 0, 0, -1]
const wrongByKind = new Map<string, number>()
const begin = performance.now()
for (const [n, a] of originals.entries()) {
  for (const b of originals.slice(n + 1)) {
    compared++
    if (bitsBetween(a.print.hashes, b.print.hashes) === null) continue
    near++
    const agreement = agreementOf(a.print, b.print) ?? -1
    most = Math.max(most, agreement)
    if (agreement < leastAgreement) continue
    wrong++
    wrongByKind.set(a.kind, (wrongByKind.get(a.kind) ?? 0) + 1)
  }
}
const taken = (performance.now() - begin) / compared
console.log(
  `  ${compared} pairs of different pictures: ${near} looked into, ${wrong} taken for copies (${[...wrongByKind].map(([kind, many]) => `${kind} ${many}`).join(', ') || 'none'}), highest agreement ${most.toFixed(3)}`,
)
console.log(
  `  ${(taken * 1000).toFixed(1)} µs a pair; ${((1000 * seconds) / read).toFixed(0)} ms to read and describe a picture`,
)
verdict({ says: 'recall over all copies', limit: 95, atMost: false, unit: ' %' }, [(100 * found) / asked])
verdict({ says: 'precision over these copies and pairs', limit: 95, atMost: false, unit: ' %' }, [
  (100 * found) / (found + wrong),
])
summary()
