import { mail, phone } from '../find/people.ts'
import type { Reading } from '../read.ts'
import { matches, type Placed } from '../text/words.ts'
import type { Finding } from './findings.ts'

/** Named persons with telephone or mailbox: one finding for each, from the name to the last of them. */
function persons({ fields: { responsibilities, contacts } }: Reading): readonly Finding[] {
  const groups: (readonly (Placed | null)[])[] = [
    ...responsibilities.map(({ leader, person, liaison, contact, phone: own, mail: box }) => [
      contact ?? liaison ?? person ?? leader,
      own,
      box,
    ]),
    ...contacts.map(({ person, phone: own, mail: box }) => [person, own, box]),
  ]
  return groups.flatMap(([person, ...ways]): Finding[] => {
    const known = [person, ...ways].filter((one) => one !== null && one !== undefined)
    if (!person || known.length < 2) return []
    const at = {
      start: Math.min(...known.map((one) => one.at.start)),
      end: Math.max(...known.map((one) => one.at.end)),
    }
    return [{ kind: 'notice.personInPublic', at, params: { person: person.value } }]
  })
}

/** Mobile numbers and private mailboxes that stand without a name. */
function loose({ context: { text } }: Reading, known: readonly Finding[]): readonly Finding[] {
  const pattern = new RegExp(
    `(?<!\\d)1[3-9]\\d{9}(?!\\d)|${mail.source}(?<=@(?:163|126|139|189|qq|foxmail|sina|sohu|yeah|gmail|hotmail|outlook|aliyun)\\.[a-z.]{2,8})`,
  )
  return matches(text, { start: 0, end: text.length }, pattern).flatMap(({ at, groups }): Finding[] =>
    known.some((one) => at.start >= one.at.start && at.end <= one.at.end)
      ? []
      : [{ kind: 'notice.personInPublic', at, params: { person: groups[0] ?? '' } }],
  )
}

const said = new RegExp(`(?:电\\s?话|传\\s?真|联系方式|热线)\\s?[:：]?\\s?(?:（[^）\\d]{0,10}）)?(${phone.source})`)

/** Numbers behind 电话： and in columns of telephones. */
function areaCode({ context: { text }, fields: { responsibilities, contacts } }: Reading): readonly Finding[] {
  const labelled = matches(text, { start: 0, end: text.length }, said).map(({ group }) => group(1))
  const known = [...responsibilities, ...contacts].flatMap(({ phone: own }) => (own ? [own.at] : []))
  const places = new Map([...labelled, ...known].map((at) => [at.start, at]))
  return [...places.values()].flatMap((at): Finding[] => {
    const words = text.slice(at.start, at.end)
    return /^[2-9]\d{6,7}$/.test(words) ? [{ kind: 'notice.areaCodeMissing', at, params: { phone: words } }] : []
  })
}

export function lintPersons(reading: Reading): readonly Finding[] {
  const known = persons(reading)
  return [...known, ...loose(reading, known), ...areaCode(reading)]
}
